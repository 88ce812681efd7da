"""The share cards of live programmes: when it is, that it is on air, or that one can watch it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import override

from campaigns.card_sources import Card
from campaigns.domain.cards.campaign_cards import card_of, site_name
from campaigns.domain.cards.dated_figures import dated_figures, figure_words
from live.domain.list_lives import Listed, listed
from live.domain.say_times import say_moment, say_zone
from live.models import LiveProgrammePage
from media.readable import is_readable, readable


def live_cards(now: datetime | None = None) -> Iterator[tuple[str, Card]]:
    """Yield the card of each public programme. A few queries, however many there are."""
    figures, site = dated_figures(), site_name()
    pages = LiveProgrammePage.objects.with_film_lengths().select_related("locale", "campaign")
    light = pages.defer("body", "calls", "campaign__body", "campaign__calls")
    for live in listed(readable(light).order_by("pk"), now):
        page, figure, dated = live.page, "", ""
        with override(page.locale.language_code):
            if page.campaign is not None and is_readable(page.campaign):
                meter_id, promise = page.campaign.meter_id, page.campaign.promise
                figure, dated = figure_words(figures, meter_id, promise)
            moment = _moment(live)
        card = card_of(page, page.poster_colour, site, figure, dated)
        yield str(page.pk), replace(card, moment=moment)


def _moment(live: Listed) -> str:
    """Return when it is, in the time of its studio, or how it can be seen."""
    if live.is_on_air:
        return _("On air now")
    if live.is_replay:
        return _("To watch again")
    zone = live.page.time_zone
    said = {"moment": say_moment(live.page.starts_at, zone), "zone": say_zone(zone)}
    if live.is_over:
        return _("It was live: %(moment)s (%(zone)s)") % said
    return _("Live: %(moment)s (%(zone)s)") % said
