"""The screens of a rundown have their addresses in the CMS."""

import pytest
from django.urls import reverse


@pytest.mark.parametrize(
    "name",
    ["rundown", "print_rundown", "export_rundown", "import_rundown", "rundown_template"],
)
def test_addresses(name):
    assert reverse(name, args=[1]).startswith("/admin/lives/1/rundown")
