"""Programmes (series) and their episodes."""

from episodes.models.episode import Credit, EpisodePage
from episodes.models.programme import ProgrammeIndexPage, ProgrammePage
from episodes.models.quote import Quote
from episodes.models.rating import Rating

__all__ = ["Credit", "EpisodePage", "ProgrammeIndexPage", "ProgrammePage", "Quote", "Rating"]
