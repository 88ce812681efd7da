"""The public page, and the way in."""

import pytest

from ambassadors.models import Ambassador
from audience.models import Mail

pytestmark = pytest.mark.django_db
JOIN = "/ambassadeurs/devenir/"


def test_nobody_yet(client, house):
    answer = client.get("/ambassadeurs/")
    assert answer.status_code == 200
    assert "<table" not in answer.text
    assert not answer.cookies


def test_the_first_ten(client, house, make_ambassador, bring):
    for number in range(12):
        bring(make_ambassador(f"<i>{number}"), 12 - number)
    shown = client.get("/ambassadeurs/").text
    assert shown.count("<tr><td") == 10
    assert "&lt;i&gt;0" in shown
    assert "&lt;i&gt;11" not in shown


def test_joining(client, house):
    assert client.get(JOIN).status_code == 200
    answer = client.post(JOIN, {"alias": "Zoé", "email": "zoe@example.org"})
    assert answer["location"] == "/ambassadeurs/envoye/"
    assert not answer.cookies
    assert client.get("/ambassadeurs/envoye/").status_code == 200
    assert Ambassador.objects.get().alias == "Zoé"


@pytest.mark.parametrize(
    ("values", "status"),
    [
        ({"alias": "", "email": "zoe@example.org"}, 422),
        ({"alias": "Zoé", "email": "no"}, 422),
        ({"alias": "Modération", "email": "zoe@example.org"}, 422),
        ({"alias": "x" * 5000, "email": "a" * 5000}, 422),
        ({"alias": "\x00\ud7ff", "email": "zoe@example.org"}, 422),
    ],
)
def test_bad_input_loses_nothing(client, house, values, status):
    answer = client.post(JOIN, values)
    assert answer.status_code == status
    assert not Ambassador.objects.exists()
    if values["alias"] == "Modération":
        assert 'value="Modération"' in answer.text


def test_from_elsewhere(client, house):
    values = {"alias": "Zoé", "email": "zoe@example.org"}
    answer = client.post(JOIN, values, headers={"origin": "https://evil.example"})
    assert answer.status_code == 403
    assert not Ambassador.objects.exists()
    answer = client.post(
        "/ambassadeurs/lien/", {"email": "a@b.example"}, headers={"origin": "https://evil.example"}
    )
    assert answer.status_code == 403


def test_another_link_says_the_same_to_everybody(client, house, make_ambassador):
    make_ambassador(email="zoe@example.org")
    answers = [
        client.post("/ambassadeurs/lien/", {"email": email})
        for email in ("zoe@example.org", "nobody@example.org")
    ]
    assert [answer["location"] for answer in answers] == ["/ambassadeurs/envoye/"] * 2
    assert Mail.objects.count() == 1
    assert client.get("/ambassadeurs/lien/").status_code == 200
    assert client.post("/ambassadeurs/lien/", {"email": "x"}).status_code == 422
