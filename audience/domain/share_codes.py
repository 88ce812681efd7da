"""Share codes in addresses: how they are written, and how one is read."""

from urllib.parse import parse_qs, urlsplit, urlunsplit

from audience.models.sharing import CODE_LENGTH, CODE_SYMBOLS

# What stands before the code in an address: « par » whom one came.
PARAMETER = "par"
_MOST_TYPED = 32
_SAME = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SYMBOLS = frozenset(CODE_SYMBOLS)


def read_share_code(text: str) -> str:
    """Return the code that `text` means, in any case, with O for 0 or I for 1; "" if it cannot."""
    if len(text) > _MOST_TYPED:
        return ""
    code = text.strip().upper().translate(_SAME)
    return code if len(code) == CODE_LENGTH and _SYMBOLS.issuperset(code) else ""


def code_in_address(address: str, host: str) -> str:
    """Return the code in the `address` of a page of ours, on `host`; "" in any other.

    A browser without scripts names the page that a form was sent from, and thus the code in it.
    """
    if f"{PARAMETER}=" not in address:
        return ""
    try:
        parts = urlsplit(address)
        found = parse_qs(parts.query, max_num_fields=20).get(PARAMETER, [""])
    except ValueError:
        return ""
    return read_share_code(found[0]) if parts.netloc == host else ""


def address_with(address: str, code: str) -> str:
    """Return `address` with `code` in it."""
    parts = urlsplit(address)
    query = "&".join(filter(None, (parts.query, f"{PARAMETER}={code}")))
    return urlunsplit(parts._replace(query=query))
