"""Tell news on a collection page. Where the team reads pages before everybody does, it reads these.

Nobody changes news afterwards: owners take them back and write others.
"""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from fundraising.domain.first_state import first_state
from fundraising.gateways.page_pictures import forget_picture, keep_picture
from fundraising.models import Fundraiser, News
from fundraising.refusals import NewsEmpty, NoNewsNow, TooManyNews
from media.gateways.people_pictures import DescribedPicture
from qa.domain.clean_words import clean_words, says_something
from qa.domain.decide import decide, ensure_not_frozen, locked, written
from qa.domain.fold import fold
from qa.domain.forget_text import forget_notes
from qa.domain.stop_words import note_stop_words
from qa.enums import Action, TextState

# Of the tickets that its forms carry.
PURPOSE = "fundraising.news"
MOST_A_DAY = 6
MOST_SHOWN = 20


def shown_news(page: Fundraiser) -> QuerySet[News]:
    """Return what everybody reads as the news of `page`, the latest first."""
    return News.objects.public().filter(fundraiser=page).select_related("fundraiser")[:MOST_SHOWN]


def news_of(page: Fundraiser) -> QuerySet[News]:
    """Return all that the owner of `page` told, wherever it stands, the latest first."""
    told = News.objects.filter(fundraiser=page).select_related("fundraiser")
    return told.exclude(state=TextState.REMOVED)


def post_news(
    page: Fundraiser, key: str, text: str, picture: DescribedPicture | None = None
) -> News:
    """Keep news under the `key` of its form and return them.

    Raises NewsEmpty, TooManyNews, NoNewsNow or TextFrozen.
    """
    text, alt = clean_words(text), clean_words(picture.alt) if picture else ""
    if not says_something(text):
        raise NewsEmpty
    with transaction.atomic():
        page = locked(page)
        told = News.objects.filter(key=key, fundraiser=page).first()
        if told is not None:
            return told
        ensure_not_frozen(page)
        if not page.is_public:
            raise NoNewsNow(state=page.get_state_display())
        day = timezone.now() - timedelta(days=1)
        if page.news.filter(received_at__gte=day).count() >= MOST_A_DAY:
            raise TooManyNews
        state, held_for, found = first_state((text, alt))
        news = News.objects.create(
            key=key,
            fundraiser=page,
            text=text,
            picture_alt=alt,
            fold=fold(text),
            state=state,
            held_for=held_for,
        )
        if picture:
            news.picture = keep_picture(picture.jpeg)
        before = news.told() | {"state": TextState.DRAFT}
        sent = written(news, Action.SEND, before, user=None)
        note_stop_words(sent, found)
    return sent


def take_back_news(page: Fundraiser, code: str) -> None:
    """Forget news of `page`; a code that is not there is fine. Raises a DecisionRefused."""
    with transaction.atomic():
        news = page.news.filter(code=code).first()
        if news is None:
            return
        ensure_not_frozen(locked(news))
        news = decide(news, Action.WITHDRAW, user=None)
        transaction.on_commit(partial(forget_picture, erase_news(news)))


def erase_news(news: News) -> str:
    """Delete news and all that was noted of them; return the picture that is to go with them."""
    forget_notes(news)
    picture = news.picture
    news.delete()
    return picture
