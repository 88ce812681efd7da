"""One next act: never the one just done, the page's own first, then the shortest."""

import pytest

from campaigns import menu_of_acts
from campaigns.domain.next_act import next_act
from campaigns.menu_of_acts import Here, MenuAct, Span, register_menu_act

NOWHERE = Here()


@pytest.fixture(autouse=True)
def _menu(monkeypatch):
    """A menu with an hour, two times a second, and half a minute."""
    monkeypatch.setattr(menu_of_acts, "_acts", {})
    for key, span, here in (
        ("poster", Span.HOUR, "/here/poster/"),
        ("click", Span.SECOND, ""),
        ("share", Span.SECOND, ""),
        ("follow", Span.HALF_MINUTE, "/here/follow/"),
    ):
        register_menu_act(make(key, span, here))


def make(key: str, span: Span, here: str, *, address: str | None = None) -> MenuAct:
    elsewhere = f"/{key}/" if address is None else address
    return MenuAct(
        key,
        span,
        key,
        "",
        lambda: elsewhere,
        lambda page: here if page.subjects else "",
        lambda page, cookies: cookies.get("done") == key,
    )


def offered(just_done: str, here: Here = NOWHERE, **cookies: str) -> tuple[str, str] | None:
    found = next_act(just_done, here, cookies)
    return (found.act.key, found.address) if found else None


def test_the_shortest_in_the_order_of_the_menu():
    assert offered("") == ("click", "/click/")
    assert offered("follow") == ("click", "/click/")


def test_never_the_one_just_done():
    assert offered("click") == ("share", "/share/")


def test_never_one_that_is_known_to_be_done():
    assert offered("share", done="click") == ("follow", "/follow/")


def test_what_the_page_is_about_comes_first():
    here = Here(subjects={"campaign": "k"})
    assert offered("click", here) == ("follow", "/here/follow/")
    assert offered("follow", here) == ("poster", "/here/poster/")
    assert offered("follow", here, done="poster") == ("click", "/click/")


def test_what_cannot_be_done_now_is_not_offered():
    register_menu_act(make("click", Span.SECOND, "", address=""))
    assert offered("") == ("share", "/share/")


def test_nothing_is_left(monkeypatch):
    monkeypatch.setattr(menu_of_acts, "_acts", {})
    assert offered("click") is None
    register_menu_act(make("click", Span.SECOND, ""))
    assert offered("click") is None
