"""What of this room can be followed, and whose news it is.

One more kind is one more line of FOLLOWED: how its addresses are called, how one is found, which
pledges its news is of, and which of its keys hear of a pledge.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Locale

from audience.models import Meter
from audience.subjects import Subject
from campaigns.domain.show_receipt import campaign_of
from campaigns.models import Organisation, Pledge

CAMPAIGN = "campaign"
ORGANISATION = "organisation"


@dataclass(frozen=True, slots=True)
class Followed:
    """A kind of subject. `pledges`: the condition under which a pledge is news of a key."""

    kind: str
    slug: str
    find: Callable[[str], Subject | None]
    pledges: Callable[[str], Q]
    keys_of: Callable[[Pledge], list[str]]


def _subject(kind: str, slug: str, key: str, title: str, address: str = "") -> Subject:
    own = reverse("follow", args=[slug, key])
    return Subject(kind, slug, key, title, address or own, reverse("news_feed", args=[slug, key]))


def _find_campaign(key: str) -> Subject | None:
    meter = Meter.objects.filter(key=key).first()
    page = campaign_of(meter.pk, Locale.get_active().pk) if meter else None
    if page is None:
        return None
    return _subject(CAMPAIGN, "campagne", key, page.title, page.url or "")


def _find_organisation(key: str) -> Subject | None:
    """Find a sponsor: an organisation of which at least one promise took effect."""
    if not key.isdecimal() or len(key) > 12:
        return None
    sponsors = Organisation.objects.filter(pk=int(key))
    found = sponsors.filter(pledges__in=Pledge.objects.public()).first()
    return _subject(ORGANISATION, "mecene", key, found.name) if found else None


FOLLOWED = (
    Followed(
        CAMPAIGN,
        "campagne",
        _find_campaign,
        pledges=lambda key: Q(meter__key=key),
        keys_of=lambda pledge: [pledge.meter.key],
    ),
    Followed(
        ORGANISATION,
        "mecene",
        _find_organisation,
        pledges=lambda key: Q(sponsor=int(key)),
        keys_of=lambda pledge: [str(pledge.sponsor_id)],
    ),
)


def subjects_of(pledge: Pledge) -> list[tuple[str, str]]:
    """Return whose followers hear of `pledge`, as (kind, key), the campaign first."""
    return [(one.kind, key) for one in FOLLOWED for key in one.keys_of(pledge)]


def pledges_of(subject: Subject) -> Q:
    """Return the condition under which a pledge is news of `subject`: never, for others' kinds."""
    found = next((one for one in FOLLOWED if one.kind == subject.kind), None)
    return found.pledges(subject.key) if found else Q(pk__in=())
