"""The token of a button: for one meter and kind, after a second, for twelve hours."""

import pytest

from audience.domain.tokens import VALID_MS, TokenRefused, new_token, now_ms, read_token
from audience.enums import Reason

METER = "0123456789abcdef"


def refusal(text, meter_key, kind, at_ms):
    with pytest.raises(TokenRefused) as caught:
        read_token(text, meter_key, kind, at_ms)
    return caught.value.reason


def test_a_token_says_what_it_was_made_for(clock):
    token = new_token(METER, "click", "blog")
    assert (token.meter_key, token.kind, token.host) == (METER, "click", "blog")
    assert token.issued_ms == now_ms() == clock.ms
    assert read_token(token.text(), METER, "click", clock.go(1)) == token


def test_no_two_are_alike():
    assert len({new_token(METER, "click").nonce for _ in range(100)}) == 100


def test_the_button_must_have_been_seen_for_a_second(clock):
    token = new_token(METER, "click").text()
    assert refusal(token, METER, "click", clock.go(0.999)) == Reason.TOO_FAST
    assert read_token(token, METER, "click", clock.go(0.001))


def test_it_lasts_twelve_hours(clock):
    token = new_token(METER, "click")
    assert read_token(token.text(), METER, "click", clock.go(VALID_MS / 1000)) == token
    with pytest.raises(TokenRefused) as caught:
        read_token(token.text(), METER, "click", clock.go(0.001))
    assert (caught.value.reason, caught.value.nonce) == (Reason.TOKEN_EXPIRED, token.nonce)


def test_a_clock_that_was_set_back_makes_it_too_fast(clock):
    token = new_token(METER, "click").text()
    assert refusal(token, METER, "click", clock.go(-3600)) == Reason.TOO_FAST


@pytest.mark.parametrize(("meter_key", "kind"), [("f" * 16, "click"), (METER, "like")])
def test_not_for_another_meter_or_kind(clock, meter_key, kind):
    token = new_token(METER, "click").text()
    assert refusal(token, meter_key, kind, clock.go(2)) == Reason.TOKEN_FORGED


@pytest.mark.parametrize("text", ["", "a.b.c.d.e.f", "\ud800", "....."])
def test_not_what_somebody_made_up(clock, text):
    assert refusal(text, METER, "click", clock.go(2)) == Reason.TOKEN_FORGED


def test_not_with_one_letter_changed(clock):
    text = new_token(METER, "click").text()
    clock.go(2)
    for place in range(len(text)):
        changed = text[:place] + ("A" if text[place] != "A" else "B") + text[place + 1 :]
        assert refusal(changed, METER, "click", clock.ms) == Reason.TOKEN_FORGED
