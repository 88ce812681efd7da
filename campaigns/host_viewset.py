"""The sites that show the widget, in the CMS: to look after, to correct, to close."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.models import EmbedHost


class EmbedHostViewSet(SnippetViewSet):
    """Hosts make themselves on the public page; the team only edits."""

    model = EmbedHost
    icon = "site"
    menu_label = _("Widget hosts")
    copy_view_enabled = False
    list_filter = ["is_open"]
    list_display = [
        "name",
        Column("address", label=_("address"), sort_key="address"),
        Column("key", label=_("key")),
        DateColumn("created_at", label=_("made"), sort_key="created_at"),
        BooleanColumn("is_open", label=_("credited"), sort_key="is_open"),
    ]
    search_fields = ["name", "address", "key"]
    search_backend_name = None
