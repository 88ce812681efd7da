"""A claim is proven when a moderator says so, and each decision stays."""

import pytest
from wagtail.models import ModelLogEntry

from campaigns.domain.rule_claim import accept_proof, refuse_proof
from campaigns.models import Ruling
from campaigns.refusals import AlreadyRuled, MayNotRule, NoEvidence, RulingReasonMissing

pytestmark = pytest.mark.django_db


@pytest.fixture
def claim(make_claim):
    return make_claim(proof_url="https://proof.example/")


def test_a_proof_is_accepted_and_no_longer(moderator, claim):
    assert accept_proof(moderator, claim, "Vu.").is_proven
    assert not refuse_proof(moderator, claim, "La page a disparu.").is_proven
    assert [(one.kind, one.reason) for one in Ruling.objects.all()] == [
        ("proven", "Vu."),
        ("unproven", "La page a disparu."),
    ]
    assert ModelLogEntry.objects.filter(action__startswith="campaigns.claim.").count() == 2


def test_what_is_refused(moderator, editor, claim, make_claim):
    with pytest.raises(MayNotRule):
        accept_proof(editor, claim)
    with pytest.raises(NoEvidence):
        accept_proof(moderator, make_claim())
    with pytest.raises(RulingReasonMissing):
        refuse_proof(moderator, claim, " ")
    accept_proof(moderator, claim)
    with pytest.raises(AlreadyRuled):
        accept_proof(moderator, claim)
    assert Ruling.objects.count() == 1
