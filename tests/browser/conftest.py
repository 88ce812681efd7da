"""A running site, and browsers that fail a test when something goes wrong behind its back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.places import CHRONICLE_PATH, FILM_PATH
from tests.browser.site import PATIENCE_S, LiveSite, running_site
from tests.browser.watch import Watch

HERE = Path(__file__).parent
# Chromium without a window says so in its name, and would be taken for the robot that it is. Given
# to the browser, not to its contexts: those forget it when they leave a page.
PERSON = (
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Safari/537.36"
)
NewContext = Callable[..., BrowserContext]

expect.set_options(timeout=PATIENCE_S * 1000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the browser tests and run them last.

    Playwright keeps an event loop in the main thread, beside which Django refuses its database.
    """
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="module")
def own_lives(site: LiveSite) -> Iterator[None]:
    """Take down the lives of a module once its tests are done: one on air stands on every list."""
    yield
    site.seed("take_down_lives()")


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Iterator[LiveSite]:
    """The real site with a small demo, running until the last test."""
    with running_site(tmp_path_factory.mktemp("site")) as site:
        yield site


@pytest.fixture(scope="session")
def base_url(site) -> str:
    return site.address


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = shutil.which("chromium-headless-shell")
    assert path, "These tests need Debian's Chromium: apt install chromium-headless-shell"
    quiet = ("background-networking", "component-update", "sync", "default-apps")
    return {
        "executable_path": path,
        "args": [
            "--no-sandbox",
            "--no-first-run",
            f"--user-agent={PERSON}",
            *(f"--disable-{part}" for part in quiet),
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args) -> dict[str, Any]:
    return {
        **browser_context_args,
        "locale": "fr-FR",
        "timezone_id": "Europe/Paris",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fails the test at its end for every fault that no `watch.allow(…)` announced."""
    watch = Watch()
    yield watch
    watch.check()


@pytest.fixture
def new_context(watch, new_context) -> NewContext:
    """Open a browser window of its own, watched; takes the arguments of `Browser.new_context`."""

    def make(**options: Any) -> BrowserContext:
        context = new_context(**options)
        context.set_default_timeout(PATIENCE_S * 1000)
        watch.follow(context)
        return context

    return make


@pytest.fixture(scope="session")
def film_page(site) -> str:
    """Path of the episode whose film has all its qualities."""
    site.await_film(FILM_PATH)
    return FILM_PATH


@pytest.fixture(scope="session")
def chronicle_page(site) -> str:
    """Path of the episode that is sound alone."""
    site.await_film(CHRONICLE_PATH)
    return CHRONICLE_PATH


@pytest.fixture(scope="session")
def editor_cookies(site, browser: Browser) -> Any:
    """The editor's log-in, to open windows with: `new_context(storage_state=editor_cookies)`."""
    context = browser.new_context(base_url=site.address, locale="fr-FR")
    log_in(context.new_page(), site)
    state = context.storage_state()
    context.close()
    return state


def log_in(page: Page, site: LiveSite, name: str = "editor") -> None:
    """Log somebody of the team in to the CMS, through its form."""
    page.goto("/admin/")
    page.locator("input[name=username]").fill(name)
    page.locator("input[name=password]").fill(site.password(name))
    page.locator("form button[type=submit]").click()
    page.wait_for_url("**/admin/")
