"""Claims and contestations in the CMS: to read, and to decide."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from wagtail.admin.auth import permission_denied
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic

from campaigns.domain.claim_rights import may_rule, speakers_for
from campaigns.domain.contestation_age import days_waiting, is_overdue, is_waiting
from campaigns.domain.rule_claim import accept_proof, refuse_proof
from campaigns.domain.rule_contestation import (
    answer_contestation,
    publish_contestation,
    reject_contestation,
)
from campaigns.models import Claim, Contestation, Representative
from campaigns.refusals import ClaimRefused
from media.views.access import TeamRequest
from users.models import User

Words = Promise | str


class NoteForm(forms.Form):
    """A remark that need not be."""

    reason = forms.CharField(
        label=_("What the proof shows"), max_length=1000, required=False, widget=forms.Textarea
    )


class ReasonForm(forms.Form):
    """A reason that is kept."""

    reason = forms.CharField(label=_("Reason"), max_length=1000, widget=forms.Textarea)


class AnswerForm(forms.Form):
    """An answer, and whose it is."""

    speaker = forms.ModelChoiceField(
        Representative.objects.none(),
        label=_("Who answers"),
        help_text=_("Representatives of the organisations concerned; add them there."),
    )
    answer = forms.CharField(label=_("Answer"), max_length=2000, widget=forms.Textarea)

    def __init__(self, *args: Any, contestation: Contestation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["speaker"]
        field.queryset = speakers_for(contestation)  # type: ignore[attr-defined]
        field.label_from_instance = lambda one: f"{one}, {one.organisation}"  # type: ignore[attr-defined]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision as it is asked for. `run` calls the verb."""

    title: Words
    explanation: Words
    done: Words
    run: Callable[[User, Any, dict[str, Any]], object]
    form: type[forms.Form] = forms.Form


CLAIM_DECISIONS = {
    "accept": Decision(
        _("Accept the proof"),
        _("The claim is then shown as proven, with a link to its proof. Open the proof first."),
        _("The claim is shown as proven."),
        lambda user, claim, values: accept_proof(user, claim, **values),
        NoteForm,
    ),
    "refuse": Decision(
        _("No longer accept the proof"),
        _("The claim is then shown with “no proof yet”. The decision before stays in the history."),
        _("The claim is shown without proof."),
        lambda user, claim, values: refuse_proof(user, claim, **values),
        ReasonForm,
    ),
}
CONTESTATION_DECISIONS = {
    "publish": Decision(
        _("Publish"),
        _("Everybody then reads it, word for word, beside what it contests. No name stands there."),
        _("The contestation is public. Now those concerned answer."),
        lambda user, found, values: publish_contestation(user, found),
    ),
    "answer": Decision(
        _("Write down the answer"),
        _("Word for word, as the person gave it. It is public, under their name, and once."),
        _("The answer stands beside the contestation."),
        lambda user, found, values: answer_contestation(user, found, **values),
        AnswerForm,
    ),
    "reject": Decision(
        _("Do not publish"),
        _("It stays here, and whoever filed it reads your reason on their private page."),
        _("The contestation is not public. Its filer reads why."),
        lambda user, found, values: reject_contestation(user, found, **values),
        ReasonForm,
    ),
}


class UndeletableList(generic.IndexView):
    """A list whose rows nobody deletes; a row opens to be read."""

    def get_delete_url(self, instance: Any) -> None:
        return None


class UndeletableForm(generic.EditView):
    """A form without a way to delete."""

    def get_delete_url(self) -> None:
        return None


class ContestationList(UndeletableList):
    """What waits longest comes first."""

    default_ordering = "filed_at"

    def get_edit_url(self, instance: Contestation) -> str:
        return reverse("contestations:inspect", args=[instance.pk])

    def get_base_queryset(self) -> QuerySet[Contestation]:
        return Contestation.objects.select_related(
            "claim", "pledge__sponsor", "pledge__beneficiary"
        )


