"""The widget through all layers: its frame, its badge, the page with its code."""

import json
from pathlib import Path

import brotli
import pytest
from django.contrib.staticfiles import finders
from django.db import connections
from django.urls import reverse

from audience.domain import tokens
from audience.front import writer
from audience.models import Act
from campaigns.domain.make_host import MOST_PER_NETWORK
from campaigns.models import EmbedHost
from tests.portal.test_content_policy import policy

pytestmark = pytest.mark.django_db
MOST_BYTES = 15 * 1024
FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0"
TYPED = {"name": "Le blog de Zoé", "address": "https://zoe.example/", "contact": ""}


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter)
    return page


@pytest.fixture
def frame(campaign):
    return reverse("widget_frame", args=[campaign.meter.key])


@pytest.fixture
def code(campaign):
    return reverse("widget_code", args=[campaign.meter.key])


@pytest.fixture
def host(db) -> EmbedHost:
    return EmbedHost.objects.create(name="Zoé", address="https://zoe.example/")


def token(text: str) -> str:
    return text.split('name="token" value="')[1].split('"')[0]


def test_the_frame_has_all_it_needs(client, campaign, frame, translate):
    translate(campaign, title="Two kilos")
    answer = client.get(frame)
    assert (answer.status_code, answer["Content-Language"]) == (200, "fr")
    for text in (
        'lang="fr"',
        campaign.title,
        "2\xa0kg de légumes",
        'target="_blank"',
        "/registre/",
    ):
        assert text in answer.text
    assert f'action="/acts/{campaign.meter.key}/click"' in answer.text
    english = client.get(f"{frame}?langue=en")
    assert english["Content-Language"] == "en"
    for text in ('lang="en"', "Two kilos", "I give 2\xa0kg of légumes", "/en/registre/"):
        assert text in english.text


def test_reading_counts_nothing_and_each_frame_has_its_own_token(client, frame):
    answer = client.get(frame)
    assert token(answer.text) != token(client.get(frame).text)
    assert "no-store" in answer["Cache-Control"]
    assert not answer.cookies
    assert Act.objects.count() == 0


def test_the_token_names_an_open_host_only(client, frame, host):
    assert f".click.{host.key}." in token(client.get(f"{frame}?hote={host.key}").text)
    for key in ("unknown123", "%00", "é"):
        assert ".click.." in token(client.get(f"{frame}?hote={key}").text)
    EmbedHost.objects.update(is_open=False)
    assert ".click.." in token(client.get(f"{frame}?hote={host.key}").text)


def test_the_frame_may_stand_anywhere_and_nothing_else_may(client, frame, code):
    answer = client.get(frame)
    found = policy(answer)
    assert "frame-ancestors" not in found
    assert "allow-scripts" in found["sandbox"]
    assert "allow-same-origin" not in found["sandbox"]
    assert found["default-src"] == ["'none'"]
    assert "X-Frame-Options" not in answer
    for other in (code, "/campagnes/", frame.replace("cadre/", "pastille.svg")):
        answer = client.get(other)
        assert policy(answer)["frame-ancestors"] == ["'self'"]
        assert "sandbox" not in policy(answer)
        assert answer["X-Frame-Options"] == "DENY"


def test_the_frame_is_small(client, frame):
    names = ("ui/tokens.css", "campaigns/frame.css", "campaigns/frame.js")
    files = [Path(finders.find(name)).read_bytes() for name in names]
    page = client.get(frame)
    assert page.text.count('<link rel="stylesheet"') + page.text.count("<script") == len(files)
    # Smaller than allowed even before compression, and many times so after.
    assert len(page.content) + sum(map(len, files)) <= MOST_BYTES
    assert sum(len(brotli.compress(part)) for part in (page.content, *files)) <= MOST_BYTES / 2


def test_a_campaign_that_is_gone_says_so_in_the_frame(client, campaign, frame):
    campaign.unpublish()
    answer = client.get(frame)
    assert answer.status_code == 404
    assert "X-Frame-Options" not in answer
    assert campaign.title not in answer.text
    assert "<form" not in answer.text
    assert client.get(frame.replace(campaign.meter.key, "0" * 16)).status_code == 404


def test_a_campaign_without_a_promise_has_no_button(client, make_campaign):
    page = make_campaign(promise="1 vue = 1 voix")
    answer = client.get(reverse("widget_frame", args=[page.meter.key]))
    assert "1 vue = 1 voix" in answer.text
    assert "<form" not in answer.text


def test_frames_are_read_in_few_questions(client, frame, host, django_assert_max_num_queries):
    client.get(frame)
    with django_assert_max_num_queries(12):
        client.get(f"{frame}?hote={host.key}")


