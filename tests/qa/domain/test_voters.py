"""Voters' cookies: ours, or none."""

from datetime import UTC, datetime

import pytest

from qa.domain.voters import new_cookie, voter_of

NOW = datetime(2026, 11, 27, 12, 0, 7, 500, tzinfo=UTC)


def test_a_cookie_names_one_voter_and_says_since_when():
    cookie = new_cookie(NOW)
    voter = voter_of(cookie)
    assert voter == voter_of(cookie)
    assert voter.since == NOW.replace(microsecond=0)
    assert (len(voter.name), voter.name in cookie) == (22, False)
    assert voter_of(new_cookie(NOW)).name != voter.name


@pytest.mark.parametrize(
    "change", [lambda c: c[:-1], lambda c: "x" + c[1:], lambda c: "", str.upper]
)
def test_a_changed_cookie_is_nobodys(change):
    assert voter_of(change(new_cookie(NOW))) is None
