"""The team's screens: what waits, what can be decided, and stale decisions refused."""

from datetime import UTC, datetime

import pytest

from projects.domain.change_project import Change, change_project
from projects.domain.post_news import post_news
from projects.models import Project
from qa.enums import TextState

pytestmark = pytest.mark.django_db
DESK = "/admin/projects/"


@pytest.fixture
def team(client, mo):
    client.force_login(mo)
    return client


def test_only_moderators(client, make_user, project):
    client.force_login(make_user("gast", "wagtailadmin.access_admin"))
    for address in (DESK, f"{DESK}{project.pk}/"):
        assert client.get(address).status_code == 302


def test_the_piles(team, project, sent, propose):
    waiting = sent("b@example.org", title="Nouveau")
    propose("c@example.org", title="Brouillon")
    Project.objects.filter(pk=waiting.pk).update(received_at=datetime(2026, 1, 1, tzinfo=UTC))
    text = team.get(DESK).text
    assert "Nouveau" in text
    assert "notices__overdue" in text
    assert "Des roues" not in text
    assert "Des roues" in team.get(f"{DESK}?shown=looking").text
    assert "Des roues" not in team.get(f"{DESK}?shown=adopted").text
    everything = team.get(f"{DESK}?shown=all").text
    assert "Brouillon" not in everything
    assert "Nouveau" in everything


def test_decided_on_what_was_seen(team, sent):
    project = sent()
    page = f"{DESK}{project.pk}/"
    stale = team.post(page, {"deed": "approve", "seen": "0"})
    assert stale.status_code == 409
    assert Project.objects.get().state == TextState.PENDING
    assert team.post(page, {"deed": "approve", "seen": str(project.version)}).url == page
    assert Project.objects.get().is_public
    late = team.post(page, {"deed": "reject", "reason": "hate", "seen": str(project.version)})
    assert late.status_code == 409
    assert Project.objects.get().is_public


def test_all_that_stands_on_the_screen(team, project, words, make_offer, make_pledge, mo, draw):
    post_news(project, "k", "Une roue")
    make_offer()
    pledge = make_pledge()
    change_project(project, Change(words(town="Bron"), draw()), project.version)
    page = f"{DESK}{project.pk}/"
    text = team.get(page).text
    for words_shown in ("Une roue", "Colette", "Bron", str(pledge), "odile@example.org"):
        assert words_shown in text
    seen = str(Project.objects.get().version)
    assert team.post(page, {"deed": "adopt", "pledge": str(pledge.pk), "seen": seen}).url == page
    assert 'value="part"' in team.get(page).text


def test_what_does_not_exist(team, propose):
    assert team.get(f"{DESK}0/").status_code == 404
    assert team.get(f"{DESK}{propose().pk}/").status_code == 404


def test_the_table(team, project, client, make_user):
    answer = team.get(f"{DESK}export.csv")
    assert project.title in b"".join(answer.streaming_content).decode()
    assert 'filename="projets.csv"' in answer["Content-Disposition"]
    client.force_login(make_user("gast", "wagtailadmin.access_admin"))
    assert client.get(f"{DESK}export.csv").status_code == 302
