"""What everybody sees of projects: no cookie, no words of what is not published."""

import pytest
from django.utils import timezone

from projects.domain.adopt import adopt
from projects.domain.end_project import withdraw_project

pytestmark = pytest.mark.django_db


def test_the_list_and_its_filters(client, project, publish, sent, like):
    publish("b@example.org", title="Le théâtre", field="culture")
    sent("c@example.org", title="Secret")
    like(project, 3)
    answer = client.get("/projets/")
    assert answer.status_code == 200
    assert "Des roues pour la soupe" in answer.text
    assert "Le théâtre" in answer.text
    assert "Secret" not in answer.text
    assert answer.text.count("project-tabs__one--torn") == 3
    assert not answer.cookies
    only = client.get("/projets/?field=culture&standing=looking").text
    assert "Le théâtre" in only
    assert "Des roues" not in only
    for nothing in ("?standing=adopted", "?field=health"):
        assert 'class="empty"' in client.get(f"/projets/{nothing}").text
    assert client.get("/projets/?standing=x&field=y&page=z").status_code == 200


def test_an_empty_site_invites(client):
    answer = client.get("/projets/")
    assert 'class="empty"' in answer.text
    assert 'href="/projets/proposer/"' in answer.text


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_project(client, project, language, like):
    like(project, 2)
    prefix = "/en" if language == "en" else ""
    answer = client.get(f"{prefix}/projets/des-roues-pour-la-soupe/")
    assert answer["Content-Language"] == language
    for words in (project.need, "Odile, Les Louches libres", "60 voisins", "og:title"):
        assert words in answer.text
    assert "odile@example.org" not in answer.text
    assert f"/geste/{project.meter.key}/like/" in answer.text
    assert f"/signaler/project/{project.code}/" in answer.text
    assert "/parrainer/" in answer.text
    assert answer.text.count("<h1") == 1
    assert not answer.cookies


def test_an_adopted_one_shows_its_contract(client, project, make_pledge, mo):
    adopt(project, make_pledge(), mo, project.version)
    text = client.get(project.get_absolute_url()).text
    assert "Coop La Fourche" in text
    assert 'class="contract"' in text
    assert "/parrainer/" not in text


def test_what_is_signed_and_has_not_begun_says_so(client, project, make_pledge, mo):
    adopt(project, make_pledge(state="countersigned", activated_at=None), mo, project.version)
    text = client.get(project.get_absolute_url()).text
    assert "ont signé un engagement" in text
    assert 'class="contract"' not in text


def test_what_is_not_shown(client, project, sent):
    assert client.get(sent("b@example.org", title="Secret").get_absolute_url()).status_code == 404
    withdraw_project(project)
    assert client.get(project.get_absolute_url()).status_code == 410
    assert client.get("/projets/nothing/").status_code == 404


def test_in_the_sitemap(client, house, project):
    found = b"".join(client.get("/sitemap.xml?part=more")).decode()
    assert "/projets/des-roues-pour-la-soupe/</loc>" in found
    assert "/en/projets/des-roues" not in found


def test_following(client, project):
    page = client.get(f"/suivre/projet/{project.code}/")
    assert project.title in page.text
    assert 'class="appeal-news"' in page.text
    answer = client.post(f"/suivre/projet/{project.code}/", {"email": "lea@example.org"})
    assert answer.status_code == 302


def test_a_report(client, project):
    assert project.need in client.get(f"/signaler/project/{project.code}/").text
    assert timezone.now() > project.published_at
