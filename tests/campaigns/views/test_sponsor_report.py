"""What a sponsor reads behind its link, and what it never does."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook

from campaigns.domain.open_report_link import name_in_address
from campaigns.models import EmbedHost, SponsorReportLink
from tests.campaigns.views.conftest import sent

pytestmark = pytest.mark.django_db


@pytest.fixture
def pledge(house, make_pledge, total):
    """Ten days of a campaign: 127 clicks on most of them, 3 on one."""
    for days_ago in range(1, 10):
        total(3 if days_ago == 4 else 127, days_ago=days_ago)
        total(40, days_ago=days_ago, kind="view", host="hotehote")
    return make_pledge(starts_at=timezone.now() - timedelta(days=9))


@pytest.fixture
def link(pledge):
    expires_at = timezone.now() + timedelta(days=1)
    return SponsorReportLink.objects.create(
        meter=pledge.meter, sponsor=pledge.sponsor, expires_at=expires_at
    )


@pytest.fixture
def address(link) -> str:
    with override("en"):
        return reverse("sponsor_report", args=[name_in_address(link)])


def test_it_is_read_without_an_account_and_kept_nowhere(client, address, link):
    answer = client.get(address)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert link.sponsor.name in page
    assert not answer.cookies
    assert {"no-store", "private"} <= set(answer["Cache-Control"].split(", "))
    assert answer["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in page
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "unsafe-inline" not in answer["Content-Security-Policy"]
    assert "style=" not in page.split("<main")[1].split("</main>")[0]
    assert "csrf" not in page
    assert client.get(address).status_code == 200


def test_a_small_day_is_hidden_with_another(client, address, total):
    total(2, days_ago=7, kind="like")
    page = client.get(address).content.decode()
    cells = page.split('aria-labelledby="days"')[1].split("</section>")[0]
    assert cells.count(">160<") == 8  # 127 + 40
    assert cells.count(">40<") == 1
    assert "167" not in cells


def test_small_figures_are_hidden_on_the_page_and_in_the_files(client, pledge, address, total):
    from audience.models import DailyTotal

    DailyTotal.objects.filter(kind="view").delete()
    page = client.get(address).content.decode()
    days = page.split('aria-labelledby="days"')[1].split("</section>")[0]
    assert days.count(">hidden<") == 2
    assert ">3<" not in page
    text = sent(client.get(f"{address}?file=csv")).decode()
    per_day = [line for line in text.splitlines() if line.startswith("Acts per day")]
    assert len(per_day) == 9
    assert sum(line.endswith(",hidden") for line in per_day) == 2
    book = load_workbook(BytesIO(sent(client.get(f"{address}?file=xlsx"))))
    rows = [row for row in book.active.values if row[0] == "Acts per day"]
    assert [str(row[2]) for row in rows] == [line.split(",")[2] for line in per_day]


def test_small_places_are_not_even_named(client, address, total):
    big = EmbedHost.objects.create(name="Le grand blog", address="https://grand.example")
    small = EmbedHost.objects.create(name="Le petit blog", address="https://petit.example")
    total(200, host=big.key, days_ago=2)
    total(4, host=small.key, days_ago=2)
    page = client.get(address).content.decode()
    places = page.split('aria-labelledby="places"')[1].split("</section>")[0]
    assert "Le grand blog" in places
    assert "Le petit blog" not in page


def test_no_day_can_be_chosen(client, address):
    whole = client.get(address).content
    assert client.get(f"{address}?period=7&first=2026-01-01&last=2026-01-02").content == whole


def test_a_campaign_that_began_today(client, address, pledge):
    pledge.starts_at = timezone.now()
    pledge.save()
    page = client.get(address).content.decode()
    assert 'aria-labelledby="days"' not in page
    assert sent(client.get(f"{address}?file=csv")).count(b"\r\n") == 8
    assert sent(client.get(f"{address}?file=xlsx"))


def test_an_address_of_ones_own_making(client, address, link):
    assert client.get(address.replace(link.key, "A" * 22)).status_code == 404
    assert client.get(address[:-2] + ("A/" if address[-2] != "A" else "B/")).status_code == 404
    assert client.get("/en/rapport/x/").status_code == 404


@pytest.mark.parametrize("field", ["expires_at", "revoked_at"])
@pytest.mark.parametrize("file", ["", "?file=csv", "?file=xlsx"])
def test_a_link_that_is_over(client, address, field, file):
    SponsorReportLink.objects.update(**{field: timezone.now() - timedelta(seconds=1)})
    answer = client.get(address + file)
    assert answer.status_code == 410
    assert "REP-003" in answer.content.decode()
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_only_reading(client, address):
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("number", [1, 3])
def test_as_many_queries_for_three_films_as_for_one(
    client,
    address,
    number,
    pledge,
    make_film,
    make_campaign,
    watched,
    total,
    django_assert_num_queries,
):
    for index in range(number):
        film = make_film(f"Film {index}", with_files=False)
        make_campaign(f"Affiche {index}", video=film, meter=pledge.meter)
        watched(film, 40, seconds={0: 60.0, 1: 30.0})
        host = EmbedHost.objects.create(name=f"Site {index}", address="https://a.example")
        total(20, host=host.key)
    client.get(address)
    with django_assert_num_queries(16):
        page = client.get(address).content.decode()
    assert page.count("plot__line") == number
