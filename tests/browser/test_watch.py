"""The guard that all browser tests rely on must itself notice what it is there for."""

import pytest

from tests.browser.site import wait_until


def test_every_kind_of_fault_is_noted(new_context, watch):
    context = new_context(bypass_csp=True)
    context.route("http://elsewhere.test/*", lambda route: route.fulfill(body="hello"))
    context.route("**/broken", lambda route: route.fulfill(status=503))
    page = context.new_page()
    page.goto("/")
    page.evaluate("() => console.error('a planted error')")
    page.evaluate("() => { setTimeout(() => { throw new Error('a planted exception') }) }")
    page.evaluate("() => { new Image().src = 'http://elsewhere.test/pixel' }")
    page.evaluate("() => fetch('/broken')")
    wait_until(lambda: len(watch.faults) >= 5, "the page has done all its harm")
    with pytest.raises(AssertionError) as caught:
        watch.check()
    for fault in ("a planted error", "a planted exception", "elsewhere.test/pixel", "status 503"):
        assert fault in str(caught.value)


def test_a_violation_of_the_policy_is_noted(page, watch):
    page.goto("/")
    page.evaluate("() => { document.body.setAttribute('onclick', 'alert(1)') }")
    page.evaluate("() => document.body.click()")
    wait_until(lambda: bool(watch.faults), "the violation is told")
    with pytest.raises(AssertionError, match="Content Security Policy"):
        watch.check()


def test_announced_faults_pass(page, watch):
    page.goto("/")
    page.evaluate("() => console.error('a planted error')")
    wait_until(lambda: bool(watch.faults), "the error is told")
    watch.allow("planted")
    watch.check()
