"""Tickets of forms: ours or nothing."""

from django.core import signing

from audience.domain import form_tickets
from audience.domain.form_tickets import key_of, new_ticket


def test_a_ticket_holds_a_key_of_ours():
    ticket = new_ticket("questions")
    assert len(key_of(ticket, "questions")) == 22
    assert key_of(ticket, "contestations") is None
    for wrong in ("", "abc", ticket + "x", signing.TimestampSigner(salt="other").sign("a" * 22)):
        assert key_of(wrong, "questions") is None


def test_an_old_ticket_is_none(monkeypatch):
    ticket = new_ticket("questions")
    monkeypatch.setattr(form_tickets, "TICKET_LASTS_S", -1)
    assert key_of(ticket, "questions") is None
