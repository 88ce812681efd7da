"""Reporting a text, and the private page of whoever did.

No cookie and no CSRF token: the ticket of the form and the key in the address are all the authority
there is, so what they need is to be sent from our own pages.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from audience.domain.form_tickets import key_of, new_ticket
from front.session import hide_address
from qa.asking_views import ensure_from_own_page
from qa.domain.file_notice import PURPOSE, file_notice
from qa.domain.object_to_decision import may_object, object_to_decision
from qa.domain.tell_reporter import forget_reporter
from qa.kinds import text_at
from qa.models import Notice
from qa.refusals import TextRefused
from qa.report_form import LONGEST, ReportForm


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def report(request: HttpRequest, kind: str, code: str) -> HttpResponse:
    """Ask what is wrong with a public text."""
    text = text_at(kind, code)
    if text is None or (request.method != "POST" and not text.is_public):
        raise Http404
    ticket = request.POST.get("ticket", "")
    key, status = key_of(ticket, PURPOSE), 200
    draft = Notice(key=key or "", language=get_language() or "fr")
    form = ReportForm(request.POST or None, instance=draft)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            ensure_from_own_page(request)
            return redirect(file_notice(draft, text, request.META.get("REMOTE_ADDR", "")))
        except TextRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    context = {
        # What is no longer public is not shown here either.
        "text": text if text.is_public else None,
        "form": form,
        "ticket": ticket if key else new_ticket(PURPOSE),
        "is_old": request.method == "POST" and key is None,
    }
    status = 422 if form.errors and status == 200 else status
    return render(request, "qa/report.html", context, status=status)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def notice(request: HttpRequest, key: str) -> HttpResponse:
    """Show who reported a text what became of it; take their objection."""
    found, refusal = get_object_or_404(Notice, key=key), None
    words = request.POST.get("redress", "")[:LONGEST]
    if request.method == "POST":
        try:
            ensure_from_own_page(request)
            if request.POST.get("deed") == "forget_address":
                forget_reporter(found)
            else:
                object_to_decision(found, words)
            return redirect(found)
        except TextRefused as caught:
            refusal = caught
    context = {
        "notice": found,
        "may_object": may_object(found),
        "refusal": refusal,
        "typed": words,
        "longest": LONGEST,
    }
    status = refusal.status if refusal else 200
    return hide_address(render(request, "qa/notice.html", context, status=status))
