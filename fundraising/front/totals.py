"""The state of a collection page for every screen: /state/collectes/<code>.json."""

import re

from front.snapshots import Snapshots
from fundraising.domain.page_state import page_state

_ADDRESS = re.compile(r"/state/collectes/(?P<key>[0-9a-z]{10})\.json")


class PageStates(Snapshots):
    """ASGI application for /state/collectes/."""

    def __init__(self) -> None:
        super().__init__(page_state, _ADDRESS, "COL-404", "There is no such collection page.")
