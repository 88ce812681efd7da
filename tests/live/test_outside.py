"""What is read of a pasted address, and what is refused: hostile addresses never reach a page."""

import string
from urllib.parse import urlsplit

import pytest
from django.core.exceptions import ValidationError
from hypothesis import example, given
from hypothesis import strategies as st

from live.enums import OutsideKind
from live.outside import (
    LONGEST_ADDRESS,
    is_outside_address,
    outside_or_none,
    read_outside,
)
from live.outside_refusals import (
    AddressUnreadable,
    HostNotPlain,
    NotEncrypted,
    NoVideoNamed,
    OutsideRefused,
    SiteUnknown,
)

ID = "dQw4w9WgXcQ"
SHORT = "9c9de5e8FQhPaJyYwNbQ2X"
UUID = "9c9de5e8-0a1e-484a-b099-e80766180a6d"
YOUTUBE, VIMEO = OutsideKind.YOUTUBE, OutsideKind.VIMEO
PEERTUBE, HLS = OutsideKind.PEERTUBE, OutsideKind.HLS
NOCOOKIE = f"https://www.youtube-nocookie.com/embed/{ID}?rel=0&playsinline=1"


@pytest.mark.parametrize(
    ("address", "kind", "host", "key"),
    [
        (f"https://www.youtube.com/watch?v={ID}", YOUTUBE, "youtube.com", ID),
        (f"  https://m.youtube.com/watch?app=m&v={ID}&t=3#x\n", YOUTUBE, "youtube.com", ID),
        (f"HTTPS://YouTube.com/live/{ID}?si=abc", YOUTUBE, "youtube.com", ID),
        (f"https://youtu.be/{ID}", YOUTUBE, "youtube.com", ID),
        (f"https://www.youtube-nocookie.com/embed/{ID}", YOUTUBE, "youtube.com", ID),
        ("https://vimeo.com/123456789", VIMEO, "vimeo.com", "123456789"),
        ("https://vimeo.com/123456789/0a1b2c3d4e", VIMEO, "vimeo.com", "123456789/0a1b2c3d4e"),
        ("https://vimeo.com/event/4321", VIMEO, "vimeo.com", "event/4321"),
        (
            "https://player.vimeo.com/video/123456789?h=0a1b2c3d4e",
            VIMEO,
            "vimeo.com",
            "123456789/0a1b2c3d4e",
        ),
        (f"https://tube.example.org/w/{SHORT}", PEERTUBE, "tube.example.org", SHORT),
        (f"https://tube.example.org/videos/watch/{UUID}", PEERTUBE, "tube.example.org", UUID),
        (f"https://xn--tube-9oa.example/w/{SHORT}/", PEERTUBE, "xn--tube-9oa.example", SHORT),
        ("https://live.example.org/a/b.m3u8", HLS, "live.example.org", "/a/b.m3u8"),
        ("https://live.example.org/b.m3u8?k=1#t", HLS, "live.example.org", "/b.m3u8?k=1"),
    ],
)
def test_what_is_taken(address, kind, host, key):
    source = read_outside(address)
    assert (source.kind, source.host, source.key) == (kind, host, key)
    # Read again, its own page names the same.
    assert read_outside(source.address) == source


@pytest.mark.parametrize(
    ("address", "frame", "origin", "receiver", "policy"),
    [
        (
            f"https://youtu.be/{ID}",
            NOCOOKIE,
            "https://www.youtube-nocookie.com",
            "YouTube (Google)",
            "strict-origin",
        ),
        (
            "https://vimeo.com/123456789/0a1b2c3d",
            "https://player.vimeo.com/video/123456789?dnt=1&h=0a1b2c3d",
            "https://player.vimeo.com",
            "Vimeo",
            "strict-origin",
        ),
        (
            "https://vimeo.com/event/4321",
            "https://vimeo.com/event/4321/embed",
            "https://vimeo.com",
            "Vimeo",
            "strict-origin",
        ),
        (
            f"https://tube.example.org/w/{SHORT}",
            f"https://tube.example.org/videos/embed/{SHORT}?p2p=0&title=0&warningTitle=0",
            "https://tube.example.org",
            "tube.example.org",
            "no-referrer",
        ),
        (
            "https://live.example.org/a.m3u8",
            "",
            "https://live.example.org",
            "live.example.org",
            "strict-origin",
        ),
    ],
)
def test_what_a_browser_is_sent_to(address, frame, origin, receiver, policy):
    source = read_outside(address)
    assert (source.frame_address, source.origin) == (frame, origin)
    assert (source.receiver, source.referrer_policy) == (receiver, policy)
    assert source.is_embed == bool(frame)


