"""The state of a team for every screen: /state/equipes/<code>.json."""

import re

from front.snapshots import Snapshots
from fundraising.domain.team_state import team_state

_ADDRESS = re.compile(r"/state/equipes/(?P<key>[0-9a-z]{10})\.json")


class TeamStates(Snapshots):
    """ASGI application for /state/equipes/."""

    def __init__(self) -> None:
        super().__init__(team_state, _ADDRESS, "TEM-404", "There is no such team.")
