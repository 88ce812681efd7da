"""Ask viewers to do something now: a call of the programme's page, on every screen at once."""

from datetime import date
from typing import Any

from django.utils import timezone

from campaigns.call_acts import Place
from campaigns.domain.show_calls import Call, calls_of
from live.domain.commanding import commanding
from live.enums import Verb
from live.models import LiveProgrammePage, Run
from live.refusals import NoSuchCall
from users.models import User


def fire_call(run: Run, user: User, seen: int, *, key: str) -> Run:
    """Show the call `key` of the programme's page on every screen, and return the run.

    Raises NoSuchCall or what `commanding` does.
    """
    with commanding(run, Verb.FIRE_CALL, user, seen) as command:
        found = [call for call in calls_to_fire(command.run.programme) if call.key == key]
        if not found:
            raise NoSuchCall
        command.run.call = _told(found[0]) | {"since": command.at.isoformat()}
        command.payload |= {"call": key, "title": found[0].sentence}
    return command.run


def end_call(run: Run, user: User, seen: int) -> Run:
    """Take the call to action off all screens, and return the run. Raises as `commanding`."""
    with commanding(run, Verb.END_CALL, user, seen) as command:
        command.run.call = None
    return command.run


def calls_to_fire(programme: LiveProgrammePage, on: date | None = None) -> list[Call]:
    """Return the calls that can be made during `programme` on a day (today), in order."""
    place = Place(programme, programme.campaign)
    return calls_of(place, on or timezone.localdate())


def _told(call: Call) -> dict[str, Any]:
    return {
        "key": call.key,
        "act": call.act,
        "sentence": call.sentence,
        "label": call.label,
        "address": call.address,
    }
