"""Tell news of a project. The team reads them first, as it reads the project.

Nobody changes news afterwards: proposers take them back and write others.
"""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from media.gateways.people_pictures import DescribedPicture
from projects.gateways.project_pictures import forget_picture, keep_picture
from projects.models import Project, ProjectNews
from projects.refusals import NewsEmpty, NotShown, TooManyNews
from qa.domain.clean_words import clean_words, says_something
from qa.domain.decide import decide, ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.domain.forget_text import forget_notes
from qa.domain.stop_words import find_stop_words, note_stop_words
from qa.enums import Action, TextState

# Of the tickets that its forms carry.
PURPOSE = "projects.news"
MOST_A_DAY = 4


def news_of(project: Project) -> QuerySet[ProjectNews]:
    """Return all that the proposer told, wherever it stands, the latest first."""
    told = ProjectNews.objects.filter(project=project).select_related("project")
    return told.exclude(state=TextState.REMOVED)


def post_news(
    project: Project, key: str, text: str, picture: DescribedPicture | None = None
) -> ProjectNews:
    """Keep news under the `key` of its form and return them.

    Raises NewsEmpty, TooManyNews, NotShown or TextFrozen.
    """
    text, alt = clean_words(text), clean_words(picture.alt) if picture else ""
    if not says_something(text):
        raise NewsEmpty
    with transaction.atomic():
        project = locked(project)
        told = ProjectNews.objects.filter(key=key, project=project).first()
        if told is not None:
            return told
        ensure_not_frozen(project)
        if not project.is_public:
            raise NotShown(state=project.stage)
        day = timezone.now() - timedelta(days=1)
        if project.news.filter(received_at__gte=day).count() >= MOST_A_DAY:
            raise TooManyNews
        found = find_stop_words(text, alt)
        held_for = next((one.word for one in found if one.holds), "")
        news = ProjectNews(
            key=key,
            project=project,
            text=text,
            picture_alt=alt,
            fold=fold(text),
            state=TextState.HELD if held_for else TextState.PENDING,
            held_for=held_for,
        )
        if picture:
            news.picture = keep_picture(picture.jpeg)
        news.save()
        before = news.told() | {"state": TextState.DRAFT}
        sent = written(news, Action.SEND, before, user=None)
        note_stop_words(sent, found)
    return sent


def take_back_news(project: Project, code: str) -> None:
    """Forget news of a project; a code that is not there is fine. Raises a DecisionRefused."""
    with transaction.atomic():
        news = project.news.filter(code=code).first()
        if news is None:
            return
        ensure_not_frozen(locked(news))
        erase_news(decide(news, Action.WITHDRAW, user=None))


def erase_news(news: ProjectNews) -> None:
    """Delete news and all that was noted of them; their picture goes once that is committed."""
    forget_notes(news)
    transaction.on_commit(partial(forget_picture, news.picture))
    news.delete()
