"""Who signs a call holds the key's secret, now."""

import io
import re

import pytest

from audience.domain.sale_signature import CLOCK_S, ensure_signed, secret_of, signature
from audience.errors import SaleClockOff, SaleForged, SaleRefused, SaleUnsigned
from tests.conftest import REPOSITORY

NOW_S = 1_790_000_000
PATH = "/sales/0123456789abcdef"


def headers(body=b"{}", at=str(NOW_S), key="pk_1", **values):
    signed = signature(secret_of(key), at, PATH, body)
    made = {"potager-key": key, "potager-timestamp": at, "potager-signature": signed}
    return {**made, **values}


def test_a_signed_call():
    assert ensure_signed(headers(), PATH, b"{}", NOW_S) == "pk_1"


def test_the_documented_example():
    """What `printf … | openssl dgst -sha256 -hmac secret` prints for this text."""
    assert signature("secret", "1790000000", PATH, b"{}") == (
        "v1=f48fa1d8b6cc1e819f56189f623b390182eb5e96e32da3213c7de60f66d35b8d"
    )


def test_each_key_has_its_secret():
    assert secret_of("pk_1") != secret_of("pk_2")
    assert len(secret_of("pk_1")) == 43


@pytest.mark.parametrize("name", ["potager-key", "potager-timestamp", "potager-signature"])
def test_a_header_is_missing(name):
    with pytest.raises(SaleUnsigned):
        ensure_signed(headers(**{name: ""}), PATH, b"{}", NOW_S)


@pytest.mark.parametrize(
    ("changed", "path", "body"),
    [
        ({"potager-key": "pk_2"}, PATH, b"{}"),
        ({"potager-timestamp": str(NOW_S + 1)}, PATH, b"{}"),
        ({"potager-signature": "v1=é"}, PATH, b"{}"),
        ({}, f"{PATH}0", b"{}"),
        ({}, PATH, b'{"acts": 100}'),
    ],
)
def test_something_was_changed(changed, path, body):
    with pytest.raises(SaleForged):
        ensure_signed(headers(**changed), path, body, NOW_S)


@pytest.mark.parametrize("at", ["soon", "-5", "٣", "9" * 13])
def test_a_timestamp_is_a_number(at):
    with pytest.raises(SaleForged):
        ensure_signed(headers(at=at), PATH, b"{}", NOW_S)


@pytest.mark.parametrize("late_s", [CLOCK_S + 1, -CLOCK_S - 1])
def test_old_calls_are_not_taken(late_s):
    assert ensure_signed(headers(), PATH, b"{}", NOW_S + CLOCK_S) == "pk_1"
    with pytest.raises(SaleClockOff) as refused:
        ensure_signed(headers(), PATH, b"{}", NOW_S + late_s)
    assert str(NOW_S + late_s) in str(refused.value)


def test_a_replaced_secret_key_goes_on_working(settings):
    signed = headers()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another"
    assert ensure_signed(signed, PATH, b"{}", NOW_S) == "pk_1"


def test_what_the_documentation_shows_works(monkeypatch):
    text = (REPOSITORY / "docs" / "developers" / "sales.md").read_text()
    assert all(kind.code in text for kind in SaleRefused.__subclasses__())
    shown: dict = {}
    exec(re.search(r"```python\n(.*?)```", text, re.DOTALL)[1], shown)
    sent = []

    def urlopen(call, timeout):
        sent.append(call)
        return io.BytesIO(b"{}")

    monkeypatch.setattr("urllib.request.urlopen", urlopen)
    shown["report"]("https://tv.example.org", PATH, "pk_1", secret_of("pk_1"), {"sale": "T1"})
    [call] = sent
    found = {name.lower(): value for name, value in call.header_items()}
    now_s = int(found["potager-timestamp"])
    assert ensure_signed(found, PATH, call.data, now_s) == "pk_1"
