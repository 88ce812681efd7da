"""Gateways are registered by their rooms."""

from datetime import date

from fundraising.gateways.payments import Fee, fee_on, gateway_choices, gateway_named


def test_the_built_in_one_is_there_and_off(settings):
    gateway = gateway_named("test")
    assert gateway.is_test
    assert not gateway.is_on()
    settings.TEST_GIFTS = "hidden"
    assert gateway.is_on()
    assert "test" in dict(gateway_choices())
    assert gateway_named("nobody") is None


def test_the_fee_that_holds_on_a_day():
    old, new = Fee(date(2024, 1, 1), 140, 25), Fee(date(2026, 1, 1), 150, 25)
    assert fee_on((old, new), date(2023, 12, 31)) is None
    assert fee_on((old, new), date(2025, 12, 31)) == old
    assert fee_on((old, new), date(2026, 1, 1)) == new
