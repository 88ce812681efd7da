"""Following something: ask, confirm from the inbox, end with one press.

None of these pages sets a cookie. The token of a link is all the authority there is, so no CSRF
token is needed; a wish is taken from our own pages only.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.ask_to_follow import ask_to_follow
from audience.domain.confirm_following import confirm_following, show_following
from audience.domain.end_following import end_following
from audience.domain.follow_links import CONFIRM, END
from audience.errors import FollowRefused, WishFromElsewhere
from audience.follow_form import FollowForm
from audience.subjects import Subject, subject_at, subject_of
from front.session import hide_address, is_from_own_page


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def follow(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Offer RSS and e-mail; take the wish to follow by e-mail."""
    subject = _subject(slug, key)
    form, status = FollowForm(request.POST or None), 200
    if request.method == "POST" and form.is_valid():
        try:
            if not is_from_own_page(request):
                raise WishFromElsewhere
            address = request.META.get("REMOTE_ADDR", "")
            ask_to_follow(subject, form.cleaned_data["email"], get_language() or "fr", address)
        except FollowRefused as refusal:
            form.add_error(None, str(refusal.sentence))
            status = refusal.status
        else:
            return redirect("follow_asked", slug, key)
    status = 422 if form.errors and status == 200 else status
    shown = {"subject": subject, "form": form}
    return render(request, "audience/follow.html", shown, status=status)


@require_safe
def asked(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Say that a mail is on its way: the same page for everybody."""
    return render(request, "audience/follow_asked.html", {"subject": _subject(slug, key)})


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """Show a button, since programs that look for malice open links; pressing it confirms."""
    if request.method == "POST":
        confirm_following(token)
    found = show_following(token, CONFIRM)
    subject = subject_of(found.kind, found.key) if found else None
    context = {"subscription": found, "subject": subject}
    page = render(request, "audience/confirm.html", context, status=200 if found else 410)
    return hide_address(page)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def end(request: HttpRequest, token: str) -> HttpResponse:
    """End a subscription on POST, from a mail program too (RFC 8058); show a button on GET."""
    is_ended = request.method == "POST" and end_following(token)
    found = show_following(token, END)
    subject = subject_of(found.kind, found.key) if found else None
    context = {"is_ended": is_ended, "subscription": found, "subject": subject}
    is_known = is_ended or found is not None
    page = render(request, "audience/end.html", context, status=200 if is_known else 410)
    return hide_address(page)


def _subject(slug: str, key: str) -> Subject:
    subject = subject_at(slug, key)
    if subject is None:
        raise Http404
    return subject
