"""Pressing a button that is an act where no script runs: on a page of its own, a moment later."""

from playwright.sync_api import Locator

# It counts once it was shown for a second, on the server's clock: there is no event to await.
LOOKED_AT_MS = 1_500


def press_without_scripts(button: Locator) -> None:
    """Press `button`, look at the page that it leads to, and press the one there."""
    page = button.page
    button.click()
    confirm = page.locator("main form").get_by_role("button")
    confirm.wait_for()
    page.wait_for_timeout(LOOKED_AT_MS)
    confirm.click()
