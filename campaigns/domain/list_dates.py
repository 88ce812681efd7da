"""The dates of promises, for calendars: until when acts count, when goods are due, what came of it.

Three kinds of entries: the last day to act and the last day to deliver, one each for a promise
whatever its version, and one for each outcome on the day it had. Each piece of news of a promise
raises the sequence of its two days, since it may have moved them or said how they ended.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from campaigns.domain.say_news import News, announcements, say
from campaigns.enums import NewsEvent, PledgeState
from campaigns.models import Announcement, Pledge
from front.calendars import Entry

MOST_PROMISES = 50
MOST_OUTCOMES = 200
_OUTCOMES = (NewsEvent.DELIVERED, NewsEvent.SETTLED, NewsEvent.LATE, NewsEvent.BROKEN)
_DUE_WORDS = {
    PledgeState.SETTLED: gettext_noop("Kept: %(sponsor)s has delivered to %(beneficiary)s"),
    PledgeState.LATE: gettext_noop("Late: %(sponsor)s was to deliver to %(beneficiary)s"),
    PledgeState.BROKEN: gettext_noop("Not kept: %(sponsor)s did not deliver to %(beneficiary)s"),
}
_DUE = gettext_noop("Last day for %(sponsor)s to deliver to %(beneficiary)s")


@dataclass(frozen=True, slots=True)
class _Promise:
    """A promise in all its versions: `first` names it, `latest` holds, `news` the newest first."""

    first: Pledge
    latest: Pledge
    news: list[Announcement]


def dates_of(pledges: Q, link: str) -> list[Entry]:
    """Return the dates of the public promises that fulfil `pledges`; each leads to `link`."""
    found: list[Entry] = []
    outcomes: list[Announcement] = []
    for promise in _promises(pledges):
        found += _days(promise, link)
        outcomes += [one for one in promise.news if one.event in _OUTCOMES]
    outcomes.sort(key=lambda one: (one.happened_at, one.pk))
    return [*found, *(_outcome(say(one), link) for one in outcomes[-MOST_OUTCOMES:])]


def _promises(pledges: Q) -> list[_Promise]:
    touched = (
        Pledge.objects.public()
        .filter(pledges)
        .select_related("meter", "sponsor", "beneficiary", "replaced_by", "replaces")
    )
    families = {}
    for pledge in touched.order_by("-activated_at", "-pk")[:MOST_PROMISES]:
        versions = pledge.versions
        families[versions[0].pk] = (versions, pledge.latest)
    news = defaultdict(list)
    every = [version.pk for versions, _latest in families.values() for version in versions]
    for one in announcements().filter(pledge__in=every):
        news[one.pledge_id].append(one)
    return [
        _Promise(versions[0], latest, [one for version in versions for one in news[version.pk]])
        for versions, latest in families.values()
    ]


def _days(promise: _Promise, link: str) -> list[Entry]:
    pledge = promise.latest
    facts = {"sponsor": pledge.sponsor.name, "beneficiary": pledge.beneficiary.name}
    changes = [one.happened_at for one in promise.news]
    changed_at = max([pledge.activated_at or pledge.starts_at, *changes])
    sequence = max(len(changes) - 1, 0)
    ending = _("Last day to act: %(title)s") % {"title": pledge.meter.name}
    due = _(_DUE_WORDS.get(PledgeState(pledge.state), _DUE)) % facts
    days = (
        ("end", timezone.localdate(pledge.ends_at), ending),
        ("due", pledge.delivery_due_on, due),
    )
    return [
        Entry(
            f"promise-{promise.first.pk}-{name}",
            sequence,
            changed_at,
            day,
            summary,
            description=link,
            url=link,
        )
        for name, day, summary in days
    ]


def _outcome(news: News, link: str) -> Entry:
    one = news.announcement
    day = one.delivery.delivered_on if one.delivery else timezone.localdate(one.happened_at)
    words = "\n".join((news.sentence, link))
    name = f"news-{one.pk}"
    return Entry(name, 0, one.happened_at, day, news.headline, description=words, url=link)
