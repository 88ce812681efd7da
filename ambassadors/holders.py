"""Whose the links of an ambassador are, for the team's list of share links."""

from collections.abc import Collection, Sequence

from ambassadors.models import Ambassador

ROOM = "ambassadors"


def name_holders(holders: Collection[str]) -> dict[str, str]:
    """Return by code the alias of those who are here, shown in public or not. One query."""
    here = Ambassador.objects.here().filter(code__in=holders)
    return dict(here.values_list("code", "alias"))


def search_holders(words: str, most: int) -> Sequence[str]:
    """Return up to `most` codes of ambassadors whose alias holds `words`."""
    here = Ambassador.objects.here().filter(alias__icontains=words).order_by("pk")
    return list(here.values_list("code", flat=True)[:most])
