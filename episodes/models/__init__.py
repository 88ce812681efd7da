"""Programmes (series) and their episodes."""

from episodes.models.episode import Credit, EpisodePage
from episodes.models.programme import ProgrammeIndexPage, ProgrammePage
from episodes.models.quote import Quote

__all__ = ["Credit", "EpisodePage", "ProgrammeIndexPage", "ProgrammePage", "Quote"]
