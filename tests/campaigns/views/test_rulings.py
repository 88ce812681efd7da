"""Moderators decide in the CMS."""

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db


@pytest.fixture
def team(client, moderator):
    client.force_login(moderator)
    return client


def decide(team, room, subject, name, **typed):
    address = reverse(f"{room}:decide", args=[subject.pk, name])
    assert team.get(address).status_code == 200
    answer = team.post(address, typed)
    subject.refresh_from_db()
    return answer


def test_a_proof_is_accepted_and_no_longer(team, make_claim):
    claim = make_claim(proof_url="https://proof.example/")
    page = team.get(reverse("claims:inspect", args=[claim.pk])).text
    assert reverse("claims:decide", args=[claim.pk, "accept"]) in page
    assert decide(team, "claims", claim, "accept").status_code == 302
    assert claim.is_proven
    assert decide(team, "claims", claim, "refuse", reason="").status_code == 200
    assert decide(team, "claims", claim, "refuse", reason="Page disparue").status_code == 302
    assert "Page disparue" in team.get(reverse("claims:inspect", args=[claim.pk])).text


def test_a_claim_without_proof_is_refused_with_a_code(team, make_claim):
    answer = decide(team, "claims", make_claim(), "accept", reason="Ma remarque")
    assert answer.status_code == 400
    assert "CLM-003" in answer.text
    assert "Ma remarque" in answer.text


def test_a_contestation_is_published_and_answered(team, make_contestation, speaker):
    found = make_contestation()
    assert decide(team, "contestations", found, "publish").status_code == 302
    answer = decide(team, "contestations", found, "answer", answer="En mars.", speaker=speaker.pk)
    assert answer.status_code == 302
    assert found.answered_by == "Suzon Fourchet, maraîchère"
    page = team.get(reverse("contestations:inspect", args=[found.pk])).text
    assert "En mars." in page
    assert reverse("contestations:decide", args=[found.pk, "publish"]) not in page


def test_a_second_decision_comes_too_late(team, make_contestation):
    found = make_contestation()
    decide(team, "contestations", found, "reject", reason="Aucun fait.")
    assert found.is_rejected
    answer = decide(team, "contestations", found, "reject", reason="Encore.")
    assert answer.status_code == 409


def test_a_decision_that_is_not_there(team, make_contestation):
    found = make_contestation()
    assert team.get(f"/admin/contestations/decide/{found.pk}/burn/").status_code == 404
