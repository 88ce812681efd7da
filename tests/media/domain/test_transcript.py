"""The transcript is made from captions, under the chapters' titles."""

import pytest

from media.domain.transcript import Transcript, TranscriptChapter, TranscriptCue, transcript_of
from media.models import TextTrack


def cue(start_s: float) -> TranscriptCue:
    return TranscriptCue(start_s, start_s + 1, f"at {start_s}", "")


def chapter(start_s: float) -> TranscriptChapter:
    return TranscriptChapter(start_s, f"from {start_s}", "")


def starts(transcript: Transcript) -> list[tuple[float | None, list[float]]]:
    return [
        (part.chapter.start_s if part.chapter else None, [cue.start_s for cue in part.cues])
        for part in transcript.sections
    ]


def test_without_chapters_one_section_holds_all():
    assert starts(Transcript(cues=[cue(1), cue(70)])) == [(None, [1, 70])]


def test_words_stand_under_their_chapter():
    chapters = [chapter(0), chapter(60), chapter(120)]
    cues = [cue(1), cue(59.9), cue(60), cue(200)]
    expected = [(0, [1, 59.9]), (60, [60]), (120, [200])]
    assert starts(Transcript(cues=cues, chapters=chapters)) == expected


def test_words_before_the_first_chapter_are_kept():
    assert starts(Transcript(cues=[cue(1)], chapters=[chapter(5)])) == [(5, [1])]


def test_a_chapter_without_words_is_shown():
    assert starts(Transcript(chapters=[chapter(0), chapter(9)])) == [(0, []), (9, [])]


@pytest.fixture
def film(make_film):
    return make_film(has_words=True)


def add_track(film, kind: str, language: str) -> None:
    cues = [{"start_s": 1.0, "end_s": 2.0, "text": f"{kind} {language}"}]
    TextTrack.objects.create(video=film, kind=kind, language=language, cues=cues)


def test_captions_become_a_transcript(film):
    transcript = transcript_of(film, "fr")
    assert transcript.language == "fr"
    assert [(cue.stamp, cue.text) for cue in transcript.cues] == [
        ("0:01", "Bonjour les poireaux."),
        ("1:02", "Au revoir, l’été."),
    ]
    assert [(part.stamp, part.title) for part in transcript.chapters] == [
        ("0:00", "Le semis"),
        ("1:00", "La récolte"),
    ]


def test_the_readers_language_comes_first(film):
    add_track(film, "subtitles", "en")
    assert transcript_of(film, "en").cues[0].text == "subtitles en"


def test_without_the_readers_language_what_is_spoken(film):
    add_track(film, "subtitles", "de")
    assert transcript_of(film, "en").language == "fr"


def test_without_captions_any_subtitles(make_film):
    film = make_film()
    add_track(film, "subtitles", "de")
    assert transcript_of(film, "fr").language == "de"


def test_without_any_track_nothing(make_film):
    transcript = transcript_of(make_film(), "fr")
    assert (transcript.language, transcript.cues) == ("", [])
