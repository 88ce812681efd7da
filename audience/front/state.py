"""The state of a meter for every screen: /state/<meter>.json."""

import re

from audience.domain.snapshot import snapshot_bytes
from front.snapshots import Snapshots

_ADDRESS = re.compile(r"/state/(?P<key>[0-9a-f]{16})\.json")


class States(Snapshots):
    """ASGI application for /state/."""

    def __init__(self) -> None:
        super().__init__(snapshot_bytes, _ADDRESS, "ACT-404", "There is no such count.")
