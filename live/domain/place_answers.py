"""Where in a replay a live answer is: for the pages of questions, and the mail to who asked."""

from django.db.models import Q

from live.enums import Outcome
from live.models import AiredQuestion, ReplayChapter
from media.readable import is_readable
from media.timecode import format_timecode
from qa.answer_places import Place
from qa.models import Answer, Question

_ANSWERED_OR_ON_AIR = Q(outcome=Outcome.ANSWERED) | Q(off_air_at__isnull=True)


def place_of_answer(answer: Answer) -> Place | None:
    """Return the chapter of a public replay in which `answer` was given; None without one.

    The page is the one in the reader's language, if there is one. Of a question that was answered
    live more than once, it is the latest time until then.
    """
    chapters = ReplayChapter.objects.public().filter(
        airing__question=answer.question_id,
        airing__outcome=Outcome.ANSWERED,
        airing__on_air_at__lte=answer.given_at,
    )
    chapter = (
        chapters.select_related("recording__run__programme").order_by("-airing__on_air_at").first()
    )
    if chapter is None:
        return None
    programme = chapter.recording.run.programme.localized
    if not is_readable(programme):
        return None
    link = f"{programme.url}?t={int(chapter.at_s)}"
    return Place(programme.title, link, format_timecode(chapter.at_s))


def is_replay_awaited(question: Question) -> bool:
    """Say whether `question` was answered in a public run whose live is not closed yet."""
    return (
        AiredQuestion.objects.filter(_ANSWERED_OR_ON_AIR, question=question)
        .filter(run__is_rehearsal=False, run__recording__closed_at__isnull=True)
        .exists()
    )
