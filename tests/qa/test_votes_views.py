"""The screens about votes through all layers: look, set aside with a reason, take back."""

import pytest
from django.urls import reverse

from qa.enums import TextState
from qa.models import Decision, Question

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site(house):
    """The screens stand in the CMS of a site."""


@pytest.fixture
def lead(client, make_user):
    client.force_login(make_user("léa", "qa.lead_moderation"))
    return client


@pytest.fixture
def voted(make_question, make_vote) -> Question:
    question = make_question("<b>Qui ?</b>", state=TextState.APPROVED, total=12)
    for number in range(12):
        make_vote(question, f"v{number}", network="loudloud")
    return question


def test_only_leads_look(client, mo, voted):
    client.force_login(mo)
    theme = reverse("theme_votes", args=[voted.theme.pk])
    for address in (theme, reverse("question_votes", args=[voted.pk])):
        assert client.get(address).status_code == 302
    assert theme not in client.get(reverse("votes")).content.decode()


def test_the_way_down(lead, voted):
    assert reverse("votes") in lead.get(reverse("wagtailadmin_home")).content.decode()
    theme = reverse("theme_votes", args=[voted.theme.pk])
    assert theme in lead.get(reverse("votes")).content.decode()
    page = lead.get(f"{theme}?p=x").content.decode()
    assert reverse("question_votes", args=[voted.pk]) in page
    page = lead.get(reverse("question_votes", args=[voted.pk])).content.decode()
    assert "<svg" in page
    assert "loudloud" in page
    assert "<b>Qui" not in page
    assert lead.get(reverse("question_votes", args=[voted.pk + 9])).status_code == 404


def test_set_aside_told_and_taken_back(lead, client, voted):
    address = reverse("question_votes", args=[voted.pk])
    form = {"network": "loudloud", "note": "Une seule main.", "seen": 0}
    page = lead.post(address, form, follow=True).content.decode()
    assert "12" in page
    voted.refresh_from_db()
    assert voted.total == 0
    public = client.get(voted.get_absolute_url()).content.decode()
    assert "Une seule main." in public
    decision = Decision.objects.get()
    lead.post(address, {"deed": "include", "decision": decision.pk, "note": "Une classe."})
    voted.refresh_from_db()
    assert voted.total == 12
    assert "Une seule main." not in client.get(voted.get_absolute_url()).content.decode()


def test_a_refusal_keeps_what_was_written(lead, voted):
    address = reverse("question_votes", args=[voted.pk])
    answer = lead.post(address, {"network": "nobody", "note": "Ma raison", "seen": 0})
    assert answer.status_code == 200
    assert "Ma raison" in answer.content.decode()
    lead.post(address, {"network": "loudloud", "note": "Raison.", "seen": "x"})
    lead.post(address, {"network": "loudloud", "note": "", "seen": 0})
    assert not Decision.objects.exists()
    assert lead.post(address, {"deed": "include", "decision": "x"}).status_code == 404


def test_single_votes_and_whole_themes(lead, voted):
    first = voted.votes.first()
    form = {"votes": [first.pk], "note": "Double.", "seen": 0}
    lead.post(reverse("question_votes", args=[voted.pk]), form)
    assert voted.votes.filter(is_excluded=True).count() == 1
    form = {"network": "loudloud", "note": "Un seul réseau."}
    lead.post(reverse("theme_votes", args=[voted.theme.pk]), form)
    assert voted.votes.filter(is_excluded=True).count() == 12
