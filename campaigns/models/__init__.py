"""Campaigns and the organisations behind them."""

from campaigns.models.organisation import Organisation
from campaigns.models.pages import CampaignIndexPage, CampaignPage
from campaigns.models.poster import PosterPage

__all__ = ["CampaignIndexPage", "CampaignPage", "Organisation", "PosterPage"]
