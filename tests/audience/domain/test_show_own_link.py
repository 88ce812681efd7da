"""Whom a link brought: sums, with what is not credited and why."""

import pytest

from audience.domain.count_acts import count_acts
from audience.domain.show_own_link import show_own_link
from tests.audience.sharing import code_of, leek  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_sums(meter, offer, leek, django_assert_num_queries):  # noqa: F811
    code = code_of(meter, secret="s", maker="zoe")
    count_acts(
        [
            offer(came_by=code.code, person="max"),
            offer(came_by=code.code, person="max", kind="view"),
            offer(came_by=code.code, person="lea"),
            offer(came_by=code.code, person="zoe"),
        ]
    )
    with django_assert_num_queries(3):
        link = show_own_link("s")
    assert (link.code, link.subject, link.people, link.acts) == (code, leek, 2, 3)
    assert [count for _reason, count in link.refused] == [1]


def test_nobody_yet_and_no_such_link(meter, leek):  # noqa: F811
    code_of(meter, secret="s")
    link = show_own_link("s")
    assert (link.people, link.acts, link.refused) == (0, 0, ())
    assert show_own_link("t") is None
