"""What happens when far more questions arrive than people ask.

Usually nothing stands between somebody and their question. In a flood the browser has to do a sum
(proof of work, in the format of ALTCHA) that a person does not notice and a machine that sends
thousands does. Who has no scripts is let through slowly instead: one a minute from a network.
"""

import base64
import json
from datetime import timedelta

import altcha
from django.core.cache import cache
from django.utils import timezone
from django.utils.crypto import salted_hmac

from audience.domain.people import network_of
from qa.refusals import SumMissing, TooFast

# A live with a large audience stays below; what floods sends this in seconds.
MOST_A_MINUTE = 90
FLOOD_LASTS_S = 300
SLOW_S = 60
SUM_LASTS = timedelta(minutes=20)
# About half a second on an old phone.
LARGEST_NUMBER = 20_000


def note_arrival(theme_id: int) -> None:
    """Count a question that arrives; the one too many in a minute opens the flood gates."""
    minute = f"asked:{theme_id}:{int(timezone.now().timestamp()) // 60}"
    try:
        arrived = 1 if cache.add(minute, 1, 120) else cache.incr(minute)
    except ValueError:  # The minute ended between the two calls.
        arrived = 1
    if arrived > MOST_A_MINUTE:
        cache.set(f"flood:{theme_id}", True, FLOOD_LASTS_S)


def is_flood(theme_id: int) -> bool:
    """Say whether a theme is being flooded now or was minutes ago."""
    return bool(cache.get(f"flood:{theme_id}"))


def new_sum(key: str) -> str:
    """Return the sum to do, as JSON: it is good for the question with this key and no other."""
    options = altcha.ChallengeOptions(
        hmac_key=_key(),
        max_number=LARGEST_NUMBER,
        expires=timezone.now() + SUM_LASTS,
        params={"key": key},
    )
    return json.dumps(altcha.create_challenge(options).to_dict())


def ensure_calm(theme_id: int, key: str, solution: str, network_address: str) -> None:
    """Let a question pass. In a flood it needs the sum of its own `key`, or patience.

    Raises SumMissing for a wrong sum, TooFast for a second question in a minute without one.
    """
    if not is_flood(theme_id):
        return
    if solution:
        if not _is_right(solution, key):
            raise SumMissing
        return
    if not cache.add(_turn(theme_id, network_address), True, SLOW_S):
        raise TooFast


def must_wait(theme_id: int, network_address: str) -> bool:
    """Say whether a question without a sum is refused now, whatever it says."""
    return is_flood(theme_id) and bool(cache.get(_turn(theme_id, network_address)))


def _turn(theme_id: int, network_address: str) -> str:
    return f"slow:{theme_id}:{network_of(network_address, 'slow', timezone.localdate())}"


def _is_right(solution: str, key: str) -> bool:
    try:
        payload = json.loads(base64.b64decode(solution, validate=True))
        is_solved, _error = altcha.verify_solution(payload, _key(), check_expires=True)
        return is_solved and altcha.extract_params(payload).get("key") == [key]
    except (ValueError, KeyError, TypeError, AttributeError):
        return False


def _key() -> str:
    return salted_hmac("qa.flood", "sum", algorithm="sha256").hexdigest()
