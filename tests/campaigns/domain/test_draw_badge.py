"""The badge: a picture with the current figure."""

from io import BytesIO
from xml.etree import ElementTree

import pytest
from django.core.cache import cache
from PIL import Image

from campaigns.domain import display_font
from campaigns.domain.draw_badge import HEIGHT_PX, PNG_SCALE, badge_of

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def campaign(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter, goods="radis & <choux>")
    return page


def drawn(campaign, language="fr") -> ElementTree.Element:
    return ElementTree.fromstring(badge_of(campaign.meter.key, language, "svg").content)


def test_the_figure_is_text(campaign, act):
    act(3, meter_key=campaign.meter.key)
    root = drawn(campaign)
    figure, invitation = root.findall(f"{SVG}text")
    assert figure.text == "6\xa0kg de radis & <choux>"
    assert root.get("aria-label") == f"{figure.text} {invitation.text}"
    assert drawn(campaign, "en").find(f"{SVG}text").text == "6\xa0kg of radis & <choux>"


def test_the_words_keep_within_the_tag(campaign):
    root = drawn(campaign)
    for line in root.findall(f"{SVG}text"):
        assert float(line.get("x")) + float(line.get("textLength")) < float(root.get("width"))


def test_the_picture_has_the_size_of_the_drawing_twice(campaign):
    width = int(drawn(campaign).get("width"))
    picture = Image.open(BytesIO(badge_of(campaign.meter.key, "fr", "png").content))
    assert picture.format == "PNG"
    assert picture.size == (PNG_SCALE * width, PNG_SCALE * HEIGHT_PX)
    # There are letters on it: ink right of the hole, away from the outline.
    inner = picture.convert("RGBA").convert("L").crop((70, 20, picture.width - 30, 100))
    assert inner.getextrema()[0] < 60


def test_a_badge_is_kept_for_a_minute(campaign, act):
    before = badge_of(campaign.meter.key, "fr", "svg")
    act(1, meter_key=campaign.meter.key)
    assert badge_of(campaign.meter.key, "fr", "svg") == before
    cache.clear()
    after = badge_of(campaign.meter.key, "fr", "svg")
    assert after.etag != before.etag


def test_a_private_campaign_has_no_badge(campaign):
    badge_of(campaign.meter.key, "fr", "svg")
    campaign.unpublish()
    assert badge_of(campaign.meter.key, "fr", "svg") is None


def test_voices_where_nothing_is_promised(make_campaign, act):
    page = make_campaign()
    act(2, meter_key=page.meter.key)
    figure, invitation = drawn(page).findall(f"{SVG}text")
    assert figure.text.startswith("2 ")
    assert "!" not in invitation.text


def test_long_words_are_cut(make_campaign, make_pledge):
    page = make_campaign()
    make_pledge(meter=page.meter, goods="l" * 60)
    assert drawn(page).find(f"{SVG}text").text.endswith("l…")


def test_without_our_font_there_is_a_badge_still(campaign, monkeypatch):
    display_font.display_font.cache_clear()
    monkeypatch.setattr(display_font, "_FONT", "nowhere.woff2")
    assert badge_of(campaign.meter.key, "fr", "png").content.startswith(b"\x89PNG")
    display_font.display_font.cache_clear()
