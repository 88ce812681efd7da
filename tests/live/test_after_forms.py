"""What is typed on the screen that closes a live."""

import pytest

from live.after_forms import (
    NONE,
    NextForm,
    ReplayChapterForm,
    TrimForm,
    chosen_next,
)
from live.models import LiveProgrammePage, Recording


@pytest.mark.parametrize(
    ("typed", "seconds"), [("80", 80), ("1:20", 80), ("0:01:20", 80), ("1:12:07", 4327), ("", None)]
)
def test_times(typed, seconds):
    form = TrimForm({"head": typed, "tail": "", "slates": "30"})
    assert form.is_valid()
    assert form.cleaned_data["head"] == seconds


@pytest.mark.parametrize("typed", ["1:75", "abc", "-5"])
def test_no_times(typed):
    assert "head" in TrimForm({"head": typed, "slates": "30"}).errors


def test_shown_as_people_write_them():
    assert 'value="1:12:07"' in str(TrimForm(initial={"head": 4327.0})["head"])


@pytest.mark.parametrize(
    ("row", "wrong"),
    [
        ({"pk": 1, "title": "Kenya"}, []),
        ({"pk": 1, "title": "", "at": "1:00"}, ["title"]),
        ({"pk": 1, "title": "", "is_gone": "on"}, []),
        ({"title": "Kenya"}, ["at"]),
        ({"title": "Kenya", "at": "0:00"}, []),
        ({}, []),
    ],
)
def test_chapters(row, wrong):
    assert list(ReplayChapterForm(row).errors) == wrong


def test_a_wrong_time_has_one_reason():
    assert len(ReplayChapterForm({"title": "Kenya", "at": "1:75"}).errors["at"]) == 1


@pytest.mark.django_db
def test_the_next_live():
    page = LiveProgrammePage(pk=7, title="Le suivant")
    chosen = NextForm({"following": "7"}, lives=[page])
    none = NextForm({"following": NONE}, lives=[page])
    assert (chosen.is_valid(), none.is_valid()) == (True, True)
    assert (chosen.chosen, none.chosen) == (page, None)
    assert not NextForm({"following": ""}, lives=[page]).is_valid()


def test_what_is_chosen():
    assert chosen_next(Recording()) == ""
    assert chosen_next(Recording(has_no_next=True)) == NONE
    assert chosen_next(Recording(next_programme_id=7)) == "7"
