"""Where people tell others about a page: plain links, without anybody's script.

The addresses are those that the networks document for links from other sites.
"""

from dataclasses import dataclass
from urllib.parse import quote, urlencode

from django.utils.translation import gettext as _


@dataclass(frozen=True, slots=True)
class ShareLink:
    """`name` is what people call the network."""

    name: str
    address: str


def share_links(title: str, address: str) -> list[ShareLink]:
    """Return links that tell others of the page at `address` (absolute), filled in."""
    text = f"{title} {address}"
    return [
        ShareLink("WhatsApp", "https://wa.me/?" + _form(text=text)),
        ShareLink("Mastodon", "https://share.joinmastodon.org/#" + _form(text=text)),
        ShareLink("Bluesky", "https://bsky.app/intent/compose?" + _form(text=text)),
        ShareLink("LinkedIn", f"https://www.linkedin.com/sharing/share-offsite/?{_form(url=address)}"),
        ShareLink("Facebook", "https://www.facebook.com/sharer/sharer.php?" + _form(u=address)),
        ShareLink("X", "https://x.com/intent/post?" + _form(text=title, url=address)),
        ShareLink("Telegram", "https://t.me/share/url?" + _form(url=address, text=title)),
        ShareLink(_("Text message"), "sms:?" + _form(body=text)),
        ShareLink(_("E-mail"), "mailto:?" + _form(subject=title, body=address)),
    ]  # fmt: skip


def _form(**values: str) -> str:
    return urlencode(values, quote_via=quote)
