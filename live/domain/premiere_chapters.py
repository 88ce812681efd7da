"""What can be jumped to in the film of a premiere that is over: its chapters, and answers in it."""

from media.models import Video
from qa.enums import AnswerKind
from qa.models import Answer, Question


def premiere_chapters(video: Video) -> list[tuple[str, int, Question | None]]:
    """Return title, second and question of each place in `video`, in their order.

    A question is there when it was answered in this film, and everybody may read it.
    """
    found: list[tuple[str, int, Question | None]] = [
        (chapter.title, chapter.start_s, None) for chapter in video.chapters.all()
    ]
    answers = Answer.objects.filter(kind=AnswerKind.FILM, film=video, question__is_shown=True)
    for answer in answers.select_related("question__theme"):
        found.append((answer.question.text, answer.starts_at_s or 0, answer.question))
    return sorted(found, key=lambda one: one[1])
