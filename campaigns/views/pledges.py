"""The list, the form and the page of pledges in the CMS, and the list of ledger lines."""

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views import generic

from audience.domain.count_followers import count_followers
from campaigns.domain.followed import CAMPAIGN, ORGANISATION
from campaigns.domain.give import terms_of
from campaigns.domain.locked_pledge import locked_pledge
from campaigns.domain.pledge_presets import PRESETS, preset_pledge
from campaigns.domain.pledge_rights import may_activate, may_write, visible_pledges
from campaigns.domain.quantities import quantity_label
from campaigns.domain.reverse_entry import REVERSIBLE, left_of
from campaigns.domain.show_promise import promise_of
from campaigns.enums import EntryKind, PledgeState
from campaigns.forms import PledgeForm
from campaigns.models import Delivery, LedgerEntry, Pledge
from campaigns.refusals import WrongStep
from campaigns.views.pledge_preview import preview_of, preview_of_form
from campaigns.views.pledge_steps import buttons_for
from media.refusals import Refused
from media.views.access import TeamRequest


def unlocked_label(pledge: Pledge) -> str:
    """Return how much of the ceiling is unlocked."""
    unlocked = quantity_label(pledge.unlocked, pledge.unit)
    return f"{unlocked} / {quantity_label(pledge.cap, pledge.unit)}"


def delivered_label(pledge: Pledge) -> str:
    return quantity_label(pledge.delivered, pledge.unit)


def entry_label(entry: LedgerEntry) -> str:
    return quantity_label(entry.quantity, entry.unit)


def kind_label(entry: LedgerEntry) -> str:
    """Return what a line records; of a reversal, what it takes back."""
    label = str(entry.get_kind_display())
    return f"{label} ({EntryKind(entry.reverses).label})" if entry.reverses else label


def end_label(pledge: Pledge) -> str:
    """Return the day on which the pledge ends; it may well lie ahead."""
    return date_format(timezone.localtime(pledge.ends_at), "SHORT_DATE_FORMAT")


def pledge_url(pledge: Pledge) -> str:
    """Return where `pledge` is read."""
    return reverse("pledges:inspect", args=[pledge.pk])


class PledgeList(generic.IndexView):
    """The pledges that the reader may see; a draft opens as a form, others as a page."""

    def get_base_queryset(self) -> QuerySet[Pledge]:
        return visible_pledges(self.request.user).select_related("meter", "sponsor", "beneficiary")

    def get_edit_url(self, pledge: Pledge) -> str | None:
        return super().get_edit_url(pledge) if pledge.state == PledgeState.DRAFT else None

    def get_delete_url(self, pledge: Pledge) -> str | None:
        return super().get_delete_url(pledge) if pledge.state == PledgeState.DRAFT else None


class LivePreview:
    """What the form of a pledge needs beside its fields."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        context["preview"] = preview_of_form(context["form"])
        return context


class NewPledge(LivePreview, generic.CreateView):
    """An empty form, or one that a preset has filled in."""

    object: Pledge

    def get_initial_form_instance(self) -> Pledge | None:
        return preset_pledge(self.request.GET.get("preset", ""))

    def save_instance(self) -> Pledge:
        self.form.instance.created_by = self.request.user
        return super().save_instance()

    def get_success_url(self) -> str:
        return pledge_url(self.object)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        presets = [
            (f"?preset={name}", preset.label, preset.explanation)
            for name, preset in PRESETS.items()
        ]
        return super().get_context_data(presets=presets, **kwargs)


class DraftsOnly:
    """What runs or is signed is read, not written."""

    request: HttpRequest

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        pledge = Pledge.objects.filter(pk=kwargs["pk"]).first()
        if pledge is None or pledge.state == PledgeState.DRAFT:
            return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]
        if request.method == "POST":
            messages.error(request, str(WrongStep(state=pledge.get_state_display())))
        return redirect(pledge_url(pledge))


class EditPledge(DraftsOnly, LivePreview, generic.EditView):
    """The form of a draft."""

    object: Pledge

    def form_valid(self, form: PledgeForm) -> HttpResponse:
        """Save, unless somebody has signed the draft meanwhile."""
        try:
            with locked_pledge(Pledge.objects.get(pk=self.object.pk), PledgeState.DRAFT):
                return super().form_valid(form)
        except Refused as refusal:
            messages.error(self.request, str(refusal))
            return redirect(pledge_url(self.object))

    def get_success_url(self) -> str:
        return pledge_url(self.object)


class DeletePledge(DraftsOnly, generic.DeleteView):
    """Drafts only: what took effect stays for ever."""


class ShowPledge(generic.InspectView):
    """One pledge: what it says, where it stands, what can be done, what happened."""

    object: Pledge
    request: TeamRequest
    page_title = _("Pledge")

    def dispatch(self, request: TeamRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not visible_pledges(request.user).filter(pk=self.object.pk).exists():
            return redirect("pledges:index")
        return super().dispatch(request, *args, **kwargs)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        pledge, user = self.object, self.request.user
        versions = pledge.versions
        return super().get_context_data(
            pledge=pledge,
            promise=promise_of(pledge),
            unlocked=unlocked_label(pledge),
            delivered=delivered_label(pledge),
            preview=preview_of(terms_of(pledge), pledge.unit),
            versions=versions if len(versions) > 1 else [],
            entries=_lines(versions, may_activate(user)),
            deliveries=_deliveries(versions),
            followers=count_followers(CAMPAIGN, pledge.meter.key),
            sponsor_followers=count_followers(ORGANISATION, str(pledge.sponsor_id)),
            buttons=buttons_for(user, pledge),
            history_url=reverse("pledges:history", args=[pledge.pk]) if may_write(user) else "",
            can_edit=may_write(user) and pledge.state == PledgeState.DRAFT,
            **kwargs,
        )


class LedgerList(generic.IndexView):
    """All lines, the newest first."""

    default_ordering = "-pk"

    def get_base_queryset(self) -> QuerySet[LedgerEntry]:
        return LedgerEntry.objects.select_related("pledge__sponsor", "pledge__beneficiary")


def _lines(versions: list[Pledge], with_reversal: bool) -> list[dict[str, Any]]:
    entries = LedgerEntry.objects.filter(pledge__in=versions).order_by("-pk")[:100]
    return [
        {
            "entry": entry,
            "kind": kind_label(entry),
            "quantity": entry_label(entry),
            "is_reversible": with_reversal and entry.kind in REVERSIBLE and left_of(entry) > 0,
        }
        for entry in entries
    ]


def _deliveries(versions: list[Pledge]) -> list[tuple[Delivery, str]]:
    found = Delivery.objects.filter(pledge__in=versions).select_related("document", "pledge")
    return [(one, quantity_label(one.quantity, one.pledge.unit)) for one in found]
