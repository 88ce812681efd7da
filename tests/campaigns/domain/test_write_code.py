"""The code that others copy."""

from html.parser import HTMLParser

import pytest

from campaigns.domain.write_code import SANDBOX, codes_for, frame_code
from tests.conftest import REPOSITORY

pytestmark = pytest.mark.django_db
ORIGIN = "https://la-cagette.example"


def tags(code: str) -> dict[str, dict[str, str | None]]:
    found: dict[str, dict[str, str | None]] = {}

    class Reader(HTMLParser):
        def handle_starttag(self, tag, attrs):
            found[tag] = dict(attrs)

    Reader().feed(code)
    return found


def test_three_codes_lead_to_the_campaign(make_campaign):
    page = make_campaign("Un « légume » <b>")
    key = page.meter.key
    codes = codes_for(page, "zoe1234567", "en", ORIGIN)
    link = tags(codes.link)
    assert link["a"]["href"] == f"{ORIGIN}{page.url}"
    assert link["img"]["src"] == f"{ORIGIN}/vignette/{key}/pastille.png?langue=en"
    assert link["img"]["alt"] == "Un « légume » <b>"
    frame = tags(codes.frame)["iframe"]
    assert frame["src"] == f"{ORIGIN}/vignette/{key}/cadre/?hote=zoe1234567&langue=en"
    assert frame["src"] == codes.frame_address
    assert frame["title"].endswith("Un « légume » <b>")
    component = tags(codes.component)
    assert component["script"]["src"] == f"{ORIGIN}/static/campaigns/vignette.js"
    assert component["potager-vignette"] == {"meter": key, "host": "zoe1234567", "lang": "en"}
    assert "b" not in component


def test_nobody_is_credited_without_a_key(make_campaign):
    codes = codes_for(make_campaign(), "", "fr", ORIGIN)
    assert "hote" not in codes.frame
    assert "host" not in codes.component


def test_sizes(make_campaign):
    frame = tags(frame_code(make_campaign(), "", "fr", ORIGIN, (300, 200)))["iframe"]
    assert (frame["width"], frame["height"]) == ("300", "200")


def test_code_and_element_make_the_same_frame(make_campaign):
    frame = tags(frame_code(make_campaign(), "", "fr", ORIGIN))["iframe"]
    script = (REPOSITORY / "campaigns/static/campaigns/vignette.js").read_text()
    assert f'SANDBOX = "{SANDBOX}"' in script
    assert f"WIDTH_PX = {frame['width']};" in script
    assert f"HEIGHT_PX = {frame['height']};" in script
    assert "allow-same-origin" not in SANDBOX
