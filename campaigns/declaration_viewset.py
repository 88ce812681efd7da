"""Declared acts in the CMS: a form, then a page on which a second person decides."""

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from campaigns.domain.declare_acts import declare_acts
from campaigns.forms import DeclarationForm
from campaigns.models import Declaration
from campaigns.views import declarations
from media.refusals import Refused


class DeclarationList(generic.IndexView):
    """The declarations, the newest first; each leads to its page."""

    def get_base_queryset(self) -> QuerySet[Declaration]:
        return Declaration.objects.select_related("meter", "organisation")

    def get_edit_url(self, instance: Declaration) -> str:
        return reverse("declarations:show", args=[instance.pk])


class NewDeclaration(generic.CreateView):
    """The form of a declaration."""

    object: Declaration

    def form_valid(self, form: DeclarationForm) -> Any:
        """Declare, or show the refusal above what was typed."""
        try:
            self.declared = declare_acts(self.request.user, form.told())  # type: ignore[arg-type]
        except Refused as refusal:
            form.add_error(None, f"{refusal} ({refusal.code})")
            self.produced_error_code = "validation_error"
            self.produced_error_message = self.get_error_message()
            return self.form_invalid(form)
        return super().form_valid(form)

    def save_instance(self) -> Declaration:
        return self.declared

    def get_success_url(self) -> str:
        return reverse("declarations:show", args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class DeclarationViewSet(ModelViewSet):
    """Acts that organisations declare; never edited, never deleted."""

    model = Declaration
    name = "declarations"
    icon = "doc-full"
    menu_label = _("Declared acts")
    copy_view_enabled = False
    index_view_class = DeclarationList
    add_view_class = NewDeclaration
    list_display = [
        "__str__",
        Column("campaign", label=_("Campaign"), accessor="meter.name"),
        Column("acts", label=_("Acts"), accessor="acts"),
        Column("state", label=_("State"), accessor=declarations.state_of),
        DateColumn("declared_at", label=_("declared"), sort_key="declared_at"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return DeclarationForm

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            path("<int:pk>/", declarations.show_declaration, name="show"),
            path("<int:pk>/<slug:decision>/", declarations.decide, name="decide"),
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        for name in ("edit", "delete", "history", "usage"):
            found.pop(f"{name}_url_name", None)
        return found

    def register_admin_url_finder(self) -> None:
        """There is no screen to edit one."""
