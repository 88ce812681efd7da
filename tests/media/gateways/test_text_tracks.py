"""Caption files: read whole or refused with the line that is wrong; written strictly."""

import re

import pytest
from django.utils.translation import override
from hypothesis import example, given
from hypothesis import strategies as st

from media.gateways.text_tracks import (
    MAX_BYTES,
    MAX_CUES,
    chapters_to_webvtt,
    parse_track,
    plain_text,
    to_webvtt,
)
from media.refusals import (
    BehindTheEnd,
    EmptyTrack,
    EndBeforeStart,
    NotATime,
    OutOfOrder,
    TimeInWords,
    TooManyCues,
    TrackRefused,
    TrackTooLarge,
    UnreadableText,
    WordsMissing,
    WrongTime,
)

WEBVTT = """WEBVTT Kind: captions; Language: fr

STYLE
::cue { color: yellow }

NOTE the greengrocer speaks

intro
00:01.000 --> 00:03.500 align:start position:0%
<v Mme Poireau>Deux kilos, <i>et pas un gramme de moins</i> !</v>

00:00:04.000 --> 00:00:06.000
- Vous êtes sûre ?
- <c.jaune>Certaine</c> &amp; têtue.
"""
SRT = """1
00:00:01,000 --> 00:00:03,500
{\\an8}<font color="#ff0">Bonjour</font> <b>à tous

2
00:00:04,000 --> 00:00:06,000  X1:100 X2:200
5 < 7 & 7 > 5
"""
STRICT_TIMES = re.compile(r"\d{2,}:[0-5]\d:[0-5]\d\.\d{3} --> \d{2,}:[0-5]\d:[0-5]\d\.\d{3}")
STRICT_WORDS = re.compile(r"(?:[^<>&]|&amp;|&lt;|&gt;|</?[ibu]>)+")


def assert_strict_webvtt(text: str) -> None:
    """Assert what a strict reader of WebVTT asks: header, blocks, times, escapes, balance."""
    header, *blocks = text.split("\n\n")
    assert header.strip() == "WEBVTT"
    for block in blocks:
        times, *words = block.strip("\n").split("\n")
        assert STRICT_TIMES.fullmatch(times)
        assert words
        for line in words:
            assert STRICT_WORDS.fullmatch(line)
        tags = re.findall(r"<(/?)([ibu])>", block)
        open_tags: list[str] = []
        for close, name in tags:
            if close:
                assert open_tags.pop() == name
            else:
                open_tags.append(name)
        assert open_tags == []


def test_webvtt_is_read_with_voices_and_without_styles():
    assert parse_track(WEBVTT.encode()) == [
        {
            "start_s": 1.0,
            "end_s": 3.5,
            "text": "Mme Poireau: Deux kilos, <i>et pas un gramme de moins</i> !",
        },
        {"start_s": 4.0, "end_s": 6.0, "text": "- Vous êtes sûre ?\n- Certaine & têtue."},
    ]


def test_subrip_is_read_without_places_and_fonts():
    assert parse_track(SRT.encode()) == [
        {"start_s": 1.0, "end_s": 3.5, "text": "Bonjour <b>à tous</b>"},
        {"start_s": 4.0, "end_s": 6.0, "text": "5 < 7 & 7 > 5"},
    ]


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_encodings_and_line_ends_of_every_editor(encoding, newline):
    data = SRT.replace("\n", newline).encode(encoding)
    assert parse_track(data)[0]["text"] == "Bonjour <b>à tous</b>"


def test_a_line_of_blanks_inside_a_caption_is_not_its_end():
    data = b"WEBVTT\n\n00:00.000 --> 00:02.000\n \nbonjour\n\n00:02.000 --> 00:03.000\nsalut\n"
    assert [cue["text"] for cue in parse_track(data)] == ["bonjour", "salut"]


def test_a_line_of_blanks_before_times_is_the_end_of_a_caption():
    data = b"WEBVTT\n\n00:00.000 --> 00:02.000\nbonjour\n  \n00:02.000 --> 00:03.000\nsalut\n"
    assert [cue["text"] for cue in parse_track(data)] == ["bonjour", "salut"]


def test_a_caption_of_nothing_visible_is_left_out():
    data = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<i>&nbsp;</i>\n\n00:02.000 --> 00:03.000\nsalut\n"
    assert [cue["text"] for cue in parse_track(data)] == ["<i> </i>".replace(" ", "\xa0"), "salut"]
    data = b"WEBVTT\n\n00:00.000 --> 00:02.000\n<c></c>\n\n00:02.000 --> 00:03.000\nsalut\n"
    assert [cue["text"] for cue in parse_track(data)] == ["salut"]


