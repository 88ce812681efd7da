"""A new edition begins with every change of the public face, and again when it is committed."""

import pytest
from django.core.cache import cache

from media.edition import edition, kept, new_edition

pytestmark = pytest.mark.django_db


def test_an_edition_lasts():
    assert edition() == edition()


def test_a_new_edition_has_another_name():
    before = edition()
    new_edition()
    assert edition() != before


def test_it_begins_once_more_at_the_commit(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks() as callbacks:
        new_edition()
    meanwhile = edition()
    for callback in callbacks:
        callback()
    assert edition() != meanwhile


def test_a_cache_that_forgot_begins_a_new_one():
    before = edition()
    cache.clear()
    assert edition() != before


def test_what_is_kept_lasts_as_long_as_the_edition():
    assert kept("harvest", lambda: "carrots") == "carrots"
    assert kept("harvest", lambda: "leeks") == "carrots"
    new_edition()
    assert kept("harvest", lambda: "leeks") == "leeks"


def test_nothing_is_kept_too():
    assert kept("harvest", lambda: None) is None
    assert kept("harvest", lambda: "carrots") is None


@pytest.mark.parametrize(
    "change",
    ["publish", "unpublish", "delete", "move", "guard", "unguard", "words", "menu", "site"],
)
def test_what_begins_a_new_edition(change, house, make_page):
    from wagtail.models import PageViewRestriction

    from home.models import MenuItem, SiteSettings

    page, other = make_page(), make_page()
    words = SiteSettings.for_site(house.site)
    guard = PageViewRestriction.objects.create(page=other, restriction_type="login")
    before = edition()
    match change:
        case "publish":
            page.save_revision().publish()
        case "unpublish":
            page.unpublish()
        case "delete":
            page.delete()
        case "move":
            page.move(other, pos="last-child")
        case "guard":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        case "unguard":
            guard.delete()
        case "words":
            words.save()
        case "menu":
            MenuItem.objects.create(settings=words, page=page)
        case "site":
            house.site.save()
    assert edition() != before


def test_a_draft_begins_none(make_page):
    page = make_page()
    before = edition()
    page.title = "Brouillon"
    page.save_revision()
    assert edition() == before
