"""What was decided about or contested stands still."""

import pytest
from django.urls import reverse

from campaigns.domain.rule_claim import accept_proof

pytestmark = pytest.mark.django_db


def typed(claim, **values):
    return {
        "organisation": claim.organisation_id,
        "statement": claim.statement,
        "made_on": claim.made_on.isoformat(),
        "proof_url": claim.proof_url,
        "proof": "",
        **values,
    }


@pytest.fixture
def edit(client, admin):
    client.force_login(admin)

    def edit(claim, **values):
        answer = client.post(reverse("claims:edit", args=[claim.pk]), typed(claim, **values))
        assert answer.status_code == 302
        claim.refresh_from_db()
        return claim

    return edit


def test_a_new_claim_may_change(edit, make_claim):
    assert edit(make_claim(), statement="Presque tout est bio").statement == "Presque tout est bio"


def test_contested_words_stay(edit, make_contestation):
    claim = make_contestation().claim
    changed = edit(claim, statement="Autre chose", proof_url="https://proof.example/")
    assert (changed.statement, changed.proof_url) == ("Tout est bio", "https://proof.example/")


def test_an_accepted_proof_stays(edit, admin, make_claim):
    claim = accept_proof(admin, make_claim(proof_url="https://proof.example/"))
    changed = edit(claim, statement="Autre chose", proof_url="https://other.example/")
    assert (changed.statement, changed.proof_url) == ("Tout est bio", "https://proof.example/")
