"""What one voter wants: shown to them alone, after a reload."""

from qa.domain.voters import Voter
from qa.models import Question, Vote


def wanted_by(voter: Voter, theme_id: int) -> list[str]:
    """Return the codes of the questions of a theme that `voter` votes for."""
    votes = Vote.objects.filter(voter=voter.name, value=1, question__theme=theme_id)
    return list(votes.values_list("question__code", flat=True))


def is_wanted_by(voter: Voter, question: Question) -> bool:
    """Say whether `voter` votes for `question`."""
    return question.votes.filter(voter=voter.name, value=1).exists()
