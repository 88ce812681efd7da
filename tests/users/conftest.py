"""Work of three kinds for the inbox: what waits are members of the team, the older the sooner."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from users import inbox
from users.inbox import Entry, Source
from users.models import User

KINDS = ("sowing", "weeding", "picking")


@pytest.fixture
def kinds(monkeypatch) -> tuple[str, ...]:
    """Only these wait. Who is called after a kind, or is the chief, has a right to it."""
    monkeypatch.setattr(inbox, "_sources", {})
    for kind in KINDS:
        inbox.register_source(_source(kind))
    return KINDS


def _source(kind: str) -> Source:
    def entry(row: User) -> Entry:
        link = f"/{kind}/{row.pk}/"
        return Entry(str(row.pk), row.first_name, link, row.date_joined, timedelta(hours=24))

    return Source(
        kind,
        kind.capitalize(),
        lambda user: kind in user.username or user.username == "chief",
        lambda: User.objects.filter(last_name=kind).order_by("date_joined", "pk"),
        entry,
    )


@pytest.fixture
def make_work(roots) -> Callable[..., User]:
    """Let something wait."""

    def make(kind: str, title: str = "Les radis", **values: object) -> User:
        number = User.objects.count()
        values = {"first_name": title, "last_name": kind, "is_active": False, **values}
        return User.objects.create(username=f"work {number}", **values)

    return make
