"""The site's own share codes of a subject, by channel, for the page that shows them."""

from audience.models import ShareCode


def channel_codes(kind: str, key: str) -> dict[str, str]:
    """Return the codes by channel; empty until they are made. One query."""
    codes = ShareCode.objects.filter(kind=kind, key=key, secret=None, revoked_at=None)
    return dict(codes.values_list("channel", "code"))
