"""Names that belong to somebody: organisations, and the site itself."""

from campaigns.domain.cards.campaign_cards import site_name
from campaigns.models import Organisation
from qa.domain.fold import fold

_SHORTEST_NAME = 4
# Who speaks for the site itself, in both languages.
_OURS = (
    *("equipe", "moderation", "moderateur", "moderatrice", "administrateur", "officiel"),
    *("moderator", "admin", "official", "officielle"),
)


def is_taken_name(name: str) -> bool:
    """Say whether `name` is, or hides, an organisation's or the site's own."""
    folded = f" {fold(name)} "
    taken = [*Organisation.objects.values_list("name", flat=True), site_name(), *_OURS]
    others = (fold(one) for one in taken)
    return any(len(other) >= _SHORTEST_NAME and f" {other} " in folded for other in others)