@pytest.mark.parametrize(("form", "kind"), [("svg", "image/svg+xml"), ("png", "image/png")])
def test_the_badge_is_kept_for_a_minute(client, campaign, form, kind):
    address = reverse("widget_badge", args=[campaign.meter.key, form])
    answer = client.get(address)
    assert answer["Content-Type"] == kind
    assert answer["Cache-Control"] == "public, max-age=60"
    again = client.get(address, headers={"if-none-match": answer["ETag"]})
    assert (again.status_code, again.content, again["ETag"]) == (304, b"", answer["ETag"])
    assert client.get(address.replace(campaign.meter.key, "0" * 16)).status_code == 404


def test_the_page_cache_leaves_the_widget_alone(client, settings, campaign, frame):
    settings.PAGE_CACHE_S = 30
    address = reverse("widget_badge", args=[campaign.meter.key, "svg"])
    for _ in range(2):
        assert client.get(address)["Cache-Control"] == "public, max-age=60"
    assert token(client.get(frame).text) != token(client.get(frame).text)


def test_a_code_of_one_s_own(client, code):
    answer = client.post(code, TYPED)
    host = EmbedHost.objects.get()
    assert answer.status_code == 302
    assert answer.url == f"{code}?hote={host.key}#codes"
    text = client.get(answer.url.partition("#")[0]).text
    assert text.count(host.key) >= 4
    assert '<form class="form"' not in text


def test_the_codes_work_without_a_name_too(client, code, campaign):
    answer = client.get(code)
    assert "no-store" in answer["Cache-Control"]
    assert "&lt;iframe src=" in answer.text
    assert "&lt;potager-vignette" in answer.text
    assert client.get(f"/en{code}").status_code == 200


def test_a_mistake_is_named_and_nothing_is_lost(client, code):
    answer = client.post(code, {**TYPED, "address": "mon blog", "contact": "zoe@example.org"})
    assert 'class="errorlist' in answer.text
    for text in TYPED["name"], "mon blog", "zoe@example.org":
        assert f'value="{text}"' in answer.text
    assert EmbedHost.objects.count() == 0


def test_too_many_codes_from_one_network(client, code):
    for _ in range(MOST_PER_NETWORK):
        client.post(code, TYPED)
    answer = client.post(code, TYPED)
    assert answer.status_code == 429
    assert f'value="{TYPED["name"]}"' in answer.text
    assert EmbedHost.objects.count() == MOST_PER_NETWORK


def test_only_a_public_campaign_has_codes(client, campaign, code):
    campaign.unpublish()
    assert client.get(code).status_code == 404
    assert client.post(code, TYPED).status_code == 404


@pytest.fixture
def press(client, campaign, frame, asgi, monkeypatch):
    """Press the button of a fresh frame, as a browser does from a frame without an origin."""
    monkeypatch.setattr(tokens, "SHOWN_AT_LEAST_MS", 0)

    def press(host_key: str = "", origin: str = "null", **headers: str):
        body = {"token": token(client.get(f"{frame}?hote={host_key}").text), "lang": "fr"}
        known = {"host": "localhost", "user_agent": FIREFOX, "origin": origin, **headers}
        address = f"/acts/{campaign.meter.key}/click"
        return asgi("POST", address, body=body, address="192.0.2.7", **known)

    yield press
    writer._thread.submit(connections.close_all).result()


@pytest.mark.django_db(transaction=True)
def test_a_press_counts_once_per_person_day_and_host(press, host):
    other = EmbedHost.objects.create(name="Max", address="https://max.example/")
    ended = [json.loads(press(key).body) for key in (host.key, host.key, other.key, "unknown123")]
    assert [one["reason"] or one["verdict"] for one in ended] == [
        "counted",
        "already_counted",
        "counted",
        "counted",
    ]
    counted = Act.objects.filter(verdict="counted").order_by("number")
    assert list(counted.values_list("host", flat=True)) == [host.key, other.key, ""]


@pytest.mark.django_db(transaction=True)
def test_the_frame_may_read_the_answer_and_gets_no_cookie(press, host):
    answer = press(host.key)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in answer.headers
    assert "set-cookie" not in answer.headers
    assert "access-control-allow-origin" not in press(origin="http://localhost").headers


@pytest.mark.django_db(transaction=True)
def test_a_press_without_a_script_leads_to_the_receipt(press, client, host):
    answer = press(host.key, accept="text/html")
    assert answer.status == 303
    assert client.get(answer.headers["location"]).status_code == 200
