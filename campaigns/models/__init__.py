"""Campaigns, the organisations behind them, their promises and the ledger."""

from campaigns.models.declaration import Declaration, TallyCorrection
from campaigns.models.host import EmbedHost
from campaigns.models.ledger import Delivery, LedgerBatch, LedgerEntry
from campaigns.models.organisation import Organisation, Representative
from campaigns.models.pages import CampaignIndexPage, CampaignPage
from campaigns.models.pledge import Clause, Milestone, MilestoneReached, Pledge
from campaigns.models.poster import PosterPage, PosterQuerySet

__all__ = [
    "CampaignIndexPage",
    "CampaignPage",
    "Clause",
    "Declaration",
    "Delivery",
    "EmbedHost",
    "LedgerBatch",
    "LedgerEntry",
    "Milestone",
    "MilestoneReached",
    "Organisation",
    "Pledge",
    "PosterPage",
    "PosterQuerySet",
    "Representative",
    "TallyCorrection",
]
