"""The address of an outside live, read strictly: which kind of source it is, and which one.

An editor pastes the page on which one watches. What is read of it is a kind, a host and an id;
every address that a browser is sent to is written anew from these, so that nothing else of what was
pasted reaches a page. Python's urlsplit and browsers forgive differently, so what either of them
would mend is refused first.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qs, urlsplit

from django.core.exceptions import ValidationError

from live.enums import OutsideKind
from live.outside_refusals import (
    AddressUnreadable,
    HostNotPlain,
    NotEncrypted,
    NoVideoNamed,
    OutsideRefused,
    SiteUnknown,
)

LONGEST_ADDRESS = 500
_MOST_FIELDS = 30

# What an address consists of (RFC 3986), without what browsers mend: spaces, backslashes, controls.
_WRITTEN = re.compile(r"[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=%-]+")
_SCHEME = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
# Names of the public net: the last part is letters, or an encoded name; so no number is one.
_HOST = re.compile(rf"(?=.{{4,253}}$)(?:{_LABEL}\.)+(?:[a-z]{{2,63}}|xn--[a-z0-9-]{{1,59}})")
_OF_THIS_NETWORK = ("local", "localhost", "internal", "lan", "home", "intranet", "invalid", "onion")

_YOUTUBE_ID = r"(?P<key>[A-Za-z0-9_-]{11})"
_YOUTUBE = re.compile(rf"/(?:live|embed|shorts)/{_YOUTUBE_ID}/?")
_YOUTUBE_SHORT = re.compile(rf"/{_YOUTUBE_ID}/?")
_YOUTUBE_KEY = re.compile(_YOUTUBE_ID)
_VIMEO = re.compile(r"/(?P<key>[0-9]{5,12}(?:/[0-9a-f]{8,20})?|event/[0-9]{3,12})/?")
_VIMEO_PLAYER = re.compile(r"/video/(?P<key>[0-9]{5,12})/?")
_VIMEO_HASH = re.compile(r"[0-9a-f]{8,20}")
_SHORT_UUID = r"[1-9A-HJ-NP-Za-km-z]{20,22}"
_UUID = r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
_PEERTUBE = re.compile(rf"/(?:w|videos/watch|videos/embed)/(?P<key>{_SHORT_UUID}|{_UUID})/?")
_HLS = re.compile(r"(?:/[A-Za-z0-9._~!$&'()*+,;=:@%-]*)*/[A-Za-z0-9._~!$&'()*+,=@%-]+\.m3u8")

_YOUTUBE_HOSTS = frozenset({"youtube.com", "www.youtube.com", "m.youtube.com"})
_NOCOOKIE_HOSTS = frozenset({"youtube-nocookie.com", "www.youtube-nocookie.com"})
_VIMEO_HOSTS = frozenset({"vimeo.com", "www.vimeo.com"})


@dataclass(frozen=True, slots=True)
class OutsideSource:
    """Where a picture comes from. `key`: its id there, or path and query of an HLS manifest."""

    kind: OutsideKind
    host: str
    key: str

    @property
    def is_embed(self) -> bool:
        """Whether the site's own player shows it, in a frame; else ours does."""
        return self.kind != OutsideKind.HLS

    @property
    def receiver(self) -> str:
        """Who learns that somebody watches, as people know them."""
        return _RECEIVERS.get(self.kind, self.host)

    @property
    def address(self) -> str:
        """The page on which one watches over there; of HLS, the manifest."""
        return _PAGES[self.kind](self)

    @property
    def frame_address(self) -> str:
        """What the frame shows; "" for HLS."""
        return _FRAMES[self.kind](self) if self.is_embed else ""

    @property
    def origin(self) -> str:
        """The one origin that the page has to allow, as a policy writes it."""
        parts = urlsplit(self.frame_address or self.address)
        return f"https://{parts.hostname}"

    @property
    def referrer_policy(self) -> str:
        """What the frame is told of our page: its origin where the site insists, else nothing."""
        return "no-referrer" if self.kind == OutsideKind.PEERTUBE else "strict-origin"


def read_outside(address: str) -> OutsideSource:
    """Return the source that `address` names. Raises an OutsideRefused that says what to paste."""
    parts = _split(address.strip())
    host = _host_of(parts)
    for kind, read in _READERS:
        key = read(host, parts)
        if key:
            return OutsideSource(kind, host if kind in _ANY_HOST else _HOSTS[kind], key)
    raise SiteUnknown


def outside_or_none(address: str) -> OutsideSource | None:
    """Return the source of an address that was taken once; None for none, or one not taken now."""
    try:
        return read_outside(address) if address else None
    except OutsideRefused:
        return None


def is_outside_address(address: str) -> None:
    """Refuse, as a form does, what `read_outside` refuses."""
    try:
        read_outside(address)
    except OutsideRefused as refusal:
        raise ValidationError(str(refusal), code=refusal.code) from refusal


