"""Follow-up and aliases in the CMS, bound to rights."""

import pytest

from ambassadors.models import Ambassador, Contact
from campaigns.models import EmbedHost
from qa.enums import TextState

pytestmark = pytest.mark.django_db
LIST = "/admin/leaders/"


@pytest.fixture
def ruth(make_user):
    return make_user("ruth", "wagtailadmin.access_admin", "ambassadors.change_contact")


@pytest.fixture
def host(db):
    return EmbedHost.objects.create(name="Le <b>blog", address="https://blog.example/")


def test_the_list(client, ruth, make_ambassador, host):
    make_ambassador()
    client.force_login(ruth)
    shown = client.get(LIST).text
    assert "Zoé des poireaux" in shown
    assert "Le &lt;b&gt;blog" in shown
    assert "Zoé des poireaux" not in client.get(LIST, {"kind": "host", "p": "x"}).text
    assert client.get(LIST, {"kind": "'"}).status_code == 200


def test_nobody_yet(client, ruth):
    client.force_login(ruth)
    assert client.get(LIST).status_code == 200


def test_long_lists_have_pages(client, ruth, db):
    for number in range(51):
        EmbedHost.objects.create(name=f"Blog {number:02}", address="https://blog.example/")
    client.force_login(ruth)
    assert "?kind=host&amp;p=2" in client.get(LIST, {"kind": "host"}).text
    assert "Blog 50" in client.get(LIST, {"p": 2}).text


def test_a_contact_is_noted(client, ruth, host):
    client.force_login(ruth)
    page = f"{LIST}host/{host.pk}/"
    values = {"deed": "note", "on": "2026-11-03", "note": "Wants <i>posters</i>"}
    assert client.post(page, values).status_code == 302
    assert "Wants &lt;i&gt;posters&lt;/i&gt;" in client.get(page).text
    for bad in ({"on": "2026-13-45"}, {"on": "soon"}, {"on": "2999-01-01"}, {"note": " "}):
        answer = client.post(page, values | bad)
        assert (answer.status_code, "AMB-102" in answer.text) == (422, True)
    assert Contact.objects.count() == 1
    assert client.post(page, {"deed": "hide"}).status_code == 404


def test_aliases_are_decided(client, mo, make_ambassador):
    one = make_ambassador("Navet", state=TextState.HELD, held_for="navet")
    client.force_login(mo)
    page = f"{LIST}ambassador/{one.pk}/"
    assert page in client.get(LIST).text
    assert one.email not in client.get(page).text
    assert client.post(page, {"deed": "approve", "seen": "0"}).status_code == 302
    assert client.post(page, {"deed": "hide", "seen": "0"}).status_code == 409
    assert client.post(page, {"deed": "hide", "seen": "1"}).status_code == 302
    answer = client.post(page, {"deed": "reject", "seen": "2", "reason": "x"})
    assert (answer.status_code, "MOD-004" in answer.text) == (400, True)
    values = {"deed": "reject", "seen": "2", "reason": "insult", "why": "Pas gentil"}
    assert client.post(page, values).status_code == 302
    one = Ambassador.objects.get()
    assert (one.state, one.note) == (TextState.REJECTED, "Pas gentil")
    assert client.post(page, {"deed": "note", "on": "2026-11-03", "note": "x"}).status_code == 403


def test_rights(client, mo, make_user, host, make_ambassador):
    one = make_ambassador()
    client.force_login(make_user("nobody", "wagtailadmin.access_admin"))
    assert client.get(LIST).status_code == 302
    client.force_login(mo)
    assert client.get(LIST).status_code == 200
    assert client.get(f"{LIST}host/{host.pk}/").status_code == 404
    reader = make_user("reader", "wagtailadmin.access_admin", "ambassadors.view_contact")
    client.force_login(reader)
    shown = client.get(f"{LIST}ambassador/{one.pk}/").text
    assert one.email in shown
    assert 'name="note"' not in shown
    assert 'value="reject"' not in shown
    assert client.get(f"{LIST}ambassador/999/").status_code == 404
