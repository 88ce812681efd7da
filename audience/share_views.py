"""Short links, their QR codes, and somebody's own link with its private page.

None of these pages sets a cookie. The address of the private page is all the authority there is, so
no CSRF token is needed; a link is made from our own pages only.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.draw_qr import draw_qr
from audience.domain.follow_share_code import address_behind, share_code_at
from audience.domain.make_own_code import make_own_code
from audience.domain.people import COOKIE
from audience.domain.revoke_share_code import revoke_share_code
from audience.domain.show_own_link import OwnLink, show_own_link
from audience.models import Meter, ShareCode
from audience.share_refusals import LinkFromElsewhere, ShareRefused
from audience.shared import Shared, shared_of
from front.session import hide_address, is_from_own_page

# A revoked link goes on crediting for a minute at most.
KEPT_S = 60
QR_KEPT_S = 24 * 3600


@require_safe
def follow(request: HttpRequest, code: str) -> HttpResponse:
    """Lead to the page behind a short link, with the code in its address."""
    address = address_behind(_code_at(code))
    if not address:
        raise Http404
    answer = redirect(address)
    answer["Cache-Control"] = f"public, max-age={KEPT_S}"
    return answer


@require_safe
def qr(request: HttpRequest, code: str) -> HttpResponse:
    """Show the QR code of a short link."""
    address = reverse("share_link", args=[_code_at(code).code])
    drawn = draw_qr(request.build_absolute_uri(address))
    answer = HttpResponse(drawn, content_type="image/svg+xml")
    answer["Cache-Control"] = f"public, max-age={QR_KEPT_S}"
    return answer


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def make(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Explain what a link of one's own is; make one on POST."""
    subject = shared_of(kind, key)
    if subject is None:
        raise Http404
    refusal, status = None, 200
    if request.method == "POST":
        try:
            return redirect("own_link", _made(request, subject).secret)
        except ShareRefused as error:
            refusal, status = error, error.status
    shown = {"subject": subject, "refusal": refusal}
    return render(request, "audience/make_link.html", shown, status=status)


@require_safe
@never_cache
def thanks(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    """Thank whoever has just passed something on: a piece for the share box, with one next act."""
    subject = shared_of(kind, key)
    if subject is None:
        raise Http404
    meter = Meter.objects.filter(pk=subject.meter_id or 0).first()
    shown = {"subject": subject, "meter_key": meter.key if meter else ""}
    return render(request, "audience/share_thanks.html", shown)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own(request: HttpRequest, secret: str) -> HttpResponse:
    """Show somebody's own link and whom it brought; take it back on POST."""
    found = _own_link(secret)
    if request.method == "POST":
        if is_from_own_page(request):
            revoke_share_code(found.code)
        return redirect("own_link", secret)
    address = request.build_absolute_uri(reverse("share_link", args=[found.code.code]))
    shown = {"link": found, "subject": found.subject, "address": address}
    return hide_address(render(request, "audience/own_link.html", shown))


def _own_link(secret: str) -> OwnLink:
    found = show_own_link(secret)
    if found is None:
        raise Http404
    return found


def _made(request: HttpRequest, subject: Shared) -> ShareCode:
    if not is_from_own_page(request):
        raise LinkFromElsewhere
    return make_own_code(
        subject,
        cookie=request.COOKIES.get(COOKIE, ""),
        address=request.META.get("REMOTE_ADDR", ""),
        user_agent=request.headers.get("User-Agent", ""),
    )


def _code_at(text: str) -> ShareCode:
    code = share_code_at(text)
    if code is None:
        raise Http404
    return code
