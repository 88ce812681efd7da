"""Calendar and feed through all layers."""

from xml.etree import ElementTree

import pytest
from icalendar import Calendar

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed(client, make_live, translate):
    make_live("Premier")
    second = make_live("Second", pitch="Six potagers.")
    translate(second, title="Second one")
    answer = client.get("/directs.xml")
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert not answer.cookies
    entries = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert [one.findtext(f"{ATOM}title") for one in entries] == ["Second", "Premier"]
    assert entries[0].find(f"{ATOM}link").get("href").endswith(second.url)
    assert "Six potagers." in entries[0].findtext(f"{ATOM}summary")
    english = ElementTree.fromstring(client.get("/en/directs.xml").content)
    assert english.find(f"{ATOM}entry").findtext(f"{ATOM}title") == "Second one"


def test_calendars(client, make_live):
    page = make_live()
    for address in ("/directs.ics", f"/directs/{page.calendar_uid}.ics"):
        answer = client.get(address)
        assert answer["Content-Type"] == "text/calendar; charset=utf-8"
        assert len(Calendar.from_ical(answer.content).walk("VEVENT")) == 1
    assert client.post(address).status_code == 405
    assert f'filename="{page.slug}.ics"' in answer["Content-Disposition"]
    draft = make_live(live=False)
    assert client.get(f"/directs/{draft.calendar_uid}.ics").status_code == 404


def test_a_cancelled_one_does_not_tell_its_name(client, make_live):
    page = make_live(slug="nom-secret")
    page.unpublish()
    answer = client.get(f"/directs/{page.calendar_uid}.ics")
    assert "nom-secret" not in answer["Content-Disposition"]
    assert b"CANCELLED" in answer.content