@pytest.mark.parametrize(
    ("data", "kind", "line"),
    [
        ("1\n00:00:01,000 --> 00:00:02,000\nun\n\ndeux\n", NotATime, 5),
        ("bonjour tout le monde", NotATime, 1),
        ("WEBVTT\n\n00:01.0 --> 00:02.000\nun\n", WrongTime, 3),
        ("WEBVTT\n\n00:61.000 --> 00:62.000\nun\n", WrongTime, 3),
        ("WEBVTT\n\n00:01.000 -->\nun\n", WrongTime, 3),
        ("WEBVTT\n\n00:03.000 --> 00:02.000\nun\n", EndBeforeStart, 3),
        ("WEBVTT\n\n00:02.000 --> 00:02.000\nun\n", EndBeforeStart, 3),
        ("00:05.000 --> 00:06.000\nun\n\n2\n00:01.000 --> 00:02.000\ndeux", OutOfOrder, 4),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\n\n", WordsMissing, 3),
        ("WEBVTT\n\n00:01.000 --> 00:02.000\nun\n00:02.000 --> 00:03.000\ndeux", TimeInWords, 5),
        ("WEBVTT\n00:01.000 --> 00:02.000\nun\n", TimeInWords, 2),
        ("WEBVTT\n\n00:59.000 --> 01:00.000\nun\n\n01:31.000 --> 01:32.000\ndeux", BehindTheEnd, 6),
        ("WEBVTT\n\n01:29.000 --> 01:33.000\nun\n", BehindTheEnd, 3),
    ],
)  # fmt: skip
def test_a_wrong_line_is_named(data, kind, line):
    with pytest.raises(kind) as refusal:
        parse_track(data.encode(), duration_s=90)
    assert refusal.value.values["line"] == line
    with override("en"):
        assert str(refusal.value).startswith(f"Line {line}: ")


def test_the_last_caption_may_outstay_the_picture_a_little():
    cues = parse_track(b"WEBVTT\n\n01:29.000 --> 01:31.000\nfin\n", duration_s=90)
    assert cues == [{"start_s": 89.0, "end_s": 90, "text": "fin"}]


def test_what_is_not_a_caption_file_is_refused():
    with pytest.raises(UnreadableText):
        parse_track(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    with pytest.raises(UnreadableText):
        parse_track(b"\xff\xfe\x00")
    with pytest.raises(UnreadableText):
        parse_track(b"WEBVTT\n\n\x81\x8d")
    with pytest.raises(TrackTooLarge):
        parse_track(b" " * (MAX_BYTES + 1))
    for empty in (b"", b"\n\n", b"WEBVTT\n", b"WEBVTT\n\nNOTE nothing yet\n"):
        with pytest.raises(EmptyTrack):
            parse_track(empty)


def test_the_number_of_captions_is_bounded():
    block = "00:00:01,000 --> 00:00:02,000\nun\n\n"
    assert len(parse_track((block * MAX_CUES).encode())) == MAX_CUES
    with pytest.raises(TooManyCues):
        parse_track((block * (MAX_CUES + 1)).encode())


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("<i>un", "<i>un</i>"),
        ("un</b>", "un"),
        ("<i><b>un</i></b>", "<i><b>un</b></i>"),
        ("<I>un</I>", "<i>un</i>"),
        ("<u></u>un", "un"),
        ("I <3 you", "I <3 you"),
        ("&lt;i&gt;un", "un"),
        ("<<c>i>un", "un"),
        ("<<b></b>i>un", "‹i>un"),
        ("un --&gt; deux", "un → deux"),
        ("<00:00:01.000>un", "un"),
        ("<v>un", "un"),
        ("AT&T &eacute; &copy", "AT&T é &copy"),
    ],
)
def test_tags_and_entities(source, kept):
    cues = parse_track(f"WEBVTT\n\n00:01.000 --> 00:02.000\n{source}\n".encode())
    assert [cue["text"] for cue in cues] == [kept]
    assert parse_track(to_webvtt(cues).encode()) == cues


def test_plain_text_has_no_tags_and_one_line():
    assert plain_text("<i>Un\nkilo</i> &  deux") == "Un kilo & deux"


def test_chapters_follow_each_other_to_the_end():
    written = chapters_to_webvtt([(0, "Le <b> marché"), (75, "La\nsoupe & le pain")], 3725.5)
    assert_strict_webvtt(written.replace("<b>", ""))
    assert written == (
        "WEBVTT\n\n00:00:00.000 --> 00:01:15.000\nLe &lt;b&gt; marché\n\n"
        "00:01:15.000 --> 01:02:05.500\nLa soupe &amp; le pain\n"
    )
    assert chapters_to_webvtt([], 10) == "WEBVTT\n"
    assert "00:00:09.000 --> 00:00:10.000" in chapters_to_webvtt([(9, "fin")], 0)


fragments = st.one_of(
    st.sampled_from(["<", ">", "/", "i", "b", "v x", "&", "lt;", "gt;", "amp;", "-->", "\n", " "]),
    st.sampled_from(["<i>", "</i>", "<b>", "</b>", "<c.x>", "</c>", "<v Zoé>", "{\\an8}"]),
    st.text(max_size=5),
)
words = st.lists(fragments, min_size=1, max_size=12).map("".join)


@given(source=words)
@example(source="<\n<i>")
def test_whatever_the_words_what_is_written_is_strict_and_reads_the_same(source):
    data = f"WEBVTT\n\n00:01.000 --> 00:02.000\n{source}\n".encode("utf-8", "replace")
    try:
        cues = parse_track(data)
    except TrackRefused:
        return
    written = to_webvtt(cues)
    assert_strict_webvtt(written)
    assert parse_track(written.encode()) == cues


@given(
    spans=st.lists(st.tuples(st.integers(0, 10**8), st.integers(1, 10**6)), min_size=1, max_size=20)
)
def test_times_survive_to_the_millisecond(spans):
    cues = [
        {"start_s": start / 1000, "end_s": (start + length) / 1000, "text": "x"}
        for start, length in sorted(spans)
    ]
    assert parse_track(to_webvtt(cues).encode()) == cues


@given(data=st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        cues = parse_track(data)
    except TrackRefused:
        return
    assert_strict_webvtt(to_webvtt(cues))
