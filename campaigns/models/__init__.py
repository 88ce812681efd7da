"""Campaigns, the organisations behind them, their promises and the ledger."""

from campaigns.models.announcement import Announcement
from campaigns.models.cause import Cause
from campaigns.models.claim import Claim, Contestation, Ruling
from campaigns.models.declaration import Declaration, TallyCorrection
from campaigns.models.host import EmbedHost
from campaigns.models.ledger import Delivery, LedgerBatch, LedgerEntry
from campaigns.models.organisation import Organisation, Representative
from campaigns.models.pages import CampaignIndexPage, CampaignPage
from campaigns.models.partnership import Partnership, PartnershipEvent
from campaigns.models.pledge import Clause, Milestone, MilestoneReached, Pledge
from campaigns.models.poster import PosterPage, PosterQuerySet
from campaigns.models.report_link import SponsorReportLink
from campaigns.models.share_card import ShareCard

__all__ = [
    "Announcement",
    "CampaignIndexPage",
    "CampaignPage",
    "Cause",
    "Claim",
    "Clause",
    "Contestation",
    "Declaration",
    "Delivery",
    "EmbedHost",
    "LedgerBatch",
    "LedgerEntry",
    "Milestone",
    "MilestoneReached",
    "Organisation",
    "Partnership",
    "PartnershipEvent",
    "Pledge",
    "PosterPage",
    "PosterQuerySet",
    "Representative",
    "Ruling",
    "ShareCard",
    "SponsorReportLink",
    "TallyCorrection",
]
