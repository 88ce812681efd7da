"""Draw the share cards that are missing or show what is no longer so.

A reader draws nothing. Cards that were shared keep their file: an old share tells what was true.
"""

import hashlib
import json
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from campaigns.card_sources import Card, card_sources
from campaigns.domain.cards.draw_card import draw_card
from campaigns.models import ShareCard
from campaigns.models.share_card import file_name_of

MOST_AT_ONCE = 20
# Another drawing is another file.
_DRAWING = 1


def make_cards(most: int = MOST_AT_ONCE) -> int:
    """Draw up to `most` cards; return how many. Two workers at once draw the same file twice."""
    made = 0
    for kind, source in card_sources().items():
        shown = newest_cards(kind)
        for key, card in source():
            digest = digest_of(card)
            if made < most and shown.get(key) != digest:
                _make(kind, key, card, digest)
                made += 1
    return made


def newest_cards(kind: str) -> dict[str, str]:
    """Return for each page of `kind` the digest of its newest card. One query."""
    rows = ShareCard.objects.filter(kind=kind).order_by("made_at", "pk")
    return dict(rows.values_list("key", "digest"))


def digest_of(card: Card) -> str:
    """Return the name of the file that shows `card`."""
    shown = asdict(card)
    if not card.moment:
        # As before there were moments: what has none is not drawn anew.
        del shown["moment"]
    facts = json.dumps([_DRAWING, shown], sort_keys=True)
    return hashlib.sha256(facts.encode()).hexdigest()[:20]


def _make(kind: str, key: str, card: Card, digest: str) -> None:
    name = file_name_of(digest)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(draw_card(card)))
    now = timezone.now()
    ShareCard.objects.update_or_create(kind=kind, key=key, digest=digest, defaults={"made_at": now})
