"""Declarations for tests."""

from django.utils import timezone

from audience.models import Meter
from campaigns.domain.declare_acts import DeclaredActs, declare_acts
from campaigns.models import Declaration, Organisation
from tests.campaigns.conftest import proof


def told(meter: Meter, acts: int = 5, **values: object) -> DeclaredActs:
    organisation, _ = Organisation.objects.get_or_create(name="Coop Andine")
    defaults = {
        "organisation": organisation,
        "about": "Paquets vendus au marché",
        "done_on": timezone.localdate(),
        "document": proof(),
    }
    return DeclaredActs(meter=meter, acts=acts, **{**defaults, **values})


def declare(user: object, meter: Meter, acts: int = 5) -> Declaration:
    return declare_acts(user, told(meter, acts))
