"""Ambassadors, and what the team noted about those who bring people."""

from ambassadors.models.ambassador import LONGEST_ALIAS, Ambassador
from ambassadors.models.contact import Contact, LeaderKind

__all__ = ["LONGEST_ALIAS", "Ambassador", "Contact", "LeaderKind"]
