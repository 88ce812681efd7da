"""How people call the places acts came from: sites with the widget, and ways from elsewhere."""

from collections.abc import Collection
from typing import NamedTuple

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from audience.models import CodeBatch, Partner
from campaigns.models import Declaration, EmbedHost


class Place(NamedTuple):
    """What a report calls a place, and what tells it from others of that name."""

    name: str
    note: str = ""


def place_names(keys: Collection[str]) -> dict[str, Place]:
    """Return the places with these `keys` (`Act.host`); a site that was forgotten is missing.

    One query for the sites, and one for each way from elsewhere that is among the keys.
    """
    hosts = EmbedHost.objects.filter(key__in=[key for key in keys if key and ":" not in key])
    found = {host.key: Place(host.name, host.address) for host in hosts}
    ways: tuple[tuple[str, str, QuerySet], ...] = (
        ("code", _("Codes of products"), CodeBatch.objects.all()),
        ("sale", _("Sales at tills"), Partner.objects.all()),
        ("paper", _("Declared acts"), Declaration.objects.select_related("organisation")),
    )
    for way, name, origins in ways:
        numbers = [key.partition(":")[2] for key in keys if key.startswith(f"{way}:")]
        if numbers:
            rows = origins.filter(pk__in=numbers)
            found |= {f"{way}:{row.pk}": Place(name, str(row)) for row in rows}
    return found


def lines_of_places(keys: Collection[str]) -> dict[str, str]:
    """Return the places in a line each: of a way from elsewhere also which batch, till or paper."""
    return {
        key: f"{place.name}: {place.note}" if ":" in key and place.note else place.name
        for key, place in place_names(keys).items()
    }
