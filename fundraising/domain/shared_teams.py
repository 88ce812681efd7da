"""Teams as something to tell others of, and their cards."""

from collections.abc import Iterator, Sequence

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.utils.translation import override

from audience.models import ShareCode
from audience.shared import Shared
from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from fundraising.models import Team

TEAM = "team"
_LONGEST_KEY = 12


def find_shared_team(key: str) -> Shared | None:
    """Return the public team whose primary key is `key`."""
    if not key.isascii() or not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    team = Team.objects.public().filter(pk=int(key)).first()
    if team is None:
        return None
    with override(team.language):
        return Shared(TEAM, key, team.name, team.get_absolute_url())


def teams_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return the keys of public teams that have no share codes yet."""
    codes = ShareCode.objects.filter(kind=TEAM, key=OuterRef("text_key"), secret=None)
    named = Team.objects.public().annotate(text_key=Cast("pk", CharField()))
    bare = named.filter(~Exists(codes)).order_by("pk")
    return [(str(pk), None) for pk in bare.values_list("pk", flat=True)[:most]]


def search_teams(words: str, most: int) -> Sequence[str]:
    """Return the keys of up to `most` teams whose name holds `words`."""
    found = Team.objects.filter(name__icontains=words).order_by("-pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)[:most]]


def team_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public team: its cause, never words that a supporter wrote."""
    site = site_name()
    for team in Team.objects.public().select_related("fund__cause__locale").order_by("pk"):
        with override(team.language):
            cause = team.fund.cause_here()
        yield str(team.pk), Card(cause.summary, cause.colour, character_for(team.pk), site)
