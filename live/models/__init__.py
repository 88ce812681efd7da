from live.models.feed import Feed, FeedSegment, FeedSession
from live.models.programme import LiveIndexPage, LiveProgrammePage
from live.models.recording import MediaSpan, Recording, ReplayChapter
from live.models.replay_film import ReplayFilm
from live.models.run import AiredQuestion, AirSegment, Run, RunEntry
from live.models.segment import Segment

__all__ = [
    "AirSegment",
    "AiredQuestion",
    "Feed",
    "FeedSegment",
    "FeedSession",
    "LiveIndexPage",
    "LiveProgrammePage",
    "MediaSpan",
    "Recording",
    "ReplayChapter",
    "ReplayFilm",
    "Run",
    "RunEntry",
    "Segment",
]
