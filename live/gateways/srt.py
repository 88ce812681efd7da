"""SRT (Secure Reliable Transport) through Haivision's libsrt, by ctypes: its listener only.

Debian has it as libsrt1.5-gnutls. The library keeps threads of its own: `judge` is called in one of
them while a caller waits in the handshake, so it must answer from memory. All that waits here
(`accept`, `read`) waits in the calling thread, for a moment. Names and numbers are those of srt.h
and access_control.h (libsrt 1.5).

SrtError
├── SrtMissing      the library is not on this machine
└── SrtFailed       it said no: the port is taken, an address is wrong
"""

import ctypes
import logging
import socket
import struct
from collections.abc import Callable
from ctypes.util import find_library
from functools import cache
from threading import Lock
from time import sleep

logger = logging.getLogger("live.ingest")

LIBRARIES = ("srt-gnutls", "srt-openssl", "srt")
# The stream id is part of the handshake since then.
OLDEST_PEER = 0x010300
WAITING_CALLERS = 32
WAIT_MS = 250
# Packets come one by one; so long they gather before they are handed on.
GATHER_S = 0.02
READ_BYTES = 65_536
LONGEST_MESSAGE = 1456
LONGEST_STREAM_ID = 512
LONGEST_ADDRESS = 128
# How IPv4 looks on a socket of both families.
MAPPED = "::ffff:"

# What a caller is told: SRT_REJX_….
BAD_REQUEST, OVERLOAD, FORBIDDEN, BAD_MODE, CONFLICT, BROKEN = 1400, 1402, 1403, 1405, 1409, 1500

_INVALID = -1
_RCVSYN, _PASSPHRASE, _MINVERSION, _STREAMID, _IPV6ONLY = 2, 26, 45, 46, 54
_READABLE, _FAILED = 0x1, 0x8
_NOTHING_YET = 6002
_ONLY_THE_WORST = 2

_Address = ctypes.c_char * LONGEST_ADDRESS
_Judge = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_int, ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p
)


class SrtError(Exception):
    """No SRT here."""


class SrtMissing(SrtError):
    """libsrt is not on this machine."""


class SrtFailed(SrtError):
    """libsrt said no; its words are the message."""


class Rejected(Exception):
    """Raised by a judge: the caller is sent away with this reason (SRT_REJX_…)."""

    def __init__(self, reason: int) -> None:
        super().__init__(reason)
        self.reason = reason


class _Event(ctypes.Structure):
    _fields_ = (("socket", ctypes.c_int), ("events", ctypes.c_int))


# A stream id and where it is called from ("192.0.2.1", 40000) → the passphrase that must be used.
Peer = tuple[str, int]
Judge = Callable[[str, Peer], str]


@cache
def library_name() -> str:
    """Return the file of this machine's libsrt; empty when there is none. Nothing is loaded."""
    return next(filter(None, map(find_library, LIBRARIES)), "")


@cache
def _library() -> ctypes.CDLL:
    name = library_name()
    if not name:
        raise SrtMissing
    try:
        library = ctypes.CDLL(name)
    except OSError as error:
        raise SrtMissing from error
    library.srt_getlasterror_str.restype = ctypes.c_char_p
    library.srt_epoll_uwait.argtypes = [
        ctypes.c_int, ctypes.POINTER(_Event), ctypes.c_int, ctypes.c_int64
    ]  # fmt: skip
    library.srt_listen_callback.argtypes = [ctypes.c_int, _Judge, ctypes.c_void_p]
    # What it writes to the standard error is for its own developers.
    library.srt_setloglevel(_ONLY_THE_WORST)
    return library


class Listener:
    """Listens on one UDP port for callers of any number of streams. One thread at a time."""

    def __init__(self, host: str, port: int, judge: Judge) -> None:
        """Begin to listen (port 0: any free one). Raises SrtMissing or SrtFailed."""
        self._srt = _library()
        _checked(self._srt, self._srt.srt_startup())
        self._judge = judge
        # Kept as long as the socket: the library holds no reference.
        self._callback = _Judge(self._ask)
        self._socket = self._srt.srt_create_socket()
        try:
            self._listen(host, port)
            self._watch = _Watch(self._srt, self._socket)
        except SrtError:
            self._srt.srt_close(self._socket)
            self._srt.srt_cleanup()
            raise

    @property
    def port(self) -> int:
        """The port that is listened on."""
        address, size = _Address(), ctypes.c_int(LONGEST_ADDRESS)
        self._srt.srt_getsockname(self._socket, address, ctypes.byref(size))
        return _peer(bytes(address))[1]

    def accept(self) -> "Connection | None":
        """Wait a moment for a caller who was let in. Raises SrtFailed once the listener failed."""
        if not self._watch.wait():
            return None
        address, size = _Address(), ctypes.c_int(LONGEST_ADDRESS)
        caller = self._srt.srt_accept(self._socket, address, ctypes.byref(size))
        if caller == _INVALID:
            if self._srt.srt_getlasterror(None) == _NOTHING_YET:
                return None
            raise SrtFailed(_words(self._srt))
        try:
            return Connection(self._srt, caller, _peer(bytes(address)))
        except SrtError:
            self._srt.srt_close(caller)
            raise

    def close(self) -> None:
        """Stop listening. No other call may be under way."""
        self._srt.srt_close(self._socket)
        self._watch.close()
        self._srt.srt_cleanup()

    def _listen(self, host: str, port: int) -> None:
        _set_number(self._srt, self._socket, _RCVSYN, 0)
        _set_number(self._srt, self._socket, _MINVERSION, OLDEST_PEER)
        try:
            family, *_, where = socket.getaddrinfo(host, port, type=socket.SOCK_DGRAM)[0]
        except OSError as error:
            raise SrtFailed(str(error)) from error
        if family == socket.AF_INET6:
            _set_number(self._srt, self._socket, _IPV6ONLY, 0)
        address = _packed(family, where)
        _checked(self._srt, self._srt.srt_bind(self._socket, address, len(address)))
        _checked(self._srt, self._srt.srt_listen_callback(self._socket, self._callback, None))
        _checked(self._srt, self._srt.srt_listen(self._socket, WAITING_CALLERS))

    def _ask(
        self, _: int | None, caller: int, version: int, address: int, stream_id: bytes | None
    ) -> int:
        """Let the judge decide about a caller; called by the library, in its own thread."""
        try:
            peer = _peer(ctypes.string_at(address, _address_bytes(address)))
            passphrase = self._judge((stream_id or b"").decode("utf-8", "replace"), peer)
            _set_text(self._srt, caller, _PASSPHRASE, passphrase)
        except Rejected as rejected:
            self._srt.srt_setrejectreason(caller, rejected.reason)
            return _INVALID
        except Exception:
            # We are called from C, which can hand no fault on: who cannot be judged stays outside.
            logger.exception("A caller of the SRT door could not be judged.")
            self._srt.srt_setrejectreason(caller, BROKEN)
            return _INVALID
        return 0


