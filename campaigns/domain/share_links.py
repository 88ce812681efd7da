"""Where people tell others about a page: plain links, without anybody's script.

The addresses are those that the networks document for links from other sites.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from audience.domain.share_codes import address_with
from audience.enums import ShareChannel


@dataclass(frozen=True, slots=True)
class ShareLink:
    """`name` is what people call the network; `code` is in `address`, "" where there is none."""

    name: str
    address: str
    code: str = ""


def share_links(
    title: str, address: str, codes: Mapping[str, str] | None = None
) -> list[ShareLink]:
    """Return links that tell others of the page at `address` (absolute), filled in.

    `codes`: by channel, what the address carries so that one sees which way people come.
    """
    found = codes or {}
    return [
        ShareLink(
            name=str(channel.label),
            address=_compose(channel, title, coded_address(address, found.get(channel, ""))),
            code=found.get(channel, ""),
        )
        for channel in _BEGINNINGS
    ]


def coded_address(address: str, code: str) -> str:
    """Return `address` with `code` in it, if there is one."""
    return address_with(address, code) if code else address


def _compose(channel: ShareChannel, title: str, address: str) -> str:
    text = f"{title} {address}"
    values = {
        ShareChannel.LINKEDIN: {"url": address},
        ShareChannel.FACEBOOK: {"u": address},
        ShareChannel.X: {"text": title, "url": address},
        ShareChannel.TELEGRAM: {"url": address, "text": title},
        ShareChannel.SMS: {"body": text},
        ShareChannel.EMAIL: {"subject": title, "body": address},
    }
    form = urlencode(values.get(channel, {"text": text}), quote_via=quote)
    return _BEGINNINGS[channel] + form


_BEGINNINGS = {
    ShareChannel.WHATSAPP: "https://wa.me/?",
    ShareChannel.MASTODON: "https://share.joinmastodon.org/#",
    ShareChannel.BLUESKY: "https://bsky.app/intent/compose?",
    ShareChannel.LINKEDIN: "https://www.linkedin.com/sharing/share-offsite/?",
    ShareChannel.FACEBOOK: "https://www.facebook.com/sharer/sharer.php?",
    ShareChannel.X: "https://x.com/intent/post?",
    ShareChannel.TELEGRAM: "https://t.me/share/url?",
    ShareChannel.SMS: "sms:?",
    ShareChannel.EMAIL: "mailto:?",
}
