"""The card that a page shows to networks now."""

from django.urls import reverse

from campaigns.models import ShareCard
from media.edition import kept


def newest_card(kind: str, key: str) -> str:
    """Return the path of the newest card of a page, or "" until one is drawn."""
    return kept(f"share-card:{kind}:{key}", lambda: _path(kind, key))


def _path(kind: str, key: str) -> str:
    cards = ShareCard.objects.filter(kind=kind, key=key).order_by("-made_at", "-pk")
    digest = cards.values_list("digest", flat=True).first()
    return reverse("share_card", args=[digest]) if digest else ""
