"""Campaigns and the organisations behind them."""

from campaigns.models.organisation import Organisation
from campaigns.models.pages import CampaignIndexPage, CampaignPage
from campaigns.models.poster import PosterPage, PosterQuerySet

__all__ = ["CampaignIndexPage", "CampaignPage", "Organisation", "PosterPage", "PosterQuerySet"]
