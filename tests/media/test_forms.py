"""Forms of the library: times as people write them, columns left to the worker."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.translation import override
from wagtailmedia.forms import get_media_form

from media.forms import ChapterFormSet, PosterForm, TimecodeField, UploadTextTrackForm
from media.models import Video


def test_the_film_form_has_no_file_and_writes_only_its_columns(editor, make_video):
    video = make_video()
    form = get_media_form(Video)(
        {"title": "La soupe", "description": "Une soupe.", "tags": "légumes"},
        instance=Video.objects.get(pk=video.pk),
        user=editor,
    )
    assert set(form.fields) == {"title", "description", "tags"}
    assert form.is_valid()
    Video.objects.filter(pk=video.pk).update(state="encoding", poster_choice=9)
    form.save()
    video.refresh_from_db()
    assert (video.title, video.description) == ("La soupe", "Une soupe.")
    assert (video.state, video.poster_choice) == ("encoding", 9)
    assert [tag.name for tag in video.tags.all()] == ["légumes"]


def test_a_time_shows_as_people_write_it():
    field = TimecodeField()
    assert field.prepare_value(80) == "1:20"
    assert field.prepare_value("1:7x") == "1:7x"
    assert field.clean("0:01:20") == 80
    assert not field.has_changed(80, "1:20")
    assert field.has_changed(80, "1:21")


def chapters(*rows):
    data = {"c-TOTAL_FORMS": str(len(rows)), "c-INITIAL_FORMS": "0"}
    for number, (start, title) in enumerate(rows):
        data |= {f"c-{number}-start_s": start, f"c-{number}-title": title}
    return ChapterFormSet(data, prefix="c")


def test_empty_rows_are_no_chapters():
    rows = chapters(("0", "Le marché"), ("", ""), ("1:20", "La soupe"))
    assert rows.is_valid()
    kept = [(row["start_s"], row["title"]) for row in rows.cleaned_data if row]
    assert kept == [(0, "Le marché"), (80, "La soupe")]


@pytest.mark.parametrize(
    ("row", "field"), [(("1:75", "x"), "start_s"), (("", "x"), "start_s"), (("0", ""), "title")]
)
def test_half_a_chapter_says_what_is_missing(row, field):
    rows = chapters(row)
    assert not rows.is_valid()
    assert list(rows.errors[0]) == [field]


def test_captions_need_a_known_language_and_a_file():
    form = UploadTextTrackForm({"kind": "captions", "language": "xx"}, {})
    assert set(form.errors) == {"language", "file"}


@pytest.mark.parametrize("number", ["", "0", "11", "x"])
def test_a_poster_is_a_frame_or_a_picture(number):
    assert not PosterForm({"candidate": number}).is_valid()


def test_a_frame_or_a_picture_is_enough():
    with override("en"):
        empty = PosterForm({})
        assert "Choose a frame" in str(empty.non_field_errors())
    frame = PosterForm({"candidate": "10"})
    assert frame.is_valid()
    assert frame.cleaned_data["candidate"] == 10
    assert PosterForm({}, {"picture": SimpleUploadedFile("a.jpg", b"x")}).is_valid()
