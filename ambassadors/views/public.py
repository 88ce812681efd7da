"""What everybody sees of ambassadors, and the way to become one. No account, no cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from ambassadors.domain.join import ask_for_link, ask_to_join
from ambassadors.domain.rank import standings_this_week, top
from ambassadors.join_form import JoinForm
from ambassadors.refusals import AmbassadorRefused, SentFromElsewhere
from audience.follow_form import FollowForm
from front.session import is_from_own_page


@require_safe
def ambassadors(request: HttpRequest) -> HttpResponse:
    """Show the first ten of this week."""
    found = standings_this_week()
    shown = top(found)
    context = {"standings": shown, "more": len(found) - len(shown)}
    return render(request, "ambassadors/ambassadors.html", context)


# A signed link in a mail proves who it is: nobody gets a cookie for a form.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest) -> HttpResponse:
    """Take an alias and a mailbox, and send the link there."""
    form, status = JoinForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            typed = form.cleaned_data
            ask_to_join(typed["email"], typed["alias"], *_asker(request))
            return redirect("ambassador_asked")
        except AmbassadorRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    return render(request, "ambassadors/join.html", {"form": form}, status=status)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def ask_link(request: HttpRequest) -> HttpResponse:
    """Send an ambassador another link; say the same to everybody."""
    form, status = FollowForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            ensure_from_own_page(request)
            ask_for_link(form.cleaned_data["email"], *_asker(request))
            return redirect("ambassador_asked")
        except AmbassadorRefused as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    status = 422 if form.errors and status == 200 else status
    return render(request, "ambassadors/ask_link.html", {"form": form}, status=status)


@require_safe
def asked(request: HttpRequest) -> HttpResponse:
    """Say that a mail is on its way: the same page for everybody."""
    return render(request, "ambassadors/asked.html")


def ensure_from_own_page(request: HttpRequest) -> None:
    """Raise SentFromElsewhere for what another site sends."""
    if not is_from_own_page(request):
        raise SentFromElsewhere


def _asker(request: HttpRequest) -> tuple[str, str]:
    return get_language() or "fr", request.META.get("REMOTE_ADDR", "")
