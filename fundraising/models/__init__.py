"""Who collects, for what, and on which pages."""

from fundraising.models.collection_settings import CollectionSettings
from fundraising.models.donation import Donation, ProviderEvent
from fundraising.models.fund import Fund
from fundraising.models.fundraiser import LONGEST_REASON, LONGEST_TITLE, Fundraiser
from fundraising.models.gift_warning import GiftWarning
from fundraising.models.link_press import LinkPress
from fundraising.models.matching_gift import MatchingGift
from fundraising.models.meaning import Meaning
from fundraising.models.news import News
from fundraising.models.receipt import Receipt, ReceiptCounter, ReceiptLine
from fundraising.models.receipt_wish import ReceiptRun, ReceiptWish
from fundraising.models.recurring_gift import RecurringEvent, RecurringGift
from fundraising.models.supporter import Supporter
from fundraising.models.tax_standing import TaxStanding
from fundraising.models.team import LONGEST_TEAM_NAME, Team
from fundraising.models.thanks import LONGEST_THANKS, Thanks

__all__ = [
    "LONGEST_REASON",
    "LONGEST_TEAM_NAME",
    "LONGEST_THANKS",
    "LONGEST_TITLE",
    "CollectionSettings",
    "Donation",
    "Fund",
    "Fundraiser",
    "GiftWarning",
    "MatchingGift",
    "LinkPress",
    "Meaning",
    "News",
    "ProviderEvent",
    "Receipt",
    "ReceiptCounter",
    "ReceiptLine",
    "ReceiptRun",
    "ReceiptWish",
    "RecurringEvent",
    "RecurringGift",
    "Supporter",
    "TaxStanding",
    "Team",
    "Thanks",
]
