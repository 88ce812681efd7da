"""The team's list of share links, and the page of one."""

import pytest
from django.urls import reverse

from audience.models import ShareCode
from tests.audience.sharing import code_of, leek  # noqa: F401

pytestmark = pytest.mark.django_db
LIST = "/admin/share-links/"


@pytest.fixture
def desk(client, admin):
    client.force_login(admin)
    return client


def test_the_list(desk, meter, leek):  # noqa: F811
    code_of(None, key="9")
    code = code_of(meter)
    shown = desk.get(LIST).text
    assert code.code in shown
    assert "Le &lt;b&gt;poireau&lt;/b&gt;" in shown
    assert code.code in desk.get(LIST, {"q": "poireau", "p": "x"}).text
    assert code.code not in desk.get(LIST, {"state": "revoked"}).text
    assert code.code in desk.get(LIST, {"state": "anything"}).text
    assert code.code not in desk.get(LIST, {"q": "'); DROP"}).text


def test_no_link_yet(desk):
    assert desk.get(LIST).status_code == 200


def test_long_lists_have_pages(desk, meter, leek):  # noqa: F811
    for number in range(51):
        code_of(meter, key=str(number))
    shown = desk.get(LIST, {"q": meter.name}).text
    assert "?q=Deux+kilos&amp;state=&amp;p=2" in shown
    assert "?q=Deux+kilos&amp;state=&amp;p=1" in desk.get(LIST, {"q": meter.name, "p": 2}).text


def test_revoked_and_given_back(desk, meter, leek, client):  # noqa: F811
    code = code_of(meter, secret="s")
    page = reverse("rule_share_link", args=[code.pk])
    assert "poireau" in desk.get(page).text
    answer = desk.post(page, {"why": " "})
    assert (answer.status_code, "SHR-102" in answer.text) == (422, True)
    assert desk.post(page, {"why": "Copied <i>everywhere</i>"})["location"] == page
    assert "Copied &lt;i&gt;everywhere&lt;/i&gt;" in desk.get(page).text
    assert "Copied &lt;i&gt;everywhere&lt;/i&gt;" in client.get("/mon-lien/s/").text
    followed = client.get(f"/s/{code.code}")
    assert (followed.status_code, followed["location"]) == (302, leek.address)
    again = desk.post(page, {"why": "once more"})
    assert (again.status_code, "SHR-103" in again.text) == (409, True)
    assert desk.post(page, {"ruling": "restore"}).status_code == 302
    assert ShareCode.objects.get().revoked_at is None
    assert "par=" in client.get(f"/s/{code.code}")["location"]


def test_rights(client, meter, make_user, leek):  # noqa: F811
    code = code_of(meter)
    page = reverse("rule_share_link", args=[code.pk])
    client.force_login(make_user("mo", "wagtailadmin.access_admin"))
    assert client.get(LIST).status_code == 302
    assert client.get(page).status_code == 302
    reader = make_user("lea", "wagtailadmin.access_admin", "audience.view_sharecode")
    client.force_login(reader)
    assert 'name="why"' not in client.get(page).text
    assert client.post(page, {"why": "why"}).status_code == 403
    assert client.get(f"{LIST}9999/").status_code == 404
