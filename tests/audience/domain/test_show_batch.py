"""The figures of a batch come from its rows."""

import pytest

from audience.domain.redeem_code import new_form, redeem_code
from audience.domain.show_batch import figures_of
from tests.audience.offsite import make_batch

pytestmark = pytest.mark.django_db


def test_figures(meter):
    batch, [code, *_] = make_batch(meter, 3)
    redeem_code(code, new_form(), "192.0.2.7")
    figures = figures_of(batch)
    assert (figures.made, figures.redeemed, figures.left) == (3, 1, 2)
