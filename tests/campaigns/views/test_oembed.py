"""oEmbed through all layers."""

import json
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import PageViewRestriction

pytestmark = pytest.mark.django_db


@pytest.fixture
def ask(client):
    def ask(page, **wishes: str):
        return client.get(reverse("oembed"), {"url": page.full_url, **wishes})

    return ask


def test_json(ask, make_campaign):
    page = make_campaign()
    answer = ask(page, maxwidth="320")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/json"
    assert answer["Access-Control-Allow-Origin"] == "*"
    said = json.loads(answer.content)
    assert (said["version"], said["type"], said["width"]) == ("1.0", "rich", 320)
    assert said["provider_name"] == "la cagette.tv"
    assert f"http://testserver/vignette/{page.meter.key}/cadre/?langue=fr" in said["html"]


def test_xml(ask, make_campaign):
    answer = ask(make_campaign(), format="xml")
    assert answer["Content-Type"] == "text/xml"
    assert answer.content.startswith(b"<?xml")


def test_the_frame_speaks_the_language_of_the_page(ask, make_campaign, translate):
    english = translate(make_campaign(), title="Two kilos")
    said = json.loads(ask(english).content)
    assert "langue=en" in said["html"]
    assert "Solidarity button: Two kilos" in said["html"]


@pytest.mark.parametrize("form", ["yaml", "", "JSON"])
def test_another_format_is_not_implemented(ask, make_campaign, form):
    assert ask(make_campaign(), format=form).status_code == 501


def test_what_is_not_public_is_not_there(ask, client, make_campaign, make_page):
    secret, draft = make_campaign("Secret"), make_campaign(live=False)
    PageViewRestriction.objects.create(page=secret, restriction_type="password", password="x")
    for page in (secret, draft, make_page()):
        answer = ask(page)
        assert answer.status_code == 404
        assert "Secret" not in answer.text
    assert client.get(reverse("oembed")).status_code == 404
    assert client.post(reverse("oembed")).status_code == 405


def test_a_page_can_say_where_to_ask(client, rf, make_campaign):
    page = make_campaign()
    text = render_to_string("campaigns/oembed_links.html", {"page": page, "request": rf.get("/")})
    for kind, type_ in (("json", "application/json+oembed"), ("xml", "text/xml+oembed")):
        [line] = [line for line in text.splitlines() if type_ in line]
        found = unescape(line.split('href="')[1].split('"')[0])
        assert parse_qs(urlsplit(found).query) == {"format": [kind], "url": [page.full_url]}
        assert client.get(found).status_code == 200
