"""What is counted, and the rows that prove it."""

from audience.models.act import Act
from audience.models.correction import ActCorrection
from audience.models.daily import DailyKey, DailyTotal
from audience.models.film import FilmPlays, FilmWatched
from audience.models.following import Subscription
from audience.models.mail import Mail, MailSlot
from audience.models.mailbox import MailboxLink
from audience.models.meter import Meter
from audience.models.offsite import CodeBatch, OffsiteCode, Partner, PartnerKey, Sale
from audience.models.sharing import DailyShares, DailySource, Referral, ShareCode, ShareMark

__all__ = [
    "Act",
    "ActCorrection",
    "CodeBatch",
    "DailyKey",
    "DailyShares",
    "DailySource",
    "DailyTotal",
    "FilmPlays",
    "FilmWatched",
    "Mail",
    "MailSlot",
    "MailboxLink",
    "Meter",
    "OffsiteCode",
    "Partner",
    "PartnerKey",
    "Referral",
    "Sale",
    "ShareCode",
    "ShareMark",
    "Subscription",
]
