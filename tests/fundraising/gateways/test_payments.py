"""Gateways are registered by their rooms."""

from fundraising.gateways.payments import gateway_choices, gateway_named


def test_the_built_in_one_is_there_and_off(settings):
    gateway = gateway_named("test")
    assert gateway.is_test
    assert not gateway.is_on()
    settings.TEST_GIFTS = "hidden"
    assert gateway.is_on()
    assert "test" in dict(gateway_choices())
    assert gateway_named("nobody") is None