@pytest.mark.parametrize(
    ("address", "refusal"),
    [
        ("", AddressUnreadable),
        ("youtube.com/watch?v=" + ID, AddressUnreadable),
        ("https:youtube.com/watch?v=" + ID, AddressUnreadable),
        ("javascript:alert(1)//https://youtu.be/" + ID, NotEncrypted),
        ("data:text/html,<script>", NotEncrypted),
        ("http://www.youtube.com/watch?v=" + ID, NotEncrypted),
        ("rtmp://live.example.org/a.m3u8", NotEncrypted),
        ("//youtu.be/" + ID, AddressUnreadable),
        ("https://user:secret@youtu.be/" + ID, HostNotPlain),
        ("https://youtube.com@evil.example/watch?v=" + ID, HostNotPlain),
        ("https://youtu.be:8443/" + ID, HostNotPlain),
        ("https://youtu.be:443/" + ID, HostNotPlain),
        ("https://127.0.0.1/w/" + SHORT, HostNotPlain),
        ("https://2130706433/w/" + SHORT, HostNotPlain),
        ("https://0x7f.1/w/" + SHORT, HostNotPlain),
        ("https://[::1]/w/" + SHORT, HostNotPlain),
        ("https://localhost/w/" + SHORT, HostNotPlain),
        ("https://tube.local/w/" + SHORT, HostNotPlain),
        ("https://tube.example.org./w/" + SHORT, HostNotPlain),
        ("https://-tube.example/w/" + SHORT, HostNotPlain),
        ("https://tube..example/w/" + SHORT, HostNotPlain),
        ("https://yоutube.com/watch?v=" + ID, HostNotPlain),
        ("https://youtu。be/" + ID, HostNotPlain),
        ("https://tube.example.org\\@youtu.be/" + ID, AddressUnreadable),
        ("https://youtu.be/\t" + ID, AddressUnreadable),
        ("https://youtu.be/" + ID + "\nhttps://evil.example", AddressUnreadable),
        ("https://youtu.be/" + ID + '" onload="x', AddressUnreadable),
        ("https://youtu.be/<script>", AddressUnreadable),
        ("https://youtu.be/é", AddressUnreadable),
        ("https://" + "a" * LONGEST_ADDRESS + ".example/w/" + SHORT, AddressUnreadable),
        ("https://" + "a" * 64 + ".example/w/" + SHORT, HostNotPlain),
        ("https://www.youtube.com/@potager/live", NoVideoNamed),
        ("https://www.youtube.com/watch?v=" + ID + "x", NoVideoNamed),
        (f"https://www.youtube.com/watch?v={ID}&v={ID}", NoVideoNamed),
        ("https://www.youtube.com/playlist?list=PL123", NoVideoNamed),
        ("https://www.youtube.com/redirect?q=https://evil.example", NoVideoNamed),
        ("https://youtu.be/../evil.m3u8", NoVideoNamed),
        ("https://vimeo.com/potager", NoVideoNamed),
        ("https://player.vimeo.com/video/123456789?h=..%2Fx", NoVideoNamed),
        ("https://tube.example.org/w/p/" + SHORT, NoVideoNamed),
        ("https://tube.example.org/w/court", NoVideoNamed),
        ("https://www.youtube.com.evil.example/watch?v=" + ID, SiteUnknown),
        ("https://notyoutube.com/watch?v=" + ID, SiteUnknown),
        ("https://youtube-com.example/embed/" + ID, SiteUnknown),
        ("https://evil.example/?u=https://youtu.be/" + ID, SiteUnknown),
        ("https://evil.example/#/w/" + SHORT, SiteUnknown),
        ("https://live.example.org/?a.m3u8", SiteUnknown),
        ("https://live.example.org/a.m3u8/", SiteUnknown),
        ("https://live.example.org/.m3u8x", SiteUnknown),
    ],
)
def test_what_is_refused(address, refusal):
    with pytest.raises(refusal):
        read_outside(address)
    assert outside_or_none(address) is None
    with pytest.raises(ValidationError) as error:
        is_outside_address(address)
    assert error.value.code == refusal.code


PARTS = st.lists(
    st.sampled_from(
        [
            "https:",
            "http:",
            "javascript:",
            "//",
            "/",
            "\\",
            "@",
            ":",
            "?",
            "#",
            "&",
            "v=",
            "..",
            ".",
        ]
        + ["www.youtube.com", "youtu.be", "vimeo.com", "tube.example.org", "localhost", "[::1]"]
        + [
            "watch",
            "w",
            "embed",
            "event",
            "video",
            "a.m3u8",
            "%2f",
            "%00",
            "\u200b",
            "ｙ",
            " ",
            '"',
        ]
        + [ID, SHORT, UUID, "123456789", "evil.example", ";", "'", "\r\n"]
    ),
    max_size=14,
).map("".join)
ORIGINS = {
    YOUTUBE: {"https://www.youtube-nocookie.com"},
    VIMEO: {"https://player.vimeo.com", "https://vimeo.com"},
}
OF_A_HOST = set(string.ascii_lowercase + string.digits + "-.")


@given(st.one_of(PARTS, st.text(max_size=80), PARTS.map("https://".__add__)))
@example(f"https://youtu.be/{ID}")
@example("https://tube.example.org/a.m3u8")
def test_whatever_is_pasted_is_refused_or_safe(address):
    try:
        source = read_outside(address)
    except OutsideRefused:
        return
    for written in filter(None, (source.address, source.frame_address)):
        parts = urlsplit(written)
        assert (parts.scheme, parts.username, parts.port) == ("https", None, None)
        assert not set(written) & set(' "<>\\`\r\n\t')
        assert written.isascii()
    assert set(source.host) <= OF_A_HOST
    assert source.origin in ORIGINS.get(source.kind, {f"https://{source.host}"})
    assert source.address.startswith(
        f"https://{'www.' if source.kind == YOUTUBE else ''}{source.host}/"
    )
    assert read_outside(source.address) == source


@given(st.text(alphabet=string.ascii_letters + string.digits + "-._@:[]%", max_size=60))
def test_no_other_host_is_taken_for_a_known_one(host):
    source = outside_or_none(f"https://{host}/watch?v={ID}")
    if source is not None:
        assert host.lower() in {"youtube.com", "www.youtube.com", "m.youtube.com"}
