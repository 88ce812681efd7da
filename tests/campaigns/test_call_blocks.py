"""What an editor may attach to a film, and what is refused beside its field."""

import pytest
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError

from campaigns.call_blocks import CallBlock, CallsBlock

pytestmark = pytest.mark.django_db


@pytest.fixture
def clean():
    block = CallBlock()

    def clean(**values: object):
        return block.clean(block.to_python({"act": "share", **values}))

    return clean


@pytest.fixture
def faults(clean):
    """Return the fields that are refused."""

    def faults(**values: object) -> set[str]:
        with pytest.raises(StructBlockValidationError) as refused:
            clean(**values)
        return set(refused.value.block_errors)

    return faults


def test_an_act_alone_is_enough(clean):
    value = clean()
    assert (value["moment"], value["audience"], value["sentence"]) == ("end", "all", "")


@pytest.mark.parametrize("at", ["0:20", "1:20", "80", "1:00:00"])
def test_a_second_of_the_film(clean, at: str):
    assert clean(moment="second", at=at)["at"] == at


@pytest.mark.parametrize("at", ["", "soon", "1:75", "-3", "1:2:3:4"])
def test_not_a_second(faults, at: str):
    assert faults(moment="second", at=at) == {"at"}


def test_a_second_without_its_moment(faults):
    assert faults(moment="end", at="1:20") == {"at"}


def test_days_in_order(clean, faults):
    assert faults(starts_on="2026-06-02", ends_on="2026-06-01") == {"ends_on"}
    assert clean(starts_on="2026-06-01", ends_on="2026-06-01")["ends_on"].day == 1


def test_a_target_for_who_needs_one(clean, faults, house):
    address = "https://example.org/"
    assert faults(act="page") == {"page"}
    assert faults(act="page", page=house.home.pk, address=address) == {"page"}
    assert faults(act="share", address=address) == {"page"}
    assert clean(act="page", page=house.home.pk)["page"].pk == house.home.pk
    assert clean(act="page", address=address)["address"] == address


def test_not_too_many():
    block = CallsBlock()
    calls = block.to_python([{"type": "call", "value": {"act": "share"}}] * 9)
    with pytest.raises(StreamBlockValidationError):
        block.clean(calls)
    assert len(block.clean(block.to_python(list(calls.raw_data)[:8]))) == 8
