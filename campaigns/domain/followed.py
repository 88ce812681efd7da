"""What of this room can be followed, and whose news it is.

One more kind is one more line of FOLLOWED: how its addresses are called, how one is found, which
pledges its news is of, and which of its keys hear of a pledge. A higher room adds its own kinds
when its app is ready.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q
from django.urls import reverse
from wagtail.models import Locale

from audience.models import Meter
from audience.subjects import Subject, register_subjects
from campaigns.domain.show_receipt import campaign_of
from campaigns.models import CampaignPage, Cause, Organisation, Pledge

CAMPAIGN = "campaign"
CAUSE = "cause"
ORGANISATION = "organisation"
_KEY = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Followed:
    """A kind of subject. `pledges`: the condition under which a pledge is news of a key."""

    kind: str
    slug: str
    find: Callable[[str], Subject | None]
    pledges: Callable[[str], Q]
    keys_of: Callable[[Pledge], list[str]]


def _subject(kind: str, slug: str, key: str, title: str, address: str = "") -> Subject:
    own, feed, dates = (
        reverse(name, args=[slug, key]) for name in ("follow", "news_feed", "news_calendar")
    )
    return Subject(kind, slug, key, title, address or own, feed, dates)


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


def _find_cause(key: str) -> Subject | None:
    """Find a cause by its key, the same in all languages, as this request's language names it."""
    causes = (
        Cause.objects.filter(translation_key=key) if _KEY.fullmatch(key) else Cause.objects.none()
    )
    found = causes.filter(locale=Locale.get_active()).first() or causes.first()
    address = reverse("cause", args=[found.slug]) if found else ""
    return _subject(CAUSE, "cause", key, found.name, address) if found else None


def _keys_of_causes(pledge: Pledge) -> list[str]:
    causes = Cause.objects.filter(campaigns__meter=pledge.meter_id)
    keys = causes.order_by("translation_key").values_list("translation_key", flat=True).distinct()
    return [key.hex for key in keys]


def _news_of_cause(key: str) -> Q:
    pages = CampaignPage.objects.filter(causes__translation_key=key)
    return Q(meter__in=pages.values("meter"))


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
    Followed(CAUSE, "cause", _find_cause, pledges=_news_of_cause, keys_of=_keys_of_causes),
)

_followed: list[Followed] = list(FOLLOWED)


def register_followed(followed: Followed) -> None:
    """Let a kind of a higher room be followed, and hear of its pledges."""
    if followed not in _followed:
        _followed.append(followed)
    register_subjects(followed.kind, followed.slug, followed.find)


def subjects_of(pledge: Pledge) -> list[tuple[str, str]]:
    """Return whose followers hear of `pledge`, as (kind, key), the campaign first."""
    return [(one.kind, key) for one in _followed for key in one.keys_of(pledge)]


def is_followed_here(subject: Subject) -> bool:
    """Say whether `subject` is of a kind of this room: what one follows of it are promises."""
    return any(one.kind == subject.kind for one in FOLLOWED)


def pledges_of(subject: Subject) -> Q:
    """Return the condition under which a pledge is news of `subject`: never, for others' kinds."""
    found = next((one for one in _followed if one.kind == subject.kind), None)
    return found.pledges(subject.key) if found else Q(pk__in=())
