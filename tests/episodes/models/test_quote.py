"""Lines of a film know their second and their page."""

import pytest
from django.core.exceptions import ValidationError

from episodes.models import Quote
from episodes.models.quote import check_timecode


@pytest.mark.parametrize(("written", "second"), [("", 0), ("1:20", 80), ("0:03", 3)])
def test_seconds(written, second):
    assert Quote(second=written).starts_at_s == second


@pytest.mark.parametrize("written", ["1:75", "soon", "-1", "<b>"])
def test_what_is_no_time_is_refused(written):
    with pytest.raises(ValidationError):
        check_timecode(written)


def test_names():
    assert str(Quote(words="Justement.")) == "Justement."
    assert Quote(pk=7).get_absolute_url() == "/phrases/7/"
