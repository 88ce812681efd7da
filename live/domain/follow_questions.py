"""Let chapters say what became of the questions that they are named after."""

from live.domain.film_chapters import write_film_chapters
from live.models import ReplayChapter
from qa.enums import Action
from qa.models import Decision, Moderated, Question


def follow_question(decision: Decision, text: Moderated) -> None:
    """Change the chapters of a question with it, in the decision's transaction.

    Edited words change the title, unless somebody wrote another; a removal by law takes the words
    out of it; what is hidden leaves the film's chapters, and comes back. Listens to `qa.decided`.
    """
    if not isinstance(text, Question):
        return
    chapters = ReplayChapter.objects.filter(airing__question=text.pk)
    if decision.action == Action.REMOVE:
        chapters.update(title="", is_hidden=True)
    before, after = decision.before["words"], decision.after["words"]
    if before != after:
        chapters.filter(title=before).update(title=after)
    for chapter in chapters.select_related("recording__video", "recording__run__programme"):
        if chapter.recording.video is not None:
            write_film_chapters(chapter.recording, chapter.recording.video)
