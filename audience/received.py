"""An act on its way into its row: light, because thousands pass in a second."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime


@dataclass(slots=True)
class ReceivedAct:
    """What the row of an `Act` will hold; see there for what each field means."""

    kind: str
    day: date
    received_at: datetime
    host: str = ""
    person: str | None = None
    network: str = ""
    nonce: str | None = None
    came_by: str = ""
    film: str = ""
    verdict: str = ""
    reason: str = ""
    number: int | None = None
    gifts: list[list[int]] = field(default_factory=list)


RECEIVED = tuple(one.name for one in fields(ReceivedAct))


@dataclass(frozen=True, slots=True)
class Arrival:
    """A counted act with what is known, this moment only, of how its person came.

    `browser`: the keyed hash of who came by a code; `site`: the host name of the other site that
    led here. Neither stands in the row of the act.
    """

    act: ReceivedAct
    browser: str = ""
    site: str = ""
