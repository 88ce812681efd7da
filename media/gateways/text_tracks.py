"""Caption files: WebVTT and SubRip in, WebVTT out.

Peers read leniently and drop what they do not understand, so that a caption is missing on the
day of the broadcast. This reader takes a file whole or names the line that is wrong.

The words of a cue are plain text, of one or more lines, in which only `<i>`, `<b>` and `<u>`
mean something; they are always closed. WebVTT: https://www.w3.org/TR/webvtt1/
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypedDict

from media.refusals import (
    BehindTheEnd,
    EmptyTrack,
    EndBeforeStart,
    NotATime,
    OutOfOrder,
    TimeInWords,
    TooManyCues,
    TrackTooLarge,
    UnreadableText,
    WordsMissing,
    WrongTime,
)
from media.timecode import format_timecode

MAX_BYTES = 5 * 2**20
MAX_CUES = 20_000
# The last caption often stays a moment longer than the picture.
END_TOLERANCE_S = 2.0
QUOTED_CHARACTERS = 40
_ARROW = "-->"
_TIME = re.compile(r"(?:(\d{1,3}):)?([0-5]\d):([0-5]\d)[.,](\d{3})")
_TAG = re.compile(r"<(?P<close>/?)(?P<name>[A-Za-z]+|\d[\d:.]*)(?P<rest>[^<>]*)>")
_KEPT_TAG = re.compile(r"</?[ibu]>")
_EMPTY_PAIR = re.compile(r"<([ibu])></\1>")
_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);")
_PLACE = re.compile(r"\{\\[^{}]*\}")
# A bracket that would grow into a tag when an empty pair behind it is removed.
_HALF_TAG = re.compile(r"<(?=/?[ibu]?\s*\Z)")
_CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ud800-\udfff]")


class Cue(TypedDict):
    """Words shown from `start_s` to `end_s`, with a precision of one millisecond."""

    start_s: float
    end_s: float
    text: str


class _Line(NamedTuple):
    number: int
    text: str


def parse_track(data: bytes, duration_s: float = 0) -> list[Cue]:
    """Read a WebVTT or SubRip file and return its cues in order.

    `duration_s`: how long the film is; 0 when that is not known yet. Raises a TrackRefused that
    says which line is wrong and what to do.
    """
    if len(data) > MAX_BYTES:
        raise TrackTooLarge(limit=f"{MAX_BYTES // 2**20} MB")
    duration_s = round(duration_s, 3)
    cues: list[Cue] = []
    for block in _blocks(_decode(data)):
        cue = _read_block(block)
        if cue is None:
            continue
        _check_order(cue, cues, duration_s, block[0].number)
        if duration_s:
            cue["end_s"] = min(cue["end_s"], duration_s)
        cues.append(cue)
        if len(cues) > MAX_CUES:
            raise TooManyCues(limit=MAX_CUES)
    if not cues:
        raise EmptyTrack
    return cues


def plain_text(text: str) -> str:
    """Return the words of a cue without their tags, on one line."""
    return " ".join(_KEPT_TAG.sub("", text).split())


def to_webvtt(cues: Iterable[Cue]) -> str:
    """Return `cues` as a WebVTT file."""
    blocks = (_block(cue["start_s"], cue["end_s"], _escape(cue["text"])) for cue in cues)
    return "\n".join(["WEBVTT\n", *blocks])


def chapters_to_webvtt(chapters: Sequence[tuple[float, str]], duration_s: float) -> str:
    """Return `chapters`, (start in seconds, title) in order, as a WebVTT chapter file.

    Each ends where the next starts, the last at `duration_s` (a second later if that is unknown).
    """
    starts = [start_s for start_s, _ in chapters]
    ends = [*starts[1:], *(max(duration_s, start_s + 1) for start_s in starts[-1:])]
    blocks = (
        _block(start_s, end_s, html.escape(" ".join(title.split()), quote=False))
        for (start_s, title), end_s in zip(chapters, ends, strict=True)
    )
    return "\n".join(["WEBVTT\n", *blocks])


def _block(start_s: float, end_s: float, payload: str) -> str:
    return f"{_stamp(start_s)} {_ARROW} {_stamp(end_s)}\n{payload}\n"


def _decode(data: bytes) -> list[str]:
    """Return the lines of a text of unknown encoding: UTF-8, UTF-16 or Windows-1252."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    elif data[1:2] == b"\x00":
        encodings = ["utf-16-le"]
    elif data[:1] == b"\x00":
        encodings = ["utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" in text:
            break
        return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    raise UnreadableText


def _blocks(lines: list[str]) -> Iterator[list[_Line]]:
    """Yield the groups of lines between empty lines, without WebVTT's header and notes."""
    is_webvtt = re.match(r"WEBVTT(?!\S)", lines[0]) is not None
    block: list[_Line] = []
    for number, line in enumerate([*lines, ""], 1):
        if line.strip():
            block.append(_Line(number, line.strip()))
        elif block and (not line or any(_ARROW in after for after in lines[number : number + 2])):
            # A line of blanks is part of a caption in WebVTT, unless times follow it.
            if not (is_webvtt and _is_aside(block)):
                yield block
            block = []


def _is_aside(block: list[_Line]) -> bool:
    timed = [line for line in block if _ARROW in line.text]
    if block[0].number == 1:
        if timed:
            raise TimeInWords(line=timed[0].number)
        return True
    return not timed and re.match(r"(NOTE|STYLE|REGION)(?!\S)", block[0].text) is not None


def _read_block(block: list[_Line]) -> Cue | None:
    """Return the cue of one block: an optional name or number, the times, the words."""
    first = block[0]
    at = 0 if _ARROW in first.text else 1
    if len(block) <= at or _ARROW not in block[at].text:
        raise NotATime(line=first.number, found=_quoted(first.text))
    times = block[at]
    start_s, end_s = _read_times(times)
    words = block[at + 1 :]
    for line in words:
        if _ARROW in line.text:
            raise TimeInWords(line=line.number)
    if not words:
        raise WordsMissing(line=times.number)
    if end_s <= start_s:
        raise EndBeforeStart(line=times.number)
    text = _clean("\n".join(line.text for line in words))
    # Words that are only a style or a blank show nothing: nothing is lost without them.
    return {"start_s": start_s, "end_s": end_s, "text": text} if text else None


def _read_times(line: _Line) -> tuple[float, float]:
    left, right = line.text.split(_ARROW, 1)
    # Behind the times, WebVTT and SubRip may say where on the picture the words go.
    written = (left.strip(), (right.split() or [""])[0])
    found = []
    for text in written:
        match = _TIME.fullmatch(text)
        if match is None:
            raise WrongTime(line=line.number, found=_quoted(text or line.text))
        hours, minutes, seconds, thousandths = (int(part or 0) for part in match.groups())
        milliseconds = ((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths
        found.append(milliseconds / 1000)
    return found[0], found[1]


def _check_order(cue: Cue, before: list[Cue], duration_s: float, line: int) -> None:
    if before and cue["start_s"] < before[-1]["start_s"]:
        raise OutOfOrder(line=line)
    if not duration_s:
        return
    is_over = cue["end_s"] > duration_s + END_TOLERANCE_S
    if is_over or cue["start_s"] >= duration_s:
        time = format_timecode(cue["end_s"] if is_over else cue["start_s"])
        raise BehindTheEnd(line=line, time=time, end=format_timecode(duration_s))


def _clean(source: str) -> str:
    """Return the words of a cue: known tags balanced, others gone, entities as characters."""
    source = _PLACE.sub("", source)
    pieces: list[str] = []
    open_tags: list[str] = []
    position = 0
    words = ""
    for tag in _TAG.finditer(source):
        words += _characters(source[position : tag.start()]) + _voice(tag)
        position = tag.end()
        if kept := _kept_tags(tag, open_tags):
            pieces += [_words(words), kept]
            words = ""
    pieces.append(_words(words + _characters(source[position:])))
    pieces += [f"</{name}>" for name in reversed(open_tags)]
    text = _until_stable(_EMPTY_PAIR, "".join(pieces))
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def _voice(tag: re.Match[str]) -> str:
    """Return who speaks, when `tag` says so."""
    if tag["name"].lower() != "v" or tag["close"]:
        return ""
    name = _characters(tag["rest"].partition(" ")[2].strip())
    return f"{name}: " if name else ""


def _kept_tags(tag: re.Match[str], open_tags: list[str]) -> str:
    """Return what stays of `tag`, noting which tags are open."""
    name = tag["name"].lower()
    if name not in ("i", "b", "u") or (tag["close"] and name not in open_tags):
        return ""
    if not tag["close"]:
        open_tags.append(name)
        return f"<{name}>"
    closed = ""
    while not closed.endswith(f"</{name}>"):
        closed += f"</{open_tags.pop()}>"
    return closed


def _characters(text: str) -> str:
    """Return `text` with its entities resolved."""
    return _ENTITY.sub(lambda match: html.unescape(match[0]), text)


def _words(text: str) -> str:
    """Return `text` without what would read as a tag or a time, or cannot be shown."""
    shown = _CONTROLS.sub(" ", text).replace(_ARROW, "→")
    return _HALF_TAG.sub("‹", _until_stable(_KEPT_TAG, shown))


def _until_stable(pattern: re.Pattern[str], text: str) -> str:
    while (shorter := pattern.sub("", text)) != text:
        text = shorter
    return text


def _escape(text: str) -> str:
    """Return the words of a cue as WebVTT writes them."""
    parts: list[str] = []
    position = 0
    for tag in _KEPT_TAG.finditer(text):
        parts.extend((html.escape(text[position : tag.start()], quote=False), tag[0]))
        position = tag.end()
    parts.append(html.escape(text[position:], quote=False))
    return "".join(parts)


def _stamp(seconds: float) -> str:
    whole, milliseconds = divmod(round(seconds * 1000), 1000)
    minutes, left = divmod(whole, 60)
    return f"{minutes // 60:02}:{minutes % 60:02}:{left:02}.{milliseconds:03}"


def _quoted(text: str) -> str:
    shown = _CONTROLS.sub(" ", text)
    return shown if len(shown) <= QUOTED_CHARACTERS else f"{shown[: QUOTED_CHARACTERS - 1]}…"
