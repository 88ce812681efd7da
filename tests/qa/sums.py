"""A browser that does the sum of a flood."""

import base64
import json

import altcha

from qa.domain.flood import new_sum


def solution_of(key: str) -> str:
    """Return the solution of a sum for the question with this key, as a form sends it."""
    told = json.loads(new_sum(key))
    challenge = altcha.Challenge(
        told["algorithm"], told["challenge"], told["maxNumber"], told["salt"], told["signature"]
    )
    solved = altcha.solve_challenge(challenge)
    told["number"] = solved.number
    return base64.b64encode(json.dumps(told).encode()).decode()
