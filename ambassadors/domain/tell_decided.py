"""What the team decides about an alias is in the ranking at once."""

from ambassadors.models import Ambassador
from media.edition import new_edition
from qa.models import Decision, Moderated


def follow_decision(decision: Decision, text: Moderated) -> None:
    """Begin a new edition. Listens to `qa.decided`, inside the decision's transaction."""
    if isinstance(text, Ambassador):
        new_edition()
