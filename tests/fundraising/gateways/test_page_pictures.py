"""Pictures in the storage: shown, withheld, forgotten."""

import pytest
from django.core.files.storage import default_storage

from fundraising.gateways.page_pictures import (
    address_of,
    copy_shown,
    copy_withheld,
    forget_picture,
    is_withheld,
    keep_picture,
)


@pytest.fixture
def name() -> str:
    return keep_picture(b"jpeg")


def test_it_is_served_by_the_front_door(asgi, name):
    answer = asgi("GET", address_of(name))
    assert (answer.status, answer.body) == (200, b"jpeg")


def test_what_is_withheld_is_not(asgi, name):
    hidden = copy_withheld(name)
    assert is_withheld(hidden)
    assert not is_withheld(name)
    assert address_of(hidden) == ""
    assert asgi("GET", f"/uploads/{hidden}").status == 404
    again = copy_shown(hidden)
    assert asgi("GET", address_of(again)).body == b"jpeg"


def test_forgotten_twice(name):
    forget_picture(name)
    forget_picture(name)
    forget_picture("")
    assert not default_storage.exists(name)
    assert address_of("") == ""
