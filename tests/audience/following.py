"""A subject to follow, and people who follow it."""

from collections.abc import Iterator

import pytest
from django.utils import timezone

from audience import letters, subjects
from audience.letters import Letter
from audience.models import Mail, Subscription
from audience.subjects import Subject

OCCASION = "test"
SUBJECT = Subject("garden", "jardin", "7", "Le jardin", "/jardin/", "/jardin/feed/")


@pytest.fixture
def garden(monkeypatch) -> Iterator[Subject]:
    """Something to follow that no other room knows."""
    monkeypatch.setattr(subjects, "_finders", dict(subjects._finders))
    monkeypatch.setattr(subjects, "_kinds", dict(subjects._kinds))
    subjects.register_subjects("garden", "jardin", {"7": SUBJECT}.get)
    return SUBJECT


@pytest.fixture
def writer(monkeypatch) -> None:
    """Mails of the occasion `test` say what they are about."""
    monkeypatch.setattr(letters, "_writers", dict(letters._writers))
    letters.register_writer(OCCASION, lambda mail: Letter(f"News {mail.about}", "Text", "<p>T</p>"))


def follower(email: str = "zoe@example.org", **values: object) -> Subscription:
    known = {"kind": "garden", "key": "7", "language": "en", "state": "confirmed"}
    return Subscription.objects.create(
        **{**known, "email": email, "confirmed_at": timezone.now(), **values}
    )


def mail_to(subscription: Subscription, about: str = "1", **values: object) -> Mail:
    known = {"occasion": OCCASION, "about": about, "email": subscription.email}
    known["language"] = subscription.language
    return Mail.objects.create(subscription=subscription, **{**known, **values})
