from live.models.channel import ChannelFilm
from live.models.control import (
    PresenterLink,
    PresenterMessage,
    QueuedQuestion,
    RunCommand,
    RunPresence,
)
from live.models.feed import Feed, FeedSegment, FeedSession
from live.models.programme import LiveIndexPage, LiveProgrammePage
from live.models.recording import MediaSpan, Recording, ReplayChapter
from live.models.replay_film import ReplayFilm
from live.models.run import AiredQuestion, AirPromise, AirSegment, Run, RunEntry
from live.models.segment import Segment

__all__ = [
    "AirPromise",
    "AirSegment",
    "AiredQuestion",
    "ChannelFilm",
    "Feed",
    "FeedSegment",
    "FeedSession",
    "LiveIndexPage",
    "LiveProgrammePage",
    "MediaSpan",
    "PresenterLink",
    "PresenterMessage",
    "QueuedQuestion",
    "Recording",
    "ReplayChapter",
    "ReplayFilm",
    "Run",
    "RunCommand",
    "RunEntry",
    "RunPresence",
    "Segment",
]
