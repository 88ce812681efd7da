"""What a page offers to tell others of it: plain links, its address to copy, a QR code."""

from collections.abc import Sequence
from dataclasses import dataclass

from audience.domain.channel_codes import channel_codes
from audience.enums import ShareChannel
from campaigns.domain.share_links import ShareLink, coded_address, share_links
from media.edition import kept


@dataclass(frozen=True, slots=True)
class ShareBox:
    """The ways to tell others of a subject. Codes are "" until they are made."""

    kind: str
    key: str
    title: str
    links: Sequence[ShareLink]
    sheet: ShareLink
    copy: ShareLink
    qr_code: str


def share_box(kind: str, key: str, title: str, address: str) -> ShareBox:
    """Return the box of the subject `key` of `kind`, whose page has this absolute address."""
    codes = kept(f"share-codes:{kind}:{key}", lambda: channel_codes(kind, key))

    def link(channel: ShareChannel) -> ShareLink:
        code = codes.get(channel, "")
        return ShareLink(str(channel.label), coded_address(address, code), code)

    return ShareBox(
        kind=kind,
        key=key,
        title=title,
        links=share_links(title, address, codes),
        sheet=link(ShareChannel.SHEET),
        copy=link(ShareChannel.COPY),
        qr_code=codes.get(ShareChannel.QR, ""),
    )
