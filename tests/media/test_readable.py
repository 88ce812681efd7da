"""Which pages anybody may read."""

import pytest
from wagtail.models import Page, PageViewRestriction

from media.readable import readable

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def titles() -> set[str]:
    return set(readable(Page.objects.filter(depth__gt=2)).values_list("title", flat=True))


@pytest.fixture
def tree(make_page):
    parent = make_page("Parent")
    make_page("Child", parent=parent)
    make_page("Draft", live=False)
    return parent


LISTS = {"Campagnes", "Émissions"}


def test_published_pages_are_readable(tree):
    assert titles() == LISTS | {"Parent", "Child"}


@pytest.mark.parametrize("kind", ["password", "login", "groups"])
def test_guarded_pages_and_all_below_are_not(tree, kind):
    assert "Parent" in titles()
    guard = PageViewRestriction.objects.create(page=tree, restriction_type=kind, password="radis")
    assert titles() == LISTS
    guard.delete()
    assert titles() == LISTS | {"Parent", "Child"}


def test_aliases_of_guarded_pages_are_not(tree, house):
    alias = tree.create_alias(parent=house.home, update_slug="alias")
    alias.create_alias(parent=house.home, update_slug="alias-of-alias")
    assert readable(Page.objects.filter(slug__startswith="alias")).count() == 2
    PageViewRestriction.objects.create(page=tree, restriction_type="login")
    assert titles() == LISTS


def test_the_guards_are_read_once(tree, django_assert_num_queries):
    with django_assert_num_queries(2):
        titles()
    with django_assert_num_queries(1):
        titles()
