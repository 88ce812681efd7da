"""The other site that led somebody here: its host name, and nothing else of its address."""

import re

LONGEST = 80
_NAME = re.compile(r"[a-z0-9-]+(\.[a-z0-9-]+)+")


def other_site(name: str, own: str) -> str:
    """Return the host name of another site that a page of ours on `own` was told of; "" if none.

    Browsers say it, so it may be anything.
    """
    found = name.lower().removeprefix("www.").rstrip(".")
    if len(found) > LONGEST or found == own.partition(":")[0].removeprefix("www."):
        return ""
    return found if _NAME.fullmatch(found) else ""
