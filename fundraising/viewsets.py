"""Funds, and what gifts give back, in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from fundraising.models import Fund, TaxStanding


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
