"""Donors take their data along, or have it erased, on the private page of the gift."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def gift(make_gift, tell):
    gift = make_gift(visibility="name", name="Inès")
    tell(gift)
    return gift


def test_taken_along(client, gift):
    address = f"{gift.get_absolute_url()}donnees/"
    assert address in client.get(gift.get_absolute_url()).content.decode()
    answer = client.get(address)
    assert answer.json()["name"] == "Inès"
    assert answer["Referrer-Policy"] == "same-origin"
    assert "attachment" in answer["Content-Disposition"]
    assert client.get("/don/nobody/donnees/").status_code == 404


def test_erased_by_a_press_of_ones_own(client, gift):
    address = f"{gift.get_absolute_url()}effacer/"
    assert client.get(address).status_code == 200
    foreign = client.post(address, headers={"Origin": "https://evil.example"})
    assert foreign.status_code == 403
    gift.refresh_from_db()
    assert gift.name == "Inès"
    assert "Inès" in client.get(gift.fundraiser.get_absolute_url()).content.decode()
    assert client.post(address).url == gift.get_absolute_url()
    gift.refresh_from_db()
    assert (gift.name, gift.paid_cents) == ("", 20_00)
    assert "Inès" not in client.get(gift.fundraiser.get_absolute_url()).content.decode()


def test_kept_under_a_mailbox_that_a_link_proves(client, gift, sign_in):
    address = f"{gift.get_absolute_url()}garder/"
    assert address in client.get(gift.get_absolute_url()).content.decode()
    wrong = client.post(address, {"email": "<b>"})
    assert wrong.status_code == 422
    assert "&lt;b&gt;" in wrong.content.decode()
    foreign = client.post(
        address, {"email": "ines@example.org"}, headers={"Origin": "https://evil.example"}
    )
    assert foreign.status_code == 403
    gift.refresh_from_db()
    assert gift.donor is None
    assert 'role="status"' in client.post(address, {"email": "ines@example.org"}).content.decode()
    gift.refresh_from_db()
    assert client.get("/mes-collectes/mes-dons.json").status_code == 302
    own = sign_in(gift.donor)
    page = own.get("/mes-collectes/").content.decode()
    assert gift.get_absolute_url() in page
    told = own.get("/mes-collectes/mes-dons.json").json()["gifts"]
    assert [(one["reference"], one["kept_under"]) for one in told] == [
        (gift.key, "ines@example.org")
    ]


def test_nobody_elses_gifts(gift, make_supporter, sign_in):
    other = sign_in(make_supporter("lulu@example.org"))
    assert gift.key not in other.get("/mes-collectes/").content.decode()
    assert other.get("/mes-collectes/mes-dons.json").json() == {
        "gifts": [],
        "monthly_gifts": [],
    }
