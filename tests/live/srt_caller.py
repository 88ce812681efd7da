"""A caller of an SRT door, by libsrt itself: it hears the reason for which it is sent away."""

from typing import Self

from live.gateways import srt

_PASSPHRASE, _STREAM_ID, _PATIENCE = 26, 46, 36
_PATIENCE_MS = 5000


class Caller:
    """Calls 127.0.0.1; `reason` is 0 once it is let in."""

    def __init__(self, port: int, stream_id: str = "", passphrase: str = "") -> None:
        self._srt = srt._library()
        self._srt.srt_startup()
        self._socket = self._srt.srt_create_socket()
        srt._set_number(self._srt, self._socket, _PATIENCE, _PATIENCE_MS)
        for option, value in ((_STREAM_ID, stream_id), (_PASSPHRASE, passphrase)):
            if value:
                srt._set_text(self._srt, self._socket, option, value)
        address = srt._packed(2, ("127.0.0.1", port))
        answer = self._srt.srt_connect(self._socket, address, len(address))
        self.reason = 0 if answer == 0 else self._srt.srt_getrejectreason(self._socket)

    def send(self, data: bytes) -> None:
        """Send one message."""
        assert self._srt.srt_sendmsg2(self._socket, data, len(data), None) == len(data)

    def leave(self) -> None:
        """Hang up."""
        self._srt.srt_close(self._socket)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.leave()
        self._srt.srt_cleanup()


def call(port: int, stream_id: str = "", passphrase: str = "") -> int:
    """Return the reason for which a caller is sent away, or 0."""
    with Caller(port, stream_id, passphrase) as caller:
        return caller.reason
