"""Who asks, read from the request alone."""

import pytest
from django.http import HttpResponse

from front.session import cookies, hide_address, is_own_origin, team_member


def scope(**headers):
    pairs = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    return {"type": "http", "headers": pairs}


def test_cookies():
    assert cookies(scope(cookie="a=b; c=d")) == {"a": "b", "c": "d"}
    assert cookies(scope()) == {}


def test_a_log_in_is_recognised_until_it_ends(client, admin):
    client.force_login(admin)
    cookie = f"sessionid={client.cookies['sessionid'].value}"
    assert team_member(scope(cookie=cookie)) == admin
    client.logout()
    assert team_member(scope(cookie=cookie)) is None


def test_somebody_who_may_no_longer_come_in(client, admin):
    client.force_login(admin)
    admin.is_active = False
    admin.save()
    assert team_member(scope(cookie=f"sessionid={client.cookies['sessionid'].value}")) is None


@pytest.mark.parametrize("cookie", ["", "sessionid=", "sessionid=\x00", "%%;;="])
def test_no_session(db, cookie):
    assert team_member(scope(cookie=cookie)) is None


@pytest.mark.parametrize(
    ("origin", "is_ours"),
    [
        ("", True),
        ("http://localhost:8000", True),
        ("https://tv.example.org", True),
        ("null", False),
        ("https://evil.example", False),
        ("http://localhost:9000", False),
    ],
)
def test_origins(settings, origin, is_ours):
    settings.CSRF_TRUSTED_ORIGINS = ["https://tv.example.org"]
    headers = {"origin": origin} if origin else {}
    assert is_own_origin(scope(host="localhost:8000", **headers)) is is_ours


def test_a_hidden_address_goes_to_no_other_site():
    answer = HttpResponse("une page", status=422)
    assert hide_address(answer) is answer
    assert (answer["Referrer-Policy"], answer.status_code) == ("same-origin", 422)
