"""Lengths of films as people say them."""

from django.utils.translation import gettext as _


def duration_label(duration_s: float | None) -> str:
    """Return a length: "38 s", "1 min 42", "1 h 05"."""
    seconds = round(duration_s or 0)
    hours, rest = divmod(seconds, 3600)
    minutes, left = divmod(rest, 60)
    if hours:
        return _("%(hours)d h %(minutes)02d") % {"hours": hours, "minutes": minutes}
    if minutes:
        return _("%(minutes)d min %(seconds)02d") % {"minutes": minutes, "seconds": left}
    return _("%(seconds)d s") % {"seconds": left}
