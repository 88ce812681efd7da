"""Times of a film, as people write and read them."""

import re

_WRITTEN = re.compile(r"(?:(?:(?P<hours>\d{1,3}):)?(?P<minutes>\d{1,4}):)?(?P<seconds>\d{1,6})")


def format_timecode(seconds: float) -> str:
    """Return `seconds` as m:ss, or h:mm:ss from one hour on; parts of a second are dropped."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    minutes, left = divmod(rest, 60)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"


def parse_timecode(text: str) -> int:
    """Return the seconds of a time written as 80, 1:20 or 0:01:20.

    Behind a colon, 60 and more are refused: 1:75 is a slip, not 2:15. Raises ValueError.
    """
    match = _WRITTEN.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    hours, minutes, seconds = (int(match[part] or 0) for part in ("hours", "minutes", "seconds"))
    if (match["minutes"] and seconds > 59) or (match["hours"] and minutes > 59):
        raise ValueError(text)
    return hours * 3600 + minutes * 60 + seconds
