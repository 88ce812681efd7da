"""The inbox of the team: one page for everything that waits, and who takes care of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from users.domain.hand_over import hand_over
from users.domain.read_inbox import MOST_OF_A_KIND, colleagues, read_inbox
from users.errors import InboxRefused, NobodyOfThatName
from users.inbox import sources_for
from users.models import User

MINE = "1"


@require_admin_access
@never_cache
@require_safe
def inbox(request: HttpRequest) -> HttpResponse:
    """Show what waits: of all kinds or of one, of everybody or mine alone."""
    return _page(request, _worker(request))


@require_admin_access
@never_cache
@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Take something, hand it over or give it back."""
    user, typed = _worker(request), request.POST
    try:
        owner, seen = _owner(typed.get("owner", ""), user), _number(typed.get("seen", ""))
        hand_over(typed.get("kind", ""), typed.get("key", ""), user, owner, seen)
    except InboxRefused as refusal:
        return _page(request, user, refusal)
    if owner is None:
        said = _("Given back: whoever has time can take it.")
    elif owner == user:
        said = _("It is yours.")
    else:
        said = _("%(owner)s takes care of it now.") % {"owner": owner}
    messages.success(request, said)
    return redirect(_back(request))


def _page(request: HttpRequest, user: User, refusal: InboxRefused | None = None) -> HttpResponse:
    wanted = request.POST if request.method == "POST" else request.GET
    kind, is_mine = wanted.get("shown", ""), wanted.get("mine") == MINE
    if kind not in {source.kind for source in sources_for(user)}:
        kind = ""
    found = read_inbox(user, kind=kind, owned_by=user if is_mine else None)
    context = {
        "inbox": found,
        "shown": kind,
        "is_mine": is_mine,
        "is_cut": any(number > MOST_OF_A_KIND for _source, number in found.numbers),
        "most": MOST_OF_A_KIND,
        "colleagues": colleagues(),
        "refusal": refusal,
        "here": _address(kind, is_mine),
    }
    return render(
        request, "users/admin/inbox.html", context, status=refusal.status if refusal else 200
    )


def _worker(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not sources_for(user):
        raise PermissionDenied
    return user


def _owner(text: str, user: User) -> User | None:
    """Return whom the form names: "me", "nobody", or a colleague by their key."""
    if text == "nobody":
        return None
    number = user.pk if text == "me" else _number(text)
    found = User.objects.filter(pk=number).first() if number is not None else None
    if found is None:
        raise NobodyOfThatName
    return found


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else None


def _address(kind: str, is_mine: bool) -> str:
    wishes = [f"shown={kind}"] * bool(kind) + [f"mine={MINE}"] * is_mine
    return reverse("inbox") + ("?" + "&".join(wishes) if wishes else "")


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else reverse("inbox")
