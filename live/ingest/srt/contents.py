"""What an MPEG transport stream says it holds (ISO/IEC 13818-1, 2.4.4): its first two tables.

ffmpeg would find out too, and only say that it cannot go on; the sender is to read why.
"""

from collections.abc import Iterator

from live.feed_refusals import NotTransportStream, PictureMissing, PictureUnfit, SoundUnfit

PACKET_BYTES = 188
SYNC = 0x47
# Tables are repeated twice a second or more.
LOOKED_AT_BYTES = 4 * 1024**2
PROGRAMMES, STREAMS = 0, 2
LONGEST_SECTION = 1024
H264, AAC = 0x1B, 0x0F
PICTURES = {0x01, 0x02, 0x10, H264, 0x1F, 0x20, 0x21, 0x24, 0x33, 0x42, 0xD1, 0xD2, 0xEA}
SOUNDS = {0x03, 0x04, AAC, 0x11, 0x1C, *range(0x81, 0x89)}
PRIVATE = 0x06
# Descriptors of AC-3, E-AC-3, DTS and AAC (ETSI EN 300 468), and of what is registered by name.
PRIVATE_SOUNDS, REGISTERED = {0x6A, 0x7A, 0x7B, 0x7C}, 0x05
REGISTERED_SOUNDS = {b"Opus", b"AC-3", b"EAC3", b"AC-4", b"BSSD", b"DTS1", b"DTS2", b"DTS3"}


class ContentsReader:
    """Looks at a stream until it knows that it can be sent on; `is_known` says so."""

    def __init__(self) -> None:
        self.is_known = False
        self._rest = b""
        self._seen = 0
        self._wanted = 0
        self._table = PROGRAMMES
        self._section = bytearray()

    def take(self, data: bytes) -> None:
        """Look at what came.

        Raises NotTransportStream, PictureMissing, PictureUnfit or SoundUnfit.
        """
        if self.is_known:
            return
        self._seen += len(data)
        if self._seen > LOOKED_AT_BYTES:
            raise NotTransportStream
        data = self._rest + data
        whole = len(data) - len(data) % PACKET_BYTES
        for at in range(0, whole, PACKET_BYTES):
            self._packet(data[at : at + PACKET_BYTES])
        self._rest = data[whole:]

    def _packet(self, packet: bytes) -> None:
        if packet[0] != SYNC:
            raise NotTransportStream
        if self.is_known or int.from_bytes(packet[1:3]) & 0x1FFF != self._wanted:
            return
        payload = _payload(packet)
        if packet[1] & 0x40:
            # A section begins here, after the end of another.
            self._section = bytearray(payload[1 + payload[0] :] if payload else b"")
        else:
            self._section += payload
        self._look()

    def _look(self) -> None:
        """Read the table once it is whole."""
        section = self._section
        if len(section) < 3:
            return
        end = 3 + (int.from_bytes(section[1:3]) & 0x0FFF)
        if section[0] != self._table or end > LONGEST_SECTION:
            section.clear()
        elif len(section) >= end:
            # The last four bytes are a checksum.
            self._read(bytes(section[8 : end - 4]))

    def _read(self, table: bytes) -> None:
        self._section.clear()
        if self._table == STREAMS:
            _check(list(_streams(table)))
            self.is_known = True
            return
        for at in range(0, len(table) - 3, 4):
            if int.from_bytes(table[at : at + 2]):
                self._wanted = int.from_bytes(table[at + 2 : at + 4]) & 0x1FFF
                self._table = STREAMS
                return


def _payload(packet: bytes) -> bytes:
    has_payload, has_adaptation = packet[3] & 0x10, packet[3] & 0x20
    if not has_payload:
        return b""
    return packet[5 + packet[4] :] if has_adaptation else packet[4:]


def _streams(table: bytes) -> Iterator[tuple[int, bytes]]:
    """Give the kind and the descriptors of each stream."""
    at = 4 + (int.from_bytes(table[2:4]) & 0x0FFF)
    while at + 5 <= len(table):
        end = at + 5 + (int.from_bytes(table[at + 3 : at + 5]) & 0x0FFF)
        yield table[at], table[at + 5 : end]
        at = end


def _check(streams: list[tuple[int, bytes]]) -> None:
    pictures = [kind for kind, _ in streams if kind in PICTURES]
    sounds = [kind for kind, says in streams if kind in SOUNDS or _is_private_sound(kind, says)]
    if not pictures:
        raise PictureMissing
    if pictures[0] != H264:
        raise PictureUnfit
    if sounds and sounds[0] != AAC:
        raise SoundUnfit


def _is_private_sound(kind: int, descriptors: bytes) -> bool:
    at = 0
    while kind == PRIVATE and at + 2 <= len(descriptors):
        tag, size = descriptors[at : at + 2]
        says = descriptors[at + 2 : at + 2 + size]
        if tag in PRIVATE_SOUNDS or (tag == REGISTERED and says[:4] in REGISTERED_SOUNDS):
            return True
        at += 2 + size
    return False
