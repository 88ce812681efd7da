"""Instants and lengths as people say them, with the zone where it matters."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel import Locale
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

# Merged into other cities' zones by those who keep the names.
_CITIES = {"America/Montreal": "Montréal"}


def say_moment(instant: datetime, zone: str) -> str:
    """Return day and hour in `zone`: "samedi 5 décembre à 20 h 30"; another year is said too."""
    local = instant.astimezone(ZoneInfo(zone))
    is_this_year = local.year == timezone.now().astimezone(ZoneInfo(zone)).year
    # Translators: the pattern of a day and an hour, in Django's letters for dates.
    short, long = _("l j F \\a\\t H:i"), _("l j F Y \\a\\t H:i")
    return date_format(local, short if is_this_year else long)


def say_hour(instant: datetime, zone: str = "") -> str:
    """Return the hour in `zone`, or as `instant` carries it: "20 h 30"."""
    local = instant.astimezone(ZoneInfo(zone)) if zone else instant
    # Translators: the pattern of an hour, in Django's letters for dates.
    return date_format(local, _("H:i"))


def city_of(zone: str) -> str:
    """Return the city that names `zone`, in the reader's language: "Lisbonne"."""
    known = Locale.parse((get_language() or "fr")[:2]).time_zones.get(zone) or {}
    own = zone.rpartition("/")[2].replace("_", " ")
    return str(known.get("city") or _CITIES.get(zone, own))


def say_zone(zone: str) -> str:
    """Return "heure de Paris" for Europe/Paris."""
    return _("%(city)s time") % {"city": city_of(zone)}


def say_until(instant: datetime, now: datetime) -> str:
    """Return how long it still is, coarsely, since a page may be some seconds old."""
    left = instant - now
    if left < timedelta(minutes=2):
        return _("any moment now")
    if left < timedelta(hours=2):
        minutes = left // timedelta(minutes=1)
        return ngettext("in %(n)d minute", "in %(n)d minutes", minutes) % {"n": minutes}
    if left < timedelta(days=2):
        hours = left // timedelta(hours=1)
        return ngettext("in %(n)d hour", "in %(n)d hours", hours) % {"n": hours}
    days = left // timedelta(days=1)
    return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}


def say_drift(drift_s: int) -> str:
    """Return how late or early the programme is, in whole minutes; "" when it is on time."""
    minutes = round(abs(drift_s) / 60)
    if not minutes:
        return ""
    late = ngettext("%(n)d minute late", "%(n)d minutes late", minutes)
    early = ngettext("%(n)d minute early", "%(n)d minutes early", minutes)
    return (late if drift_s > 0 else early) % {"n": minutes}
