"""Refusals say what happened and what to do, in both languages."""

import pytest
from django.utils.translation import override

from audience.share_refusals import (
    LinkFromElsewhere,
    LinkRevokedAlready,
    LinkRulingUnexplained,
    MayNotRuleLinks,
    NotRevokedByTeam,
    TooManyLinks,
)


@pytest.mark.parametrize(
    ("refusal", "status"),
    [
        (LinkFromElsewhere, 403),
        (TooManyLinks, 429),
        (MayNotRuleLinks, 403),
        (LinkRulingUnexplained, 422),
        (LinkRevokedAlready, 409),
        (NotRevokedByTeam, 409),
    ],
)
def test_sentences(refusal, status):
    assert refusal().status == status
    with override("en"):
        english = str(refusal.sentence)
    with override("fr"):
        assert str(refusal.sentence) != english
