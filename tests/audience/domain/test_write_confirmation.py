"""The mail that asks."""
# ruff: noqa: F811

import pytest
from django.utils.translation import override

from audience.domain.follow_links import CONFIRM, END, link_to
from audience.domain.write_confirmation import write_confirmation
from audience.models import Mail
from tests.audience.following import follower, garden  # noqa: F401

pytestmark = pytest.mark.django_db


def write(**values):
    with override("en"):
        return write_confirmation(Mail(subscription=follower(**values)))


def test_it_asks_in_both_forms(garden):
    zoe = follower(state="waiting")
    with override("en"):
        letter = write_confirmation(Mail(subscription=zoe))
    assert letter.subject == "Confirm: follow Le jardin"
    for form in (letter.text, letter.html):
        assert link_to(CONFIRM, zoe) in form
        assert link_to(END, zoe) in form
        assert "Le jardin" in form
    assert letter.end_link == link_to(END, zoe)
    assert "<" not in letter.text


def test_who_follows_already_is_told_so_and_not_asked(garden):
    letter = write()
    assert letter.subject == "You already follow: Le jardin"
    assert "/oui/" not in letter.text + letter.html
    assert "/fin/" in letter.text


def test_no_mail_for_what_ended_or_is_gone(garden):
    assert write(state="ended") is None
    assert write(email="lea@example.org", state="waiting", key="8") is None
