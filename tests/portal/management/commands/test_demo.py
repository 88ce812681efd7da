"""The demo command prints the log-ins, and only makes what is missing."""

from io import StringIO

import pytest
from django.core.management import call_command

from portal.management.commands import demo

pytestmark = pytest.mark.django_db


def test_log_ins_are_printed_each_time(roots, monkeypatch):
    # Drawing and building are tested in tests/portal/demo; here only what the command says.
    monkeypatch.setattr(demo, "make_posters", dict)
    monkeypatch.setattr(demo, "make_site", lambda films, posters: False)
    first, second = StringIO(), StringIO()
    call_command("demo", stdout=first)
    call_command("demo", stdout=second)
    assert first.getvalue() == second.getvalue()
    for role in ("admin", "editor", "moderator"):
        assert role in first.getvalue()
