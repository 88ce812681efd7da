"""Parts of a rundown keep their order and have keys of their own."""

import pytest
from django.core.exceptions import ValidationError


def test_the_order_and_the_keys(make_show):
    page = make_show()
    parts = list(page.segments.all())
    assert [part.title for part in parts] == ["Accueil", "Dakar", "Questions"]
    assert len({part.key for part in parts}) == 3
    assert str(parts[1]) == "Dakar"


@pytest.mark.parametrize("planned_s", [0, 6 * 3600 + 1])
def test_lengths_that_are_none(make_show, planned_s):
    part = make_show().segments.first()
    part.planned_s = planned_s
    with pytest.raises(ValidationError) as refused:
        part.full_clean()
    assert list(refused.value.message_dict) == ["planned_s"]
