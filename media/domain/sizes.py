"""Sizes of files as people say them."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

# The units of disks and of the browser: a thousand, not 1,024.
STEP = 1000


def size_label(size_bytes: float) -> str:
    """Return a size: "640 kB", "1.9 MB", "2.4 GB"; in French "640 ko", "1,9 Mo", "2,4 Go"."""
    if size_bytes < STEP:
        return _("%(number)s bytes") % {"number": int(size_bytes)}
    if size_bytes < STEP**2:
        return _("%(number)s kB") % {"number": round(size_bytes / STEP)}
    if size_bytes < STEP**3:
        return _("%(number)s MB") % {"number": _one_decimal(size_bytes / STEP**2)}
    return _("%(number)s GB") % {"number": _one_decimal(size_bytes / STEP**3)}


def _one_decimal(number: float) -> str:
    return number_format(round(number, 1), 1)