class AgeColumn(Column):
    """Days of waiting, in red when they are too many."""

    cell_template_name = "campaigns/admin/age_cell.html"

    def get_cell_context_data(self, instance: Contestation, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        return {**context, "is_overdue": is_overdue(instance)}


def age_of(contestation: Contestation) -> str:
    """Return for how many days it has been waiting; nothing once it does not."""
    if not is_waiting(contestation):
        return ""
    days = days_waiting(contestation)
    return ngettext("%(days)s day", "%(days)s days", days) % {"days": days}


class ShowClaim(generic.InspectView):
    """A claim, its proof, what was decided and what is said against it."""

    object: Claim
    request: TeamRequest
    page_title = _("Claim")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        claim = self.object
        name = "refuse" if claim.is_proven else "accept"
        facts = [
            (_("organisation"), str(claim.organisation), ""),
            (_("State"), claim.get_state_display(), ""),
            (_("Proof"), claim.evidence or "–", claim.evidence),
        ]
        shown = _buttons(self.request.user, "claims", claim.pk, CLAIM_DECISIONS, [name])
        return super().get_context_data(
            words=claim.statement, facts=facts, buttons=shown, rulings=_rulings(claim), **kwargs
        )


class ShowContestation(generic.InspectView):
    """A contestation, its subject, what was decided and what can be."""

    object: Contestation
    request: TeamRequest
    page_title = _("Contestation")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        found = self.object
        facts = [
            (_("What is contested"), found.subject, ""),
            (_("State"), found.get_state_display(), ""),
            (_("Waiting"), age_of(found) or "–", ""),
            (_("Source"), found.source_url or "–", found.source_url),
            (_("Answer"), found.answer or "–", ""),
        ]
        names = _open_decisions(found)
        user = self.request.user
        shown = _buttons(user, "contestations", found.pk, CONTESTATION_DECISIONS, names)
        return super().get_context_data(
            words=found.reason, facts=facts, buttons=shown, rulings=_rulings(found), **kwargs
        )


def rule_claim(request: TeamRequest, pk: int, name: str) -> HttpResponse:
    """Ask for a decision about a claim's proof, then take it."""
    return _decide(request, get_object_or_404(Claim, pk=pk), CLAIM_DECISIONS.get(name), "claims")


def rule_contestation(request: TeamRequest, pk: int, name: str) -> HttpResponse:
    """Ask for a decision about a contestation, then take it."""
    found = get_object_or_404(Contestation, pk=pk)
    return _decide(request, found, CONTESTATION_DECISIONS.get(name), "contestations")


def _open_decisions(contestation: Contestation) -> list[str]:
    if contestation.is_published:
        return ["reject"] if contestation.answered_at else ["answer", "reject"]
    return ["publish"] if contestation.is_rejected else ["publish", "reject"]


def _buttons(
    user: User, room: str, pk: int, decisions: dict[str, Decision], names: list[str]
) -> list[tuple[Words, str]]:
    if not may_rule(user):
        return []
    return [(decisions[name].title, reverse(f"{room}:decide", args=[pk, name])) for name in names]


def _rulings(subject: Claim | Contestation) -> list[Any]:
    return list(subject.rulings.select_related("ruled_by").order_by("-pk"))


def _decide(
    request: TeamRequest, subject: Claim | Contestation, decision: Decision | None, room: str
) -> HttpResponse:
    if decision is None:
        raise Http404
    if not may_rule(request.user):
        return permission_denied(request)
    extra: dict[str, Any] = {"contestation": subject} if decision.form is AnswerForm else {}
    form, status = decision.form(request.POST if request.method == "POST" else None, **extra), 200
    if form.is_valid():
        try:
            decision.run(request.user, subject, form.cleaned_data)
        except ClaimRefused as refusal:
            form.add_error(None, f"{refusal} ({refusal.code})")
            status = refusal.status
        else:
            messages.success(request, str(decision.done))
            return redirect(f"{room}:inspect", subject.pk)
    trail = [
        {"url": reverse(f"{room}:index"), "label": subject._meta.verbose_name_plural},
        {"url": reverse(f"{room}:inspect", args=[subject.pk]), "label": str(subject)},
        {"url": "", "label": decision.title},
    ]
    context = {"decision": decision, "form": form, "subject": subject, "breadcrumbs_items": trail}
    return render(request, "campaigns/admin/decide.html", context, status=status)
