"""Captions, subtitles and chapters: replaced, refused with a reason, never half-written."""

import pytest
from wagtail.models import ModelLogEntry

from media.domain.save_texts import (
    MAX_CHAPTERS,
    add_text_track,
    remove_text_track,
    save_chapters,
)
from media.enums import TrackKind
from media.models import TextTrack
from media.refusals import (
    BehindTheEnd,
    ChapterBehindTheEnd,
    FirstChapterLate,
    MayNotChange,
    SameStart,
    TooManyChapters,
)

ONE = b"WEBVTT\n\n00:01.000 --> 00:02.000\nun\n"
TWO = b"1\n00:00:01,000 --> 00:00:02,000\ndeux\n"


def texts(video):
    return {(t.kind, t.language): [c["text"] for c in t.cues] for t in video.text_tracks.all()}


def test_a_second_file_of_the_same_language_replaces_the_first(editor, make_video):
    video = make_video()
    add_text_track(editor, video, TrackKind.CAPTIONS, "fr", ONE)
    add_text_track(editor, video, TrackKind.SUBTITLES, "en", ONE)
    add_text_track(editor, video, TrackKind.CAPTIONS, "fr", TWO)
    assert texts(video) == {("captions", "fr"): ["deux"], ("subtitles", "en"): ["un"]}
    assert ModelLogEntry.objects.for_instance(video).count() == 3


def test_a_refused_file_leaves_the_old_captions(editor, make_video):
    video = make_video(duration=90.0)
    add_text_track(editor, video, TrackKind.CAPTIONS, "fr", ONE)
    late = b"WEBVTT\n\n01:31.000 --> 01:32.000\nfin\n"
    with pytest.raises(BehindTheEnd):
        add_text_track(editor, video, TrackKind.CAPTIONS, "fr", late)
    assert texts(video) == {("captions", "fr"): ["un"]}


def test_removing(editor, make_video):
    video = make_video()
    add_text_track(editor, video, TrackKind.CAPTIONS, "fr", ONE)
    assert remove_text_track(editor, video, TrackKind.CAPTIONS, "fr")
    assert not remove_text_track(editor, video, TrackKind.CAPTIONS, "fr")
    assert TextTrack.objects.count() == 0


def test_chapters_are_put_in_order_and_replaced_as_a_whole(editor, make_video):
    video = make_video()
    save_chapters(editor, video, [(45, "La soupe"), (0, "Le marché")])
    assert list(video.chapters.values_list("start_s", "title")) == [
        (0, "Le marché"),
        (45, "La soupe"),
    ]
    save_chapters(editor, video, [(0, "Tout")])
    assert video.chapters.get().title == "Tout"
    save_chapters(editor, video, [])
    assert video.chapters.count() == 0


@pytest.mark.parametrize(
    ("chapters", "kind"),
    [
        ([(5, "tard")], FirstChapterLate),
        ([(0, "un"), (5, "deux"), (5, "trois")], SameStart),
        ([(0, "un"), (90, "fin")], ChapterBehindTheEnd),
        ([(second, "x") for second in range(MAX_CHAPTERS + 1)], TooManyChapters),
    ],
)
def test_refused_chapters_leave_the_old_ones(editor, make_video, chapters, kind):
    video = make_video(duration=90.0)
    save_chapters(editor, video, [(0, "Le marché")])
    with pytest.raises(kind):
        save_chapters(editor, video, chapters)
    assert video.chapters.get().title == "Le marché"


def test_a_film_of_unknown_length_takes_any_chapter(editor, make_video):
    video = make_video(duration=0)
    save_chapters(editor, video, [(0, "un"), (9000, "deux")])
    assert video.chapters.count() == 2


def test_only_those_who_may_change_the_film(visitor, make_video):
    video = make_video()
    for act in (
        lambda: add_text_track(visitor, video, TrackKind.CAPTIONS, "fr", ONE),
        lambda: remove_text_track(visitor, video, TrackKind.CAPTIONS, "fr"),
        lambda: save_chapters(visitor, video, [(0, "un")]),
    ):
        with pytest.raises(MayNotChange):
            act()
    assert texts(video) == {}
