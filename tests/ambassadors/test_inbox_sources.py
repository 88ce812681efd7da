"""Aliases that wait stand in the inbox."""

import pytest

from ambassadors.inbox_sources import ALIASES
from qa.enums import TextState

pytestmark = pytest.mark.django_db


def test_aliases_that_wait(make_ambassador, mo, make_user):
    make_ambassador()
    one = make_ambassador("Navet", state=TextState.HELD)
    make_ambassador("Draft", state=TextState.PENDING, joined_at=None)
    [found] = ALIASES.waiting()
    entry = ALIASES.entry(found)
    assert (entry.key, entry.title) == (str(one.pk), "Navet")
    assert entry.link == f"/admin/leaders/ambassador/{one.pk}/"
    assert ALIASES.may_see(mo)
    assert not ALIASES.may_see(make_user("nobody"))
