"""The menu “Promises” of the CMS: pledges, organisations, the ledger."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from campaigns.claim_viewsets import ClaimViewSet, ContestationViewSet, PartnershipViewSet
from campaigns.declaration_viewset import DeclarationViewSet
from campaigns.models import LedgerEntry, Organisation, Pledge
from campaigns.pledge_panels import pledge_form
from campaigns.views import pledge_preview, pledge_steps, pledges


class PledgeViewSet(ModelViewSet):
    """Pledges: a form while a draft, then a page to read with the steps of its life."""

    model = Pledge
    name = "pledges"
    icon = "clipboard-list"
    menu_label = _("Pledges")
    edit_handler = pledge_form
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = pledges.PledgeList
    add_view_class = pledges.NewPledge
    edit_view_class = pledges.EditPledge
    delete_view_class = pledges.DeletePledge
    inspect_view_class = pledges.ShowPledge
    create_template_name = edit_template_name = "campaigns/admin/pledge_form.html"
    inspect_template_name = "campaigns/admin/pledge.html"
    list_filter = ["state", "sponsor", "beneficiary"]
    list_display = [
        "__str__",
        Column("campaign", label=_("Campaign"), accessor="meter.name"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("unlocked", label=_("Unlocked"), accessor=pledges.unlocked_label),
        Column("delivered", label=_("Delivered"), accessor=pledges.delivered_label),
        Column("ends_at", label=_("Ends"), accessor=pledges.end_label, sort_key="ends_at"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        show_preview = pledge_preview.preview_view(self._edit_handler.get_form_class())
        return [
            *super().get_urlpatterns(),
            path("preview/", show_preview, name="preview"),
            path("step/<int:pk>/<slug:name>/", pledge_steps.take_step, name="step"),
            path("reverse/<int:pk>/", pledge_steps.reverse, name="reverse"),
        ]


class OrganisationViewSet(ModelViewSet):
    """Who stands behind campaigns."""

    model = Organisation
    name = "organisations"
    icon = "group"
    copy_view_enabled = False
    list_filter = ["kind"]
    list_display = ["name", "get_kind_display", "city"]
    search_fields = ["name", "city"]
    search_backend_name = None


class LedgerViewSet(ModelViewSet):
    """The ledger: to read, never to write."""

    model = LedgerEntry
    name = "ledger"
    icon = "table"
    menu_label = _("Ledger")
    edit_handler = None
    form_fields: list[str] = []
    copy_view_enabled = False
    index_view_class = pledges.LedgerList
    list_filter = ["kind", "unit"]
    list_display = [
        Column("number", label=_("No."), accessor="pk"),
        DateColumn("recorded_at", label=_("recorded")),
        Column("pledge", label=_("pledge"), accessor="pledge"),
        Column("kind", label=_("kind"), accessor=pledges.kind_label),
        Column("quantity", label=_("quantity"), accessor=pledges.entry_label),
        Column("note", label=_("note"), accessor="note"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "history", "usage"):
            found.pop(f"{name}_url_name", None)
        return found

    def register_admin_url_finder(self) -> None:
        """There is no screen of a single line."""


class PromisesGroup(ModelViewSetGroup):
    """One entry of the main menu."""

    items = (
        PledgeViewSet,
        DeclarationViewSet,
        OrganisationViewSet,
        PartnershipViewSet,
        ClaimViewSet,
        ContestationViewSet,
        LedgerViewSet,
    )
    menu_label = _("Promises")
    menu_icon = "clipboard-list"
    menu_order = 250
