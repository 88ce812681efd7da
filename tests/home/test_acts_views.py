"""The page of the menu, and its block on the front page."""

import pytest

pytestmark = pytest.mark.django_db


def test_the_page(client, make_campaign, make_theme, english):
    page = make_campaign()
    make_theme()
    shown = client.get("/agir/").text
    assert 'id="s1"' in shown
    assert f'href="{page.url}#partager"' in shown
    assert 'href="/themes/"' in shown
    assert client.get("/en/agir/").status_code == 200
    assert client.post("/agir/").status_code == 405


def test_what_cannot_be_done_is_not_on_it(client, house):
    answer = client.get("/agir/")
    assert 'id="s1"' not in answer.text
    assert 'id="s120"' in answer.text
    assert not answer.cookies


def test_the_front_page_leads_there(client, make_campaign):
    make_campaign()
    shown = client.get("/").text
    assert 'href="/agir/#s1"' in shown
    assert 'href="/agir/#s3600"' in shown
