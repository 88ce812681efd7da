"""News wait for the team where pages do; a form sent twice is one; owners take theirs back."""

import pytest
from django.core.files.storage import default_storage

from fundraising.domain.post_news import (
    MOST_A_DAY,
    news_of,
    post_news,
    shown_news,
    take_back_news,
)
from fundraising.models import CollectionSettings, News
from fundraising.refusals import NewsEmpty, NoNewsNow, TooManyNews
from media.edition import new_edition
from media.gateways.people_pictures import DescribedPicture
from qa.enums import Moderation, StopMode, TextState
from qa.models import Decision, StopList, StopMatch
from qa.refusals import TextFrozen

pytestmark = pytest.mark.django_db


def test_read_by_the_team_first(fundraiser):
    news = post_news(fundraiser, "k", " Dix  kilos ! ")
    assert (news.text, news.state, news.version) == ("Dix kilos\u00a0!", TextState.PENDING, 1)
    assert post_news(fundraiser, "k", "Encore") == news
    assert list(news_of(fundraiser)) == [news]
    assert not shown_news(fundraiser)


def test_shown_at_once_where_the_team_reads_after_unless_a_word_holds_it(fundraiser):
    CollectionSettings.objects.create(moderation=Moderation.AFTER)
    new_edition()
    StopList.objects.create(name="Interdits", words="navet", mode=StopMode.HOLD)
    shown = post_news(fundraiser, "a", "Dix kilos")
    held = post_news(fundraiser, "b", "Un NÀVET")
    assert (held.state, held.held_for) == (TextState.HELD, "navet")
    assert StopMatch.objects.get().kind == "page_news"
    assert list(shown_news(fundraiser)) == [shown]


def test_refused(fundraiser, make_page_of):
    with pytest.raises(NewsEmpty):
        post_news(fundraiser, "k", "…")
    with pytest.raises(NoNewsNow):
        post_news(make_page_of(state=TextState.HIDDEN), "k", "Dix kilos")
    with pytest.raises(TextFrozen):
        post_news(make_page_of(frozen_for="enquête"), "k", "Dix kilos")
    for number in range(MOST_A_DAY):
        post_news(fundraiser, str(number), "Dix kilos")
    with pytest.raises(TooManyNews):
        post_news(fundraiser, "k", "Dix kilos")
    assert News.objects.count() == MOST_A_DAY


@pytest.mark.django_db(transaction=True)
def test_taken_back_for_good(fundraiser, make_page_of):
    news = post_news(fundraiser, "k", "Dix kilos", DescribedPicture(b"x", "Dix bottes de poireaux"))
    assert default_storage.exists(news.picture)
    take_back_news(make_page_of("lea@example.org"), news.code)
    assert News.objects.exists()
    for _twice in range(2):
        take_back_news(fundraiser, news.code)
    assert not News.objects.exists()
    assert not default_storage.exists(news.picture)
    for word in ("kilos", "bottes"):
        assert word not in str(list(Decision.objects.values_list("before", "after")))


def test_not_while_the_law_wants_them_kept(make_news):
    news = make_news(frozen_for="enquête")
    with pytest.raises(TextFrozen):
        take_back_news(news.fundraiser, news.code)
    assert News.objects.exists()


def test_stop_words_are_found_in_what_stands_for_the_picture(fundraiser):
    StopList.objects.create(name="Interdits", words="navet", mode=StopMode.HOLD)
    news = post_news(fundraiser, "k", "Dix kilos", DescribedPicture(b"x", " Un  NÀVET "))
    assert (news.state, news.picture_alt) == (TextState.HELD, "Un NÀVET")
    assert news.says_of_picture == "Un NÀVET"
