"""The form for a code of one's own."""

import pytest
from django.core.validators import URLValidator

from campaigns.host_form import HostForm

pytestmark = pytest.mark.django_db


def test_name_and_address_are_enough():
    form = HostForm({"name": "Le blog de Zoé", "address": "zoe.example"})
    assert form.is_valid()
    assert (form.instance.address, form.instance.contact) == ("https://zoe.example", "")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("name", ""),
        ("name", "é" * 81),
        ("name", "a\x00b"),
        ("address", ""),
        ("address", "mon blog"),
        ("address", "ftp://zoe.example"),
        ("address", "javascript:alert(1)"),
        ("address", "https://" + "a" * 300 + ".example"),
        ("contact", "zoe"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(field, typed):
    form = HostForm({"name": "Zoé", "address": "https://zoe.example", "contact": "", field: typed})
    assert list(form.errors) == [field]


def test_nobody_opens_or_names_a_key():
    form = HostForm(
        {"name": "Z", "address": "https://z.example", "key": "aaaaaaaaaa", "is_open": ""}
    )
    assert form.is_valid()
    assert form.instance.is_open
    assert form.instance.key != "aaaaaaaaaa"


def test_the_schemes_are_those_of_the_web():
    [ours] = [v for v in HostForm.base_fields["address"].validators if isinstance(v, URLValidator)][
        1:
    ]
    assert set(ours.schemes) == {"http", "https"}
