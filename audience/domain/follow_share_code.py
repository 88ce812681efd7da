"""Where a short link leads."""

from audience.domain.share_codes import address_with, read_share_code
from audience.models import ShareCode
from audience.shared import shared_of


def share_code_at(text: str) -> ShareCode | None:
    """Return the code that an address names, revoked or not."""
    return ShareCode.objects.filter(code=read_share_code(text)).first()


def address_behind(code: ShareCode) -> str:
    """Return the path that `code` leads to, with the code in it; "" where nothing is left.

    A revoked code still leads to its page, but credits nobody.
    """
    subject = shared_of(code.kind, code.key)
    if subject is None:
        return ""
    return subject.address if code.revoked_at else address_with(subject.address, code.code)
