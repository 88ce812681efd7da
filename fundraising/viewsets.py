"""Funds, and what gifts give back, in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from fundraising.models import Fund, MatchingGift, TaxStanding


class FundViewSet(SnippetViewSet):
    """What supporters may collect for."""

    model = Fund
    icon = "folder-open-1"
    menu_label = _("Funds")
    copy_view_enabled = False
    list_display = ["cause", "beneficiary", "is_open"]


class TaxStandingViewSet(SnippetViewSet):
    """To whom gifts reduce taxes."""

    model = TaxStanding
    icon = "doc-full"
    menu_label = _("Tax standings")
    copy_view_enabled = False
    list_display = ["organisation", "scheme"]


class MatchingGiftViewSet(SnippetViewSet):
    """What sponsors add to gifts."""

    model = MatchingGift
    icon = "plus-inverse"
    menu_label = _("Matching gifts")
    copy_view_enabled = False
    list_display = ["sponsor", "fund", "rate_percent", "starts_on", "ends_on"]