class Connection:
    """A caller who was let in and knew the passphrase. One thread at a time, but for `hang_up`."""

    def __init__(self, library: ctypes.CDLL, caller: int, peer: Peer) -> None:
        self.peer = peer
        self._srt = library
        self._socket = caller
        self._lock = Lock()
        self._is_open = True
        self._watch = _Watch(library, caller)
        self._buffer = ctypes.create_string_buffer(LONGEST_MESSAGE)

    @property
    def stream_id(self) -> str:
        """What the caller named."""
        text, size = ctypes.create_string_buffer(LONGEST_STREAM_ID + 1), ctypes.c_int(513)
        self._srt.srt_getsockflag(self._socket, _STREAMID, text, ctypes.byref(size))
        return text.value.decode("utf-8", "replace")

    def read(self) -> bytes | None:
        """Wait a moment for what the caller sends; None: nothing yet, empty: it is gone."""
        if not self._watch.wait():
            return None if self._is_open else b""
        sleep(GATHER_S)
        gathered = bytearray()
        while len(gathered) < READ_BYTES:
            size = self._srt.srt_recvmsg(self._socket, self._buffer, LONGEST_MESSAGE)
            if size <= 0:
                is_empty = size == _INVALID and self._srt.srt_getlasterror(None) == _NOTHING_YET
                return bytes(gathered) or (None if is_empty else b"")
            gathered += self._buffer.raw[:size]
        return bytes(gathered)

    def hang_up(self) -> None:
        """End the connection; whoever waits in `read` is told."""
        with self._lock:
            if self._is_open:
                self._is_open = False
                self._srt.srt_close(self._socket)

    def forget(self) -> None:
        """Hang up and give everything back. No `read` may be under way."""
        self.hang_up()
        self._watch.close()


class _Watch:
    """Waits for one socket to be readable, or to fail."""

    def __init__(self, library: ctypes.CDLL, watched: int) -> None:
        self._srt = library
        self._number = _checked(library, library.srt_epoll_create())
        events = ctypes.c_int(_READABLE | _FAILED)
        added = library.srt_epoll_add_usock(self._number, watched, ctypes.byref(events))
        _checked(library, added)

    def wait(self) -> bool:
        """Return whether there is something to do; waits for a moment at most."""
        event = _Event()
        return self._srt.srt_epoll_uwait(self._number, ctypes.byref(event), 1, WAIT_MS) > 0

    def close(self) -> None:
        self._srt.srt_epoll_release(self._number)


def _set_number(library: ctypes.CDLL, target: int, option: int, value: int) -> None:
    number = ctypes.c_int(value)
    size = ctypes.sizeof(number)
    _checked(library, library.srt_setsockflag(target, option, ctypes.byref(number), size))


def _set_text(library: ctypes.CDLL, target: int, option: int, value: str) -> None:
    data = value.encode()
    _checked(library, library.srt_setsockflag(target, option, data, len(data)))


def _checked(library: ctypes.CDLL, answer: int) -> int:
    if answer == _INVALID:
        raise SrtFailed(_words(library))
    return answer


def _words(library: ctypes.CDLL) -> str:
    return (library.srt_getlasterror_str() or b"").decode("utf-8", "replace")


def _packed(family: int, where: tuple[object, ...]) -> bytes:
    """Return a struct sockaddr_in or sockaddr_in6."""
    host, port, *rest = where
    packed = socket.inet_pton(family, str(host).partition("%")[0])
    head = struct.pack("=H", family) + struct.pack("!H", port)
    if family == socket.AF_INET6:
        return head + bytes(4) + packed + struct.pack("=I", rest[1])
    return head + packed + bytes(8)


def _peer(address: bytes) -> Peer:
    family, port = struct.unpack_from("=H", address)[0], struct.unpack_from("!H", address, 2)[0]
    if family == socket.AF_INET6:
        return socket.inet_ntop(family, address[8:24]).removeprefix(MAPPED), port
    return socket.inet_ntop(socket.AF_INET, address[4:8]), port


def _address_bytes(address: int) -> int:
    family = struct.unpack("=H", ctypes.string_at(address, 2))[0]
    return 28 if family == socket.AF_INET6 else 16
