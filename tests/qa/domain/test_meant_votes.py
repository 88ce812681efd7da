"""What a form says about votes; whatever cannot be read means nothing."""

from datetime import UTC, datetime

import pytest

from qa.domain.meant_votes import Meant, read_meant


def test_everything_that_a_form_can_mean():
    sent = {"since": "2026-11-28T20:00:00+00:00", "until": "", "network": "abcd", "fresh": "1"}
    assert read_meant(sent, ["3", "x", "9"]) == Meant(
        since=datetime(2026, 11, 28, 20, tzinfo=UTC), network="abcd", is_fresh=True, votes=(3, 9)
    )


@pytest.mark.parametrize(
    "sent",
    [{}, {"since": "yesterday"}, {"until": "2026-02-31T09:00Z"}, {"since": "2026-01-01T09:00"}],
)
def test_what_cannot_be_read_means_nothing(sent):
    assert not read_meant(sent, [])
