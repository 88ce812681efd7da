"""The reports in the CMS, their files, and the links that sponsors get."""

import re
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from audience.models import Meter
from campaigns.models import EmbedHost, Organisation, SponsorReportLink
from tests.campaigns.views.conftest import sent

pytestmark = pytest.mark.django_db

SITE = "/admin/audience/"


@pytest.fixture
def desk(client, editor):
    client.force_login(editor)
    return client


def of_campaign(meter: Meter) -> str:
    return reverse("campaign_report", args=[meter.pk])


def words(answer) -> str:
    """The text of a page as it is read, without its tags."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]*>", " ", answer.content.decode()))


def test_the_site_and_on_to_its_campaigns(desk, meter, total):
    total(1_234, days_ago=2)
    total(30, kind="view")
    total(7, verdict="refused", reason="bot")
    answer = desk.get(SITE)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert page.count('<svg class="plot__svg"') == 1
    assert f'href="{of_campaign(meter)}"' in page
    sums = dict(re.findall(r"<dt>([^<]+)</dt><dd>([^<]+)</dd>", page))
    counted = [re.sub(r"\D", "", value) for value in sums.values()]
    assert counted[:6] == ["1264", "1234", "30", "1271", "7", "0"]


def test_nothing_happened_yet(desk, meter):
    assert desk.get(SITE).status_code == 200
    assert desk.get(of_campaign(meter)).status_code == 200
    assert desk.get(of_campaign(Meter(pk=meter.pk + 1))).status_code == 404


def test_only_the_days_that_were_chosen(desk, meter, total, today):
    total(5, days_ago=40)
    total(3, days_ago=8)
    first, last = today - timedelta(days=40), today - timedelta(days=39)
    for query, rows in (
        ("", 30),
        ("?period=7", 7),
        ("?period=90", 90),
        ("?period=8", 30),
        ("?period=x", 30),
        (f"?first={first}&last={last}", 2),
    ):
        page = desk.get(of_campaign(meter) + query).content.decode()
        days = page.split("report__details")[1].split("</details>")[0]
        assert days.count('<th scope="row">') == rows


@pytest.mark.parametrize(
    "query",
    [
        "?first=2026-03-01",
        "?last=2026-03-01",
        "?first=x&last=2026-03-01",
        "?first=2026-02-30&last=2026-03-01",
        "?first=2026-03-02&last=2026-03-01",
        "?first=2026-03-02&last=2999-03-01",
        "?first=1999-03-02&last=2026-03-01",
    ],
)
@pytest.mark.parametrize("file", ["", "&file=csv", "&file=xlsx"])
def test_other_days_are_refused_and_stay_in_the_form(desk, meter, query, file):
    answer = desk.get(of_campaign(meter) + query + file)
    assert answer.status_code == 422
    assert "help-critical" in answer.content.decode()
    for typed in re.findall(r"(?:first|last)=([^&]+)", query):
        assert f'value="{typed}"' in answer.content.decode()


def test_a_film_in_its_curve(desk, make_film, watched):
    film = make_film(with_files=False, duration=100.0)
    watched(film, 10, seconds={0: 20.0, 1: 10.0})
    page = desk.get(reverse("film_report", args=[film.pk])).content.decode()
    assert page.count('<svg class="plot__svg"') == 2
    assert "100\N{NO-BREAK SPACE}%</td>" in page
    assert "50\N{NO-BREAK SPACE}%</td>" in page
    assert reverse("film_report", args=[film.pk]) in desk.get(SITE).content.decode()


def test_a_film_that_nobody_saw(desk, make_film):
    film = make_film(with_files=False)
    assert desk.get(reverse("film_report", args=[film.pk])).status_code == 200
    assert desk.get(reverse("film_report", args=[film.pk + 1])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_three_as_for_one(
    desk,
    number,
    meter,
    total,
    came,
    shared,
    make_film,
    watched,
    make_pledge,
    django_assert_num_queries,
    make_campaign,
):
    for index in range(number):
        other = Meter.objects.create(name=f"Campagne {index}")
        host = EmbedHost.objects.create(name=f"Site {index}", address="https://a.example")
        film = make_film(f"Film {index}", with_files=False)
        make_campaign(f"Affiche {index}", video=film, meter=other)
        watched(film, 20, seconds={0: 2.0})
        total(20, meter=other, host=host.key)
        total(20, host=host.key)
        for one in (meter, other):
            came(20, "widget", host.key, meter=one)
        shared(20, meter, secret=f"s{index}")
        make_pledge()
    film = make_film("Seul", with_files=False)
    make_campaign("Seule", video=film, meter=meter)
    watched(film, 20, seconds={0: 2.0})
    for address, queries in ((SITE, 20), (of_campaign(meter), 29)):
        desk.get(address)
        with django_assert_num_queries(queries):
            assert desk.get(address).status_code == 200


def test_how_people_came_and_how_often_pages_were_shared(desk, meter, total, came, shared):
    total(6)
    total(3, kind="view")
    came(5, "channel", "mastodon")
    came(3, "site", "blog.example", kind="view")
    came(1, "own", "")
    shared(7, meter)
    page = desk.get(of_campaign(meter)).content.decode()
    assert page.count('<svg class="plot__svg"') == 3
    read = words(desk.get(SITE))
    assert re.search(r"Mastodon\s+lien de partage 5 0 5", read)
    assert re.search(r"blog\.example\s+un autre site 0 3 3", read)
    assert re.search(r"Mastodon 7", read)


@pytest.mark.parametrize("table", ["sources", "shares"])
def test_they_are_files_too(desk, meter, came, shared, table):
    came(5, "site", "blog.example")
    shared(7, meter)
    rows = sent(desk.get(f"{SITE}?file=csv&table={table}")).decode("utf-8-sig").splitlines()
    assert len(rows) == 2
    assert rows[1].endswith((",blog.example,5", ",Mastodon,7"))
    sheets = load_workbook(BytesIO(sent(desk.get(f"{of_campaign(meter)}?file=xlsx")))).sheetnames
    assert len(sheets) == 3


def test_a_table_that_is_none_is_the_first(desk, total):
    total(3)
    assert sent(desk.get(f"{SITE}?file=csv&table=x")) == sent(desk.get(f"{SITE}?file=csv"))


def test_csv_in_pieces_and_without_formulas(desk, total, today):
    Meter.objects.update(name='=HYPERLINK("http://a")')
    total(12, days_ago=1)
    total(3, days_ago=1, verdict="refused", reason="bot")
    answer = desk.get(SITE + "?period=7&file=csv")
    text = sent(answer).decode()
    lines = text.removeprefix("\ufeff").splitlines()
    assert text.startswith("\ufeff")
    assert len(lines) == 2
    assert '"\'=HYPERLINK(""http://a"")"' in lines[1]
    assert lines[1].endswith(",12,3,0")
    first = today - timedelta(days=6)
    assert answer["Content-Disposition"].endswith(f'_{first}_{today}.csv"')


def test_xlsx_holds_the_same(desk, meter, total, today):
    Meter.objects.update(name="+1")
    total(12, days_ago=1)
    answer = desk.get(of_campaign(meter) + "?file=xlsx")
    book = load_workbook(BytesIO(sent(answer)))
    rows = list(book.active.values)
    day = (today - timedelta(days=1)).isoformat()
    assert rows[1][:2] == (day, "'+1")
    assert rows[1][4:] == (12, 0, 0)


def test_the_files_of_a_film(desk, make_film, watched):
    film = make_film(with_files=False, duration=100.0)
    watched(film, 10, seconds={0: 20.0})
    address = reverse("film_report", args=[film.pk]) + "?period=7&file="
    assert sent(desk.get(address + "csv")).count(b"\r\n") == 8
    book = load_workbook(BytesIO(sent(desk.get(address + "xlsx"))))
    assert [sheet.max_row for sheet in book] == [8, 51]


class TestLinks:
    def give(self, desk, meter, **values):
        sponsor = Organisation.objects.get(name="Coop La Fourche")
        values = {"sponsor": sponsor.pk, "days": 30, **values}
        return desk.post(reverse("give_report_link", args=[meter.pk]), values)

    def test_given_and_opened_and_taken_back(self, desk, client, meter, make_pledge):
        make_pledge()
        assert self.give(desk, meter).url == of_campaign(meter)
        link = SponsorReportLink.objects.get()
        assert abs(link.expires_at - timezone.now() - timedelta(days=30)) < timedelta(minutes=1)
        page = desk.get(of_campaign(meter)).content.decode()
        french, english = re.findall(r'href="http://testserver((?:/en)?/rapport/[^"]+)"', page)
        assert english == f"/en{french}"
        answer = desk.post(reverse("revoke_report_link", args=[link.pk]))
        assert answer.url == of_campaign(meter)
        assert "/rapport/" not in desk.get(of_campaign(meter)).content.decode()
        client.logout()
        assert client.get(french).status_code == 410

    @pytest.mark.parametrize("values", [{"sponsor": 0}, {"days": 5}, {"days": "x"}])
    def test_what_was_not_offered(self, desk, meter, make_pledge, values):
        make_pledge()
        assert self.give(desk, meter, **values).status_code == 422
        assert not SponsorReportLink.objects.exists()

    def test_only_sponsors_of_the_campaign_are_offered(self, desk, meter, make_pledge):
        make_pledge(state="draft")
        assert "give_report_link" not in desk.get(of_campaign(meter)).content.decode()
        assert self.give(desk, meter).status_code == 422

    def test_never_by_following_an_address(self, desk, meter):
        assert desk.get(reverse("give_report_link", args=[meter.pk])).status_code == 405
        assert desk.get(reverse("revoke_report_link", args=[1])).status_code == 405
        assert desk.post(reverse("revoke_report_link", args=[1])).status_code == 404


def test_strangers_log_in_first(client, meter):
    for address in (SITE, of_campaign(meter)):
        assert client.get(address).url.startswith("/admin/login/")


def test_others_of_the_team_read_nothing(client, receiver, meter):
    client.force_login(receiver)
    for address in (SITE, of_campaign(meter), SITE + "?file=csv"):
        assert client.get(address).status_code == 302
    assert client.post(reverse("give_report_link", args=[meter.pk])).status_code == 302
    assert "/admin/audience/" not in client.get("/admin/").content.decode()


def test_the_menu_leads_there(desk):
    assert SITE in desk.get("/admin/").content.decode()


def test_a_pledge_leads_to_its_report(client, desk, make_pledge, receiver):
    pledge = make_pledge()
    address = reverse("pledges:inspect", args=[pledge.pk])
    assert of_campaign(pledge.meter) in desk.get(address).content.decode()
    client.force_login(receiver)
    assert of_campaign(pledge.meter) not in client.get(address).content.decode()