def _split(address: str) -> SplitResult:
    if len(address) > LONGEST_ADDRESS:
        raise AddressUnreadable
    scheme = _SCHEME.match(address)
    if scheme is None:
        raise AddressUnreadable
    if scheme["scheme"].lower() != "https":
        raise NotEncrypted
    if not address[scheme.end() :].startswith("//"):
        raise AddressUnreadable
    if not address.isascii():
        raise HostNotPlain if not _host_part(address).isascii() else AddressUnreadable
    if not _WRITTEN.fullmatch(address):
        raise AddressUnreadable
    try:
        return urlsplit(address)
    except ValueError as error:
        raise AddressUnreadable from error


def _host_part(address: str) -> str:
    return re.split(r"[/?#\\]", address.partition("//")[2], maxsplit=1)[0]


def _host_of(parts: SplitResult) -> str:
    host = parts.netloc.lower()
    if not _HOST.fullmatch(host) or host.rpartition(".")[2] in _OF_THIS_NETWORK:
        raise HostNotPlain
    return host


def _read_youtube(host: str, parts: SplitResult) -> str:
    if host == "youtu.be":
        match = _YOUTUBE_SHORT.fullmatch(parts.path)
    elif host in _YOUTUBE_HOSTS and parts.path in ("/watch", "/watch/"):
        match = _YOUTUBE_KEY.fullmatch(_only(parts, "v"))
    elif host in _YOUTUBE_HOSTS | _NOCOOKIE_HOSTS:
        match = _YOUTUBE.fullmatch(parts.path)
    else:
        return ""
    if match is None:
        raise NoVideoNamed(site="YouTube", example="https://www.youtube.com/watch?v=…")
    return match["key"]


def _read_vimeo(host: str, parts: SplitResult) -> str:
    match, secret = None, ""
    if host == "player.vimeo.com":
        match, secret = _VIMEO_PLAYER.fullmatch(parts.path), _only(parts, "h")
    elif host in _VIMEO_HOSTS:
        match = _VIMEO.fullmatch(parts.path)
    else:
        return ""
    if match is None or (secret and not _VIMEO_HASH.fullmatch(secret)):
        raise NoVideoNamed(site="Vimeo", example="https://vimeo.com/123456789")
    return f"{match['key']}/{secret}" if secret else match["key"]


def _read_peertube(host: str, parts: SplitResult) -> str:
    match = _PEERTUBE.fullmatch(parts.path)
    if match is None and parts.path.startswith(("/w/", "/videos/watch/")):
        raise NoVideoNamed(site=host, example=f"https://{host}/w/…")
    return match["key"] if match else ""


def _read_hls(host: str, parts: SplitResult) -> str:
    if not _HLS.fullmatch(parts.path):
        return ""
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def _only(parts: SplitResult, name: str) -> str:
    """Return the one value of `name` in the query; "" when there is none, or more than one."""
    try:
        found = parse_qs(parts.query, max_num_fields=_MOST_FIELDS).get(name, [])
    except ValueError:
        return ""
    return found[0] if len(found) == 1 else ""


def _vimeo_frame(source: OutsideSource) -> str:
    number, _, secret = source.key.partition("/")
    if number == "event":
        return f"https://vimeo.com/event/{secret}/embed"
    return f"https://player.vimeo.com/video/{number}?dnt=1" + (f"&h={secret}" if secret else "")


_READERS: tuple[tuple[OutsideKind, Callable[[str, SplitResult], str]], ...] = (
    (OutsideKind.YOUTUBE, _read_youtube),
    (OutsideKind.VIMEO, _read_vimeo),
    (OutsideKind.PEERTUBE, _read_peertube),
    (OutsideKind.HLS, _read_hls),
)
_ANY_HOST = frozenset({OutsideKind.PEERTUBE, OutsideKind.HLS})
_HOSTS = {OutsideKind.YOUTUBE: "youtube.com", OutsideKind.VIMEO: "vimeo.com"}
_RECEIVERS = {OutsideKind.YOUTUBE: "YouTube (Google)", OutsideKind.VIMEO: "Vimeo"}
_PAGES: dict[OutsideKind, Callable[[OutsideSource], str]] = {
    OutsideKind.YOUTUBE: lambda source: f"https://www.youtube.com/watch?v={source.key}",
    OutsideKind.VIMEO: lambda source: f"https://vimeo.com/{source.key}",
    OutsideKind.PEERTUBE: lambda source: f"https://{source.host}/w/{source.key}",
    OutsideKind.HLS: lambda source: f"https://{source.host}{source.key}",
}
# Privacy-enhanced; no tracking; and no exchange of pieces between viewers, who would learn each
# other's network addresses.
_FRAMES: dict[OutsideKind, Callable[[OutsideSource], str]] = {
    OutsideKind.YOUTUBE: lambda source: (
        f"https://www.youtube-nocookie.com/embed/{source.key}?rel=0&playsinline=1"
    ),
    OutsideKind.VIMEO: _vimeo_frame,
    OutsideKind.PEERTUBE: lambda source: (
        f"https://{source.host}/videos/embed/{source.key}?p2p=0&title=0&warningTitle=0"
    ),
}
