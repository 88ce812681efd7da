"""The feed and the calendar of a receipt, and the dates of what is followed."""

from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from audience.domain.review_acts import review_acts
from campaigns.domain.announce import announce
from campaigns.enums import NewsEvent

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"
NONCE = "n" * 22


@pytest.fixture
def pledge(make_campaign, make_pledge, meter):
    make_campaign(meter=meter)
    return make_pledge()


def entries(client, address: str = f"/recu/{NONCE}/nouvelles/"):
    answer = client.get(address)
    assert answer["Content-Type"].startswith("application/atom+xml")
    assert not answer.cookies
    assert (answer["X-Robots-Tag"], answer["Referrer-Policy"]) == ("noindex", "same-origin")
    assert answer["Cache-Control"] == "private, max-age=300"
    return ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")


def titles(found):
    return [entry.findtext(f"{ATOM}title") for entry in found]


@pytest.mark.parametrize(
    ("prefix", "given"), [("", "Donné en votre nom"), ("/en", "Given in your name")]
)
def test_the_act_and_what_became_of_it(client, pledge, act, prefix, given):
    act(nonce=NONCE)
    announce(pledge, NewsEvent.LATE)
    late, own = entries(client, f"{prefix}/recu/{NONCE}/nouvelles/")
    assert own.findtext(f"{ATOM}title") == given
    assert "2\xa0kg" in own.findtext(f"{ATOM}summary")
    page = client.get(f"{prefix}/recu/{NONCE}/").text
    assert f'href="{prefix}/recu/{NONCE}/nouvelles/"' in page
    assert f"webcal://testserver{prefix}/recu/{NONCE}/dates.ics" in page
    for entry in (late, own):
        address, _, anchor = entry.find(f"{ATOM}link").get("href").partition("#")
        assert address == f"http://testserver{prefix}/recu/{NONCE}/"
        assert f'id="{anchor}"' in page


def test_an_act_that_waited_is_news_once_it_counts(client, pledge, act, settings, admin, meter):
    settings.ACTS_PER_NETWORK = 0
    act(nonce=NONCE)
    [waiting] = entries(client)
    assert titles([waiting]) == ["Reçu, en cours de vérification"]
    settings.ACTS_PER_NETWORK = 100
    review_acts(admin, meter.acts.values_list("pk", flat=True), "counted", "Vu")
    [counted] = entries(client)
    assert titles([counted]) == ["Donné en votre nom"]
    assert counted.findtext(f"{ATOM}id") != waiting.findtext(f"{ATOM}id")


def test_its_dates(client, pledge, act):
    act(nonce=NONCE)
    answer = client.get(f"/recu/{NONCE}/dates.ics")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert (answer["X-Robots-Tag"], bool(answer.cookies)) == ("noindex", False)
    events = Calendar.from_ical(answer.content).walk("VEVENT")
    assert [str(event["uid"]) for event in events] == [
        f"promise-{pledge.pk}-end@localhost",
        f"promise-{pledge.pk}-due@localhost",
    ]
    assert str(events[0]["url"]) == f"http://testserver/recu/{NONCE}/"


def test_nobody_acted_under_that_name(client, house):
    for name in ("nouvelles/", "dates.ics"):
        assert client.get(f"/recu/{NONCE}/{name}").status_code == 404
        assert client.post(f"/recu/{NONCE}/{name}").status_code == 405


def test_the_dates_of_what_is_followed(client, pledge, meter):
    for subject in (f"campagne/{meter.key}", f"mecene/{pledge.sponsor_id}"):
        answer = client.get(f"/suivre/{subject}/dates.ics")
        events = Calendar.from_ical(answer.content).walk("VEVENT")
        assert len(events) == 2
        assert str(events[0]["url"]) == f"http://testserver/suivre/{subject}/"
        assert f"/suivre/{subject}/dates.ics" in client.get(f"/suivre/{subject}/").text
    assert client.get("/suivre/campagne/0000/dates.ics").status_code == 404


def test_lives_have_calendars_of_their_own(client, make_live):
    page = make_live()
    subject = f"/suivre/direct/{page.translation_key.hex}/"
    assert client.get(f"{subject}dates.ics").status_code == 404
    assert f"/directs/{page.calendar_uid}.ics" in client.get(subject).text
