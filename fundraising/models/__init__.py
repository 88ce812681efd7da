"""Who collects, for what, and on which pages."""

from fundraising.models.collection_settings import CollectionSettings
from fundraising.models.fund import Fund
from fundraising.models.fundraiser import LONGEST_REASON, LONGEST_TITLE, Fundraiser
from fundraising.models.sign_in import SignIn
from fundraising.models.supporter import Supporter

__all__ = [
    "LONGEST_REASON",
    "LONGEST_TITLE",
    "CollectionSettings",
    "Fund",
    "Fundraiser",
    "SignIn",
    "Supporter",
]
