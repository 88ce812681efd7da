"""Owners take their data along, or erase it: figures of money stay, names do not."""

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from fundraising.domain.erase_page import erase_page, exported_page
from fundraising.domain.post_news import post_news
from fundraising.domain.recount_gifts import recount_gifts
from fundraising.domain.thank_donors import thank_donors
from fundraising.gateways.page_pictures import keep_picture
from fundraising.models import Fundraiser, Supporter, Team
from qa.domain.decide import decide
from qa.enums import Action
from qa.refusals import TextFrozen

pytestmark = pytest.mark.django_db


def rows() -> str:
    """Return all text in the tables of this room and in decisions."""
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            if table.startswith("fundraising_") or table == "qa_decision":
                cursor.execute(f'SELECT * FROM "{table}"')
                found += cursor.fetchall()
    return str(found)


@pytest.mark.django_db(transaction=True)
def test_without_gifts_nothing_is_left(make_page_of, admin):
    picture = keep_picture(b"x")
    page = make_page_of(picture=picture, title="Zoé l’unique")
    decide(page, Action.HIDE, user=admin)
    erase_page(page)
    assert not Fundraiser.objects.exists()
    assert not default_storage.exists(picture)
    assert "unique" not in rows()
    assert "zoe@example.org" not in rows()


def test_with_gifts_the_figures_stay(make_page_of, make_gift, tell, admin):
    page = make_page_of(title="Zoé l’unique")
    tell(make_gift(page, name="Inès", message="Bravo", thanks_email="ines@example.org"))
    thank_donors(page, "Merci, les poireaux.")
    tell(make_gift(page, name="Léo", thanks_email="leo@example.org"))
    news = post_news(page, "k", "Trois kilomètres secrets.")
    decide(news, Action.REJECT, user=admin, reason="other", note="Trop secret.")
    erase_page(page)
    kept = Fundraiser.objects.get()
    assert (kept.total_cents, kept.title, kept.reason, kept.slug) == (40_00, "", "", kept.code)
    for words in ("unique", "Inès", "Bravo", "poireaux", "zoe@", "ines@", "leo@", "secret"):
        assert words not in rows()
    assert recount_gifts(write=False).differences == []


def test_an_owner_of_two_keeps_the_other(make_page_of):
    page, other = make_page_of(), make_page_of()
    erase_page(page)
    assert Supporter.objects.get().email == "zoe@example.org"
    assert list(Fundraiser.objects.all()) == [other]


def test_a_captains_team_goes_with_the_last_page(make_page_of, make_team):
    page, lea = make_page_of(), make_page_of("lea@example.org")
    make_team(page, lea)
    other = make_page_of()
    erase_page(page)
    assert Team.objects.exists()
    erase_page(other)
    assert not Team.objects.exists()
    assert list(Fundraiser.objects.all()) == [lea]


def test_not_while_the_law_wants_it_kept(make_page_of, make_news):
    page = make_page_of(frozen_for="enquête")
    with pytest.raises(TextFrozen):
        erase_page(page)
    assert Fundraiser.objects.get().title
    Fundraiser.objects.update(frozen_for="")
    make_news(page, frozen_for="enquête")
    with pytest.raises(TextFrozen):
        erase_page(page)


def test_all_that_is_held(fundraiser, make_gift, tell, make_news):
    tell(make_gift(fundraiser, message="Bravo"))
    make_news(fundraiser)
    told = exported_page(fundraiser)
    assert told["email"] == "zoe@example.org"
    assert [one["text"] for one in told["news"]] == ["Trois kilomètres."]
    (gift,) = told["gifts"]
    assert (gift["amount_cents"], gift["message"], gift["thanks"]) == (20_00, "Bravo", "")
