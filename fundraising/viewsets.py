"""Funds in the CMS."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from fundraising.models import Fund


class FundViewSet(SnippetViewSet):
    """What supporters may collect for."""

    model = Fund
    icon = "folder-open-1"
    menu_label = _("Funds")
    copy_view_enabled = False
    list_display = ["cause", "beneficiary", "is_open"]
