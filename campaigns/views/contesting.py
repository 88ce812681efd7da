"""Contesting a claim or a delivery, and the private page of whoever did."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from campaigns.contest_form import ContestForm
from campaigns.domain.file_contestation import PURPOSE, file_contestation
from campaigns.models import Claim, Contestation, Pledge
from campaigns.refusals import TooManyContestations
from front.session import hide_address


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contest_claim(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is wrong with a claim."""
    claim = get_object_or_404(Claim.objects.select_related("organisation"), pk=pk)
    return _contest(request, Contestation(claim=claim))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def contest_pledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask what is wrong with what is said of a pledge."""
    pledges = Pledge.objects.public().select_related("sponsor", "beneficiary")
    return _contest(request, Contestation(pledge=get_object_or_404(pledges, pk=pk)))


@require_safe
@never_cache
def contestation(request: HttpRequest, key: str) -> HttpResponse:
    """Show the filer where their contestation stands."""
    shown = Contestation.objects.select_related(
        "claim__organisation", "pledge__sponsor", "pledge__beneficiary", "answered_for"
    )
    found = get_object_or_404(shown, key=key)
    last = found.rulings.last() if found.is_rejected else None
    context = {"contestation": found, "refusal": last}
    return hide_address(render(request, "campaigns/contestation.html", context))


def _contest(request: HttpRequest, subject: Contestation) -> HttpResponse:
    subject.language = get_language() or "fr"
    form, status = ContestForm(request.POST or None, instance=subject), 200
    ticket = request.POST.get("ticket", "")
    key = key_of(ticket, PURPOSE)
    if request.method == "POST" and form.is_valid():
        if key is None:
            form.add_error(None, _("This form had been open for very long. Send it once more."))
        else:
            subject.key = key
            try:
                filed = file_contestation(subject, request.META.get("REMOTE_ADDR", ""))
            except TooManyContestations as refusal:
                form.add_error(None, str(refusal))
                status = refusal.status
            else:
                return redirect(filed)
    context = {"subject": subject, "form": form, "ticket": ticket if key else new_ticket(PURPOSE)}
    return render(request, "campaigns/contest.html", context, status=status)
