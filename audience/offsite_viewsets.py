"""The menu “Acts elsewhere” of the CMS: batches of codes, partners that report sales."""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup
from wagtail.admin.widgets import AdminDateTimeInput

from audience import offsite_views, partner_views
from audience.models import CodeBatch, Partner


class CodeBatchForm(WagtailAdminModelForm):
    """A batch before its codes are made."""

    class Meta:
        model = CodeBatch
        fields = ("meter", "label", "issued_by", "count", "valid_from", "valid_until")
        widgets = {"valid_from": AdminDateTimeInput, "valid_until": AdminDateTimeInput}

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        begin, end = found.get("valid_from"), found.get("valid_until")
        if begin and end and end <= begin:
            self.add_error(
                "valid_until", ValidationError(_("The codes would end before they begin."))
            )
        return found


class PartnerForm(WagtailAdminModelForm):
    """A partner and the campaign that its sales count for."""

    class Meta:
        model = Partner
        fields = ("meter", "name", "most_acts")


class ShownOnAPage(generic.IndexView):
    """A list whose lines lead to a page, not to a form."""

    shown_at = ""

    def get_edit_url(self, instance: Any) -> str:
        return reverse(self.shown_at, args=[instance.pk])


class CodeBatchList(ShownOnAPage):
    shown_at = "codes:show"


class PartnerList(ShownOnAPage):
    shown_at = "partners:show"


class NewOnAPage(generic.CreateView):
    """A form that leads to the page of what was made: the next step is there."""

    shown_at = ""
    object: Any

    def get_success_url(self) -> str:
        return reverse(self.shown_at, args=[self.object.pk])

    def get_success_buttons(self) -> list[Any]:
        return []


class NewCodeBatch(NewOnAPage):
    shown_at = "codes:show"


class NewPartner(NewOnAPage):
    shown_at = "partners:show"


class OffsiteViewSet(ModelViewSet):
    """A model that is made by a form and then shown; it is never edited or deleted."""

    copy_view_enabled = False
    form_class: type[forms.ModelForm]
    pages: ClassVar[list[URLPattern]] = []

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return self.form_class

    def get_urlpatterns(self) -> list[URLPattern]:
        return [
            path("", self.index_view, name="index"),
            path("results/", self.index_results_view, name="index_results"),
            path("new/", self.add_view, name="add"),
            *self.pages,
        ]

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        found = super().get_common_view_kwargs(**kwargs)
        for name in ("edit", "delete", "history", "usage"):
            found.pop(f"{name}_url_name", None)
        return found

    def register_admin_url_finder(self) -> None:
        """There is no screen to edit one."""


class CodeBatchViewSet(OffsiteViewSet):
    """Codes that are printed on products."""

    model = CodeBatch
    name = "codes"
    icon = "tag"
    menu_label = _("Codes")
    form_class = CodeBatchForm
    index_view_class = CodeBatchList
    add_view_class = NewCodeBatch
    list_display = [
        "__str__",
        Column("meter", label=_("Campaign"), accessor="meter.name"),
        Column("count", label=_("Codes"), accessor="count"),
        Column(
            "valid_until",
            label=_("Valid until"),
            accessor=offsite_views.end_of,
            sort_key="valid_until",
        ),
        Column("state", label=_("State"), accessor=offsite_views.state_of),
    ]

    pages: ClassVar[list[URLPattern]] = [
        path("<int:pk>/", offsite_views.show_batch, name="show"),
        path("<int:pk>/make/", offsite_views.make, name="make"),
        path("<int:pk>/revoke/", offsite_views.revoke, name="revoke"),
    ]


class PartnerViewSet(OffsiteViewSet):
    """Shops and till systems that report sales."""

    model = Partner
    name = "partners"
    icon = "site"
    menu_label = _("Partners")
    form_class = PartnerForm
    index_view_class = PartnerList
    add_view_class = NewPartner
    list_display = [
        "name",
        Column("meter", label=_("Campaign"), accessor="meter.name"),
        Column("most_acts", label=_("Most acts in one sale"), accessor="most_acts"),
    ]

    pages: ClassVar[list[URLPattern]] = [
        path("<int:pk>/", partner_views.show_partner, name="show"),
        path("<int:pk>/key/", partner_views.give_key, name="give_key"),
        path("<int:pk>/key/<int:key_pk>/", partner_views.revoke_key, name="revoke_key"),
    ]


class OffsiteGroup(ModelViewSetGroup):
    """One entry of the main menu."""

    items = (CodeBatchViewSet, PartnerViewSet)
    menu_label = _("Acts elsewhere")
    menu_icon = "link-external"
    menu_order = 260
