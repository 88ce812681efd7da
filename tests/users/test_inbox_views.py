"""The inbox through all layers: seen, filtered, taken, handed over, and lost to a faster one."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from users.models import Charge

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("house", "kinds")]


@pytest.fixture
def chief(make_user):
    return make_user("chief")


@pytest.fixture
def desk(client, chief):
    client.force_login(chief)
    return client


def give(desk, work, owner="me", seen="", **values):
    form = {"kind": work.last_name, "key": work.pk, "owner": owner, "seen": seen, **values}
    return desk.post(reverse("inbox_give"), form)


def test_what_waits(desk, make_work):
    make_work("sowing", "<b>Radis</b>", date_joined=timezone.now() - timedelta(hours=30))
    make_work("weeding", "Orties")
    page = desk.get(reverse("inbox")).content.decode()
    assert "&lt;b&gt;Radis&lt;/b&gt;" in page
    assert page.count("inbox__overdue") == 1
    assert page.index("Radis") < page.index("Orties")
    one = desk.get(f"{reverse('inbox')}?shown=weeding").content.decode()
    assert ("Radis" in one, "Orties" in one) == (False, True)


@pytest.mark.parametrize("query", ["", "?shown=x", "?mine=1", "?mine=1&shown=sowing", "?mine=x"])
def test_empty_and_odd_wishes(desk, query):
    assert desk.get(f"{reverse('inbox')}{query}").status_code == 200


def test_taken_handed_over_and_given_back(desk, chief, make_user, make_work):
    work, zoe = make_work("sowing"), make_user("zoe sowing")
    here = f"{reverse('inbox')}?shown=sowing"
    assert give(desk, work, next=here).url == here
    assert Charge.objects.get().owner == chief
    assert "Les radis" in desk.get(f"{reverse('inbox')}?mine=1").content.decode()
    give(desk, work, zoe.pk, chief.pk)
    assert Charge.objects.get().owner == zoe
    assert "Les radis" not in desk.get(f"{reverse('inbox')}?mine=1").content.decode()
    elsewhere = give(desk, work, "nobody", zoe.pk, next="https://elsewhere.example/")
    assert (elsewhere.url, Charge.objects.get().owner) == (reverse("inbox"), None)


def test_the_slower_one_reads_who_has_it(desk, make_user, make_work):
    work, zoe = make_work("sowing"), make_user("zoe sowing")
    Charge.objects.create(kind="sowing", key=str(work.pk), owner=zoe)
    answer = give(desk, work)
    assert answer.status_code == 409
    assert "zoe sowing" in answer.content.decode()
    assert "INB-002" in answer.content.decode()
    assert Charge.objects.get().owner == zoe


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"owner": ""}, 422),
        ({"owner": "999999"}, 422),
        ({"owner": "²"}, 422),
        ({"kind": "burning"}, 403),
        ({"key": "x"}, 410),
        ({"seen": "x" * 50}, 302),
        ({"shown": "sowing", "mine": "1", "key": "0"}, 410),
    ],
)
def test_what_is_sent_oddly(desk, make_work, form, status):
    assert give(desk, make_work("sowing"), **form).status_code == status


def test_only_for_those_with_work(client, make_user, make_work):
    client.force_login(make_user("ana"))
    assert client.get(reverse("inbox")).status_code in (302, 403)
    assert give(client, make_work("sowing")).status_code in (302, 403)
    assert not Charge.objects.exists()


@pytest.mark.parametrize("things", [1, 3])
def test_the_page_costs_the_same_however_much_waits(
    desk, make_work, things, django_assert_num_queries
):
    for kind in ("sowing", "weeding", "picking"):
        for _ in range(things):
            make_work(kind)
    desk.get(reverse("inbox"))
    with django_assert_num_queries(17):
        desk.get(reverse("inbox"))
