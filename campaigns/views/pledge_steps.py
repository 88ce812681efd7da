"""The steps of a pledge's life in the CMS: each asks, then calls its verb."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse as url_of
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from campaigns.domain.activate_pledge import activate_pledge
from campaigns.domain.amend_pledge import amend_pledge
from campaigns.domain.confirm_delivery import Report, confirm_delivery
from campaigns.domain.countersign_pledge import countersign_pledge
from campaigns.domain.pledge_rights import visible_pledges
from campaigns.domain.pledge_steps import steps_for
from campaigns.domain.propose_pledge import propose_pledge
from campaigns.domain.quantities import quantity_label
from campaigns.domain.read_quantity import write_quantity
from campaigns.domain.reverse_entry import left_of, reverse_entry
from campaigns.domain.withdraw_pledge import withdraw_pledge
from campaigns.forms import DeliveryForm, ReverseForm, SignForm
from campaigns.models import LedgerEntry, Pledge
from campaigns.refusals import PledgeRefused
from media.views.access import TeamRequest
from users.models import User

Words = Promise | str


@dataclass(frozen=True, slots=True)
class Step:
    """A step as it is asked for. `run` calls the verb and returns the pledge to show next."""

    title: Words
    explanation: Words
    button: Words
    done: Words
    run: Callable[[User, Pledge, dict[str, Any]], Pledge]
    form: type[forms.Form] = forms.Form


def _confirm(user: User, pledge: Pledge, values: dict[str, Any]) -> Pledge:
    confirm_delivery(user, pledge, Report(**values))
    return pledge


STEPS = {
    "propose": Step(
        title=_("Sign for the sponsor"),
        explanation=_(
            "Who has agreed to this for the sponsor? From here on the terms stand still; "
            "withdraw the offer to change them."
        ),
        button=_("Propose"),
        done=_("The pledge is proposed. Now the beneficiary signs."),
        run=lambda user, pledge, values: propose_pledge(user, pledge, **values),
        form=SignForm,
    ),
    "countersign": Step(
        title=_("Sign for the beneficiary"),
        explanation=_("Who has agreed to this for the beneficiary?"),
        button=_("Countersign"),
        done=_("Both sides have signed. A moderator can activate the pledge."),
        run=lambda user, pledge, values: countersign_pledge(user, pledge, **values),
        form=SignForm,
    ),
    "activate": Step(
        title=_("Activate the pledge"),
        explanation=_(
            "It becomes public, acts begin to count for it, and its terms never change again: "
            "later changes are new versions beside it."
        ),
        button=_("Yes, activate"),
        done=_("The pledge runs."),
        run=lambda user, pledge, values: activate_pledge(user, pledge),
    ),
    "withdraw": Step(
        title=_("Take the offer back"),
        explanation=_("It becomes a draft again. The signatures are void and needed anew."),
        button=_("Yes, take it back"),
        done=_("The pledge is a draft again."),
        run=lambda user, pledge, values: withdraw_pledge(user, pledge),
    ),
    "amend": Step(
        title=_("Amend the pledge"),
        explanation=_(
            "A new version with the same terms is made for you to change. This one goes on "
            "until both sides have signed the new one and it is activated. What is unlocked "
            "stays unlocked; both versions stay visible."
        ),
        button=_("Make a new version"),
        done=_("Here is the new version. Change what is to change, then have it signed."),
        run=lambda user, pledge, values: amend_pledge(user, pledge),
    ),
    "confirm": Step(
        title=_("Confirm a delivery"),
        explanation=_("What has the beneficiary really received? This is public, with its proof."),
        button=_("Confirm"),
        done=_("The delivery stands in the ledger. Thank you."),
        run=_confirm,
        form=DeliveryForm,
    ),
}


@dataclass(frozen=True, slots=True)
class StepButton:
    """A way on from a pledge's page."""

    label: Words
    url: str
    is_main: bool


def buttons_for(user: User, pledge: Pledge) -> list[StepButton]:
    """Return the buttons of the steps that `user` can take; those to undo or change come last."""
    return [
        StepButton(STEPS[name].title, url_of("pledges:step", args=[pledge.pk, name]), place == 0)
        for place, name in enumerate(steps_for(user, pledge))
    ]


def take_step(request: TeamRequest, pk: int, name: str) -> HttpResponse:
    """Ask for a step, then take it."""
    pledge = get_object_or_404(visible_pledges(request.user), pk=pk)
    if name not in STEPS:
        raise Http404
    step = STEPS[name]
    form = _bound(request, step.form, **({"pledge": pledge} if name == "confirm" else {}))
    if form.is_valid():
        shown = _try(form, lambda: step.run(request.user, pledge, form.cleaned_data))
        if shown is not None:
            messages.success(request, str(step.done))
            return redirect("pledges:edit" if name == "amend" else "pledges:inspect", shown.pk)
    return _ask(request, step, form, pledge)


def reverse(request: TeamRequest, pk: int) -> HttpResponse:
    """Ask how much of a line is taken back and why, then do it."""
    visible = visible_pledges(request.user)
    entry = get_object_or_404(LedgerEntry.objects.filter(pledge__in=visible), pk=pk)
    initial = {"quantity": write_quantity(left_of(entry), entry.unit)}
    form = _bound(request, ReverseForm, unit=entry.unit, initial=initial)
    if form.is_valid():
        done = _try(form, lambda: reverse_entry(request.user, entry, **form.cleaned_data))
        if done is not None:
            messages.success(request, str(_("The line is taken back; both stay visible.")))
            return redirect("pledges:inspect", entry.pledge.latest.pk)
    return _ask(request, _reversal_of(entry), form, entry.pledge)


def _reversal_of(entry: LedgerEntry) -> Step:
    return Step(
        title=_("Take a line of the ledger back"),
        explanation=_(
            "Line %(number)s, “%(kind)s”, %(quantity)s. It stays, with a new line that takes it "
            "back in whole or in part."
        )
        % {
            "number": entry.pk,
            "kind": entry.get_kind_display(),
            "quantity": quantity_label(entry.quantity, entry.unit),
        },
        button=_("Take it back"),
        done="",
        run=lambda user, pledge, values: pledge,
    )


def _bound(request: TeamRequest, kind: type[forms.Form], **values: Any) -> forms.Form:
    if request.method == "POST":
        return kind(request.POST, request.FILES, **values)
    return kind(**values)


def _try(form: forms.Form, verb: Callable[[], Any]) -> Any:
    """Return what the verb returns, or None with its refusal in the form."""
    try:
        return verb()
    except PledgeRefused as refusal:
        form.add_error(None, f"{refusal} ({refusal.code})")
        form.refusal = refusal  # type: ignore[attr-defined]
    return None


def _ask(request: TeamRequest, step: Step, form: forms.Form, pledge: Pledge) -> HttpResponse:
    refusal = getattr(form, "refusal", None)
    context = {
        "step": step,
        "form": form,
        "pledge": pledge,
        "breadcrumbs_items": [
            {"url": url_of("pledges:index"), "label": _("Pledges")},
            {"url": url_of("pledges:inspect", args=[pledge.pk]), "label": str(pledge)},
            {"url": "", "label": step.title},
        ],
    }
    status = refusal.status if refusal else 200
    return render(request, "campaigns/admin/step.html", context, status=status)
