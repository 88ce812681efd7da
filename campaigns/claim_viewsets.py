"""Causes, partnerships, claims and contestations in the CMS."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from campaigns.claim_form import claim_form
from campaigns.models import Cause, Claim, Contestation, Partnership
from campaigns.partnership_form import partnership_form
from campaigns.views import rulings


class CauseViewSet(SnippetViewSet):
    """What campaigns are for."""

    model = Cause
    icon = "folder-open-1"
    menu_label = _("Causes")
    copy_view_enabled = False
    list_display = ["name", "summary"]
    search_fields = ["name", "summary"]
    search_backend_name = None


class PartnershipViewSet(ModelViewSet):
    """What organisations have done together."""

    model = Partnership
    name = "partnerships"
    icon = "link"
    menu_label = _("Partnerships")
    copy_view_enabled = False
    edit_handler = partnership_form
    list_filter = ["sponsor", "beneficiary"]
    list_display = ["__str__", "since_year", "until_year"]


def _without_deletion(patterns: list[URLPattern]) -> list[URLPattern]:
    return [pattern for pattern in patterns if pattern.name != "delete"]


class ClaimViewSet(ModelViewSet):
    """What organisations say of themselves: written by editors, judged by moderators."""

    model = Claim
    name = "claims"
    icon = "openquote"
    menu_label = _("Claims")
    copy_view_enabled = False
    inspect_view_enabled = True
    edit_handler = claim_form
    index_view_class = rulings.UndeletableList
    edit_view_class = rulings.UndeletableForm
    inspect_view_class = rulings.ShowClaim
    inspect_template_name = "campaigns/admin/ruled.html"
    list_filter = ["state", "organisation"]
    list_display = [
        "statement",
        Column("organisation", label=_("organisation"), accessor="organisation"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        DateColumn("made_on", label=_("said on"), sort_key="made_on"),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            *_without_deletion(super().get_urlpatterns()),
            path("decide/<int:pk>/<slug:name>/", rulings.rule_claim, name="decide"),
        ]


class ContestationViewSet(ModelViewSet):
    """What the public contests, the oldest first: to read and to decide, not to write."""

    model = Contestation
    name = "contestations"
    icon = "warning"
    menu_label = _("Contestations")
    edit_handler = None
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = True
    index_view_class = rulings.ContestationList
    inspect_view_class = rulings.ShowContestation
    inspect_template_name = "campaigns/admin/ruled.html"
    list_filter = ["state"]
    list_display = [
        "__str__",
        Column("subject", label=_("What is contested"), accessor="subject"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        rulings.AgeColumn("filed_at", label=_("Waiting"), accessor=rulings.age_of),
    ]

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("inspect/<str:pk>/", self.inspect_view, name="inspect"),
            path("decide/<int:pk>/<slug:name>/", rulings.rule_contestation, name="decide"),
        ]

    def get_common_view_kwargs(self, **kwargs: object) -> dict[str, object]:
        found = super().get_common_view_kwargs(**kwargs)
        for name in ("add", "edit", "delete", "history", "usage"):
            found.pop(f"{name}_url_name", None)
        return found

    def register_admin_url_finder(self) -> None:
        """There is no form of a contestation to find."""
