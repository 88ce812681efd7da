"""The oldest first, with owners and in red when overdue; a fixed number of queries."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from users import inbox
from users.domain.hand_over import hand_over
from users.domain.read_inbox import colleagues, read_inbox
from users.inbox import Owners
from users.models import Charge, User

pytestmark = [pytest.mark.django_db, pytest.mark.databases, pytest.mark.usefixtures("kinds")]
NOW = timezone.now()


@pytest.fixture
def chief(make_user):
    return make_user("chief")


def titles(inbox) -> list[str]:
    return [row.entry.title for row in inbox.rows]


def test_the_oldest_first_whatever_the_kind(chief, make_work):
    for kind, title, hours in [("sowing", "b", 20), ("weeding", "a", 30), ("picking", "c", 1)]:
        make_work(kind, title, date_joined=NOW - timedelta(hours=hours))
    found = read_inbox(chief, now=NOW)
    assert [(row.entry.title, row.is_overdue) for row in found.rows] == [
        ("a", True), ("b", False), ("c", False)
    ]  # fmt: skip
    assert (found.total, [number for _, number in found.numbers]) == (3, [1, 1, 1])


def test_only_what_one_has_a_right_to(make_user, make_work):
    for kind in ("sowing", "weeding"):
        make_work(kind, kind)
    assert titles(read_inbox(make_user("zoe weeding"))) == ["weeding"]
    assert read_inbox(make_user("ana")).total == 0


def test_one_kind_and_mine(chief, make_work):
    mine, other = make_work("sowing", "mine"), make_work("sowing", "other")
    make_work("weeding", "third")
    hand_over("sowing", str(mine.pk), chief, chief, None)
    # The same key of another kind is another thing.
    Charge.objects.create(kind="weeding", key=str(other.pk), owner=chief)
    assert titles(read_inbox(chief, kind="sowing")) == ["mine", "other"]
    assert titles(read_inbox(chief, owned_by=chief)) == ["mine"]
    assert titles(read_inbox(chief, owned_by=chief, kind="weeding")) == []
    assert read_inbox(chief, kind="sowing").total == 3
    assert [row.owner for row in read_inbox(chief, kind="sowing").rows] == [chief, None]


def test_owners_that_the_source_keeps_are_the_truth(chief, make_work, monkeypatch):
    """Each row takes care of itself here, whatever charges say."""
    source = inbox._sources["sowing"]
    owned = replace(
        source,
        owners=Owners("charges__owner", hand_over),
        entry=lambda row: replace(source.entry(row), owner=row),
    )
    monkeypatch.setitem(inbox._sources, "sowing", owned)
    other = make_work("sowing", "other", date_joined=NOW)
    User.objects.filter(pk=chief.pk).update(last_name="sowing", first_name="mine")
    Charge.objects.create(kind="sowing", key=str(other.pk), owner=chief)
    assert {row.owner for row in read_inbox(chief).rows} == {chief, other}
    assert titles(read_inbox(chief, owned_by=chief)) == ["mine"]


def test_a_portion_of_each_kind(chief, make_work):
    for number in range(4):
        make_work("sowing", str(number))
    found = read_inbox(chief, most=2)
    assert (titles(found), found.total) == (["0", "1"], 4)


@pytest.mark.parametrize("things", [1, 3])
def test_it_costs_the_same_however_much_waits(chief, make_work, things, django_assert_num_queries):
    for kind in ("sowing", "weeding", "picking"):
        for _ in range(things):
            Charge.objects.create(kind=kind, key=str(make_work(kind).pk), owner=chief)
    with django_assert_num_queries(7):
        found = read_inbox(chief)
        assert {row.owner.username for row in found.rows} == {"chief"}
    with django_assert_num_queries(8):
        read_inbox(chief, owned_by=chief)


def test_work_is_handed_to_those_who_come_in(chief, make_user, make_work, admin):
    make_user("gone", is_active=False)
    make_work("sowing")
    assert colleagues() == [admin, chief]
