"""The page with which a guest joins a programme from a browser alone."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from front.session import hide_address
from live.domain.invite_guest import open_invitation
from live.feed_refusals import InvitationOver


@require_safe
@never_cache
def duplex(request: HttpRequest, secret: str) -> HttpResponse:
    """Show the test of camera and microphone, and the button to join."""
    feed = open_invitation(secret)
    if feed is None:
        return _over(request)
    context = {"feed": feed, "programme": feed.programme, "secret": secret}
    answer = hide_address(render(request, "live/duplex.html", context))
    answer["Permissions-Policy"] = "camera=(self), microphone=(self), screen-wake-lock=(self)"
    return answer


def _over(request: HttpRequest) -> HttpResponse:
    refusal = InvitationOver()
    context = {"sentence": f"{refusal} ({refusal.code})"}
    answer = hide_address(render(request, "live/duplex_over.html", context, status=refusal.status))
    # Django would write the address, which was a key, into the log.
    answer._has_been_logged = True  # type: ignore[attr-defined]
    return answer
