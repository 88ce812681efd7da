"""What a file is by its first bytes, before any decoder may look at it.

The answer is the name of the only demuxer that ffmpeg is then allowed to use, so a list of
other files renamed .mp4 is never followed and an unknown format never tried.
"""

from pathlib import Path

from media.errors import EmptyFile, NotAFilm, PictureFile, PlaylistFile

HEAD_BYTES = 4096
ASF = bytes.fromhex("3026b2758e66cf11")
MXF = bytes.fromhex("060e2b34")
STARTS: tuple[tuple[bytes, str], ...] = (
    (b"\x1aE\xdf\xa3", "matroska"),
    (b"OggS", "ogg"),
    (b"fLaC", "flac"),
    (b"FLV\x01", "flv"),
    (b"caff", "caf"),
    (b"RF64", "wav"),
    (b"DKIF", "ivf"),
    (b"#!AMR", "amr"),
    (b"\x00\x00\x01\xba", "mpeg"),
    (b"\x00\x00\x01\xb3", "mpegvideo"),
    (b"\x1f\x07\x00", "dv"),
    (ASF, "asf"),
    (MXF, "mxf"),
)
RIFF = {b"AVI ": "avi", b"WAVE": "wav"}
MOV_BOXES = (b"ftyp", b"moov", b"mdat", b"wide", b"free", b"skip", b"pnot")
PICTURE_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"crx ")
PICTURES = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"BM",
    b"II*\x00",
    b"MM\x00*",
    b"8BPS",
    b"%!PS",
    b"\x00\x00\x00\x0cjP",
    b"\xff\x0a",
    b"\x00\x00\x00\x0cJXL",
)
PLAYLISTS = (b"#extm3u", b"ffconcat", b"[playlist]", b"[reference]")
XML_PLAYLISTS = (b"<asx", b"<smil", b"<mpd", b"<playlist")
TS_PACKET_BYTES = (188, 192, 204)
TEXT_CONTROLS = frozenset(b"\t\n\r\f\x1b")


def demuxer_of(source: Path) -> str:
    """Return the name of the ffmpeg demuxer for this file.

    Raises EmptyFile, PictureFile, PlaylistFile, or NotAFilm for any other text and for bytes
    that look like no format we read.
    """
    with source.open("rb") as file:
        head = file.read(HEAD_BYTES)
    if not head:
        raise EmptyFile(source.name)
    _refuse_known(head)
    demuxer = _demuxer(head)
    if not demuxer:
        raise NotAFilm(f"unknown first bytes {head[:16].hex()}")
    return demuxer


def _refuse_known(head: bytes) -> None:
    is_brand = head[4:8] == b"ftyp" and head[8:12] in PICTURE_BRANDS
    if is_brand or head.startswith(PICTURES) or (head[:4] == b"RIFF" and head[8:12] == b"WEBP"):
        raise PictureFile(f"first bytes {head[:16].hex()}")
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    is_xml = text.startswith(b"<")
    if text.startswith(PLAYLISTS) or (is_xml and any(mark in text for mark in XML_PLAYLISTS)):
        raise PlaylistFile(f"starts like {text[:32]!r}")
    if is_xml and b"<svg" in text:
        raise PictureFile("SVG drawing")
    if text.startswith(b"#!amr"):
        return
    if all(byte >= 0x20 or byte in TEXT_CONTROLS for byte in head):
        raise NotAFilm(f"text that starts like {text[:32]!r}")
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        # Read as sound it would be MPEG layer I, which nobody sends.
        raise NotAFilm("text in UTF-16")


def _demuxer(head: bytes) -> str:
    if head[4:8] in MOV_BOXES:
        return "mov"
    if head[:4] == b"RIFF":
        return RIFF.get(head[8:12], "")
    if head[:4] == b"FORM" and head[8:11] == b"AIF":
        return "aiff"
    for start, demuxer in STARTS:
        if head.startswith(start):
            return demuxer
    if _is_transport_stream(head):
        return "mpegts"
    return _mpeg_audio(head)


def _is_transport_stream(head: bytes) -> bool:
    for packet_bytes in TS_PACKET_BYTES:
        first = 4 if packet_bytes == TS_PACKET_BYTES[1] else 0
        marks = head[first::packet_bytes][:5]
        if len(marks) >= 2 and set(marks) == {0x47}:
            return True
    return False


def _mpeg_audio(head: bytes) -> str:
    if head.startswith(b"ID3"):
        return "mp3"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xF6 == 0xF0:
        return "aac"
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0 and head[1] & 0x06:
        return "mp3"
    return ""
