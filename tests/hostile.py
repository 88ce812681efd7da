"""Forty texts that would run somewhere if somebody forgot to escape them, and who looks for that."""

from html.parser import HTMLParser
from urllib.parse import urlsplit

MARK = "pwn42"
HOSTILE = [
    f"<script>{MARK}()</script>",
    f"<SCRIPT>{MARK}()</SCRIPT>",
    f"</script><script>{MARK}()</script>",
    f"<scr<script>ipt>{MARK}()</script>",
    f"<img src=x onerror={MARK}()>",
    f'"><img src=x onerror={MARK}()>',
    f"'><img src=x onerror={MARK}()>",
    f"<svg onload={MARK}()>",
    f"<svg><script>{MARK}()</script></svg>",
    f'"><svg/onload={MARK}()//',
    f"<body onload={MARK}()>",
    f"<iframe src=javascript:{MARK}()>",
    f"<iframe srcdoc='<script>{MARK}()</script>'>",
    f"<a href=javascript:{MARK}()>x</a>",
    f"<a href='&#106;avascript:{MARK}()'>x</a>",
    f"javascript:{MARK}()",
    f"<object data=javascript:{MARK}()>",
    f"<embed src=javascript:{MARK}()>",
    f"<form action=javascript:{MARK}()><button>",
    f"<button formaction=javascript:{MARK}()>x",
    f"<input autofocus onfocus={MARK}()>",
    f'" autofocus onfocus={MARK}() x="',
    f"' onmouseover={MARK}() x='",
    f"`onmouseover={MARK}()`",
    f"<details open ontoggle={MARK}()>",
    f"<video><source onerror={MARK}()>",
    f"<math><mtext></style><img src=x onerror={MARK}()>",
    f"<style>@import '{MARK}'</style>",
    f"<link rel=stylesheet href=//{MARK}>",
    f"<meta http-equiv=refresh content='0;{MARK}'>",
    f"<base href=//{MARK}/>",
    f"<!--><script>{MARK}()</script>-->",
    f"]]><script>{MARK}()</script>",
    f"</textarea><script>{MARK}()</script>",
    f"</title><script>{MARK}()</script>",
    f"{{{{ {MARK} }}}}{{% debug %}}",
    f"${{{MARK}}}`${{1}}`",
    f"&lt;script&gt;{MARK}()&lt;/script&gt;",
    f"\\u003cscript\\u003e{MARK}()\\u003c/script\\u003e",
    f'=HYPERLINK("//{MARK}";1)',
]
# Blocks that no browser runs, as long as nothing in them looks like a tag.
DATA_TYPES = ("application/json", "application/ld+json")
SAFE_ATTRIBUTES = {
    "value", "aria-label", "content", "title", "alt", "placeholder", "data-saved", "href",
    # Handed to the device's share sheet as text.
    "data-title",
}  # fmt: skip


def is_safe(address: str) -> bool:
    """Say whether the mark is no more than words in `address`: a page of ours, or a share link."""
    if address.startswith(("/", "?")):
        return True
    parts = urlsplit(address)
    is_known = parts.scheme in ("https", "mailto", "sms") and MARK not in parts.netloc + parts.path
    return is_known and not set("<>\"'`() ") & set(address)


class Sight(HTMLParser):
    """What a browser would make of the mark: text, or something that could run."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.seen, self.faults = 0, []
        self._raw, self._is_data = "", False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        is_data = dict(attrs).get("type") in DATA_TYPES
        self._raw = tag if tag in ("script", "style") and not is_data else ""
        self._is_data = tag == "script" and is_data
        for name, value in attrs:
            if MARK not in f"{name}{value or ''}".lower():
                continue
            is_address = name in ("href", "src", "action", "formaction")
            address = (value or "").strip().lower()
            if name not in SAFE_ATTRIBUTES or (is_address and not is_safe(address)):
                self.faults.append(f"<{tag} {name}={value}>")
        if MARK in tag:
            self.faults.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self._raw, self._is_data = "", False

    def handle_data(self, data: str) -> None:
        if MARK in data:
            self.seen += 1
            if self._raw or (self._is_data and "<" in data):
                self.faults.append(f"{self._raw}: {data[:80]}")

    def handle_comment(self, data: str) -> None:
        if MARK in data:
            self.faults.append(f"comment: {data[:80]}")


def look(html: str) -> Sight:
    sight = Sight()
    sight.feed(html)
    assert not sight.faults, sight.faults
    return sight
