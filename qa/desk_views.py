"""The moderation desk: one queue, decided by mouse, keyboard or in bulk.

With JavaScript a decision comes back as the row it changed; without, as the page.
"""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from campaigns.models import Organisation
from front.forms import number_in
from media.models import Video
from qa.desk import (
    PILES,
    Filter,
    kinds_waiting,
    labels_used,
    on_desk,
    options_of,
    pile,
    prepared,
    row_of,
    rows_of,
    texts_of,
    themes_with_counts,
)
from qa.desk_deeds import can_be_undone, do, said_of
from qa.domain.assign_text import DESK_RIGHTS, colleagues
from qa.domain.merge_candidates import merge_candidates
from qa.domain.presence import look_at, look_away, seen_by_others
from qa.domain.rights import MODERATE
from qa.enums import PreparedFor, RefusalReason
from qa.kinds import model_of, text_of
from qa.models import Moderated, Question
from qa.refusals import TextRefused
from users.models import User

PER_PAGE = 40
MOST_FILMS = 40
_TYPED = ("words", "note", "answer", "spoken_by", "second", "label", "into_code")


def may_see_desk(user: User) -> bool:
    """Say whether `user` has any work on the desk."""
    return any(user.has_perm(right) for right in DESK_RIGHTS)


@require_admin_access
@never_cache
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Show a pile of texts."""
    user, wanted = _moderator(request), _filter(request)
    page = Paginator(pile(wanted, user), PER_PAGE).get_page(request.GET.get("p"))
    texts = texts_of(page)
    kinds = kinds_waiting()
    context = {
        "rows": rows_of(texts, user),
        "page": page,
        "wanted": wanted,
        "piles": [(key, label) for key, (label, _states) in PILES.items()],
        "themes": themes_with_counts(),
        "kinds": kinds,
        "waiting": sum(number for _kind, _label, number in kinds),
        "labels": labels_used(),
        "since": max((text.received_at for text in texts), default=None),
        **_choices(user),
    }
    return render(request, "qa/admin/desk.html", context)


@require_admin_access
@never_cache
@require_POST
def decide_one(request: HttpRequest, kind: str, pk: int) -> HttpResponse:
    """Take one decision about one text."""
    user, text = _moderator(request), _text(kind, pk)
    deed, seen = request.POST.get("deed", ""), number_in(request.POST.get("seen", ""))
    status, values = 200, {"done": said_of(deed), "can_undo": can_be_undone(deed)}
    try:
        do(text, user, request.POST, seen)
    except TextRefused as refusal:
        typed = {name: request.POST.get(name, "") for name in _TYPED}
        status, values = refusal.status, {"refusal": str(refusal), "typed": typed}
    row = row_of(_text(kind, pk), user, **values)
    if "application/json" not in request.headers.get("Accept", ""):
        tell = messages.error if row.refusal else messages.success
        tell(request, row.refusal or row.done)
        return redirect(_back(request))
    html = render_to_string("qa/admin/row.html", {"row": row, **_choices(user)}, request)
    return JsonResponse({"row": html, "said": row.refusal or row.done}, status=status)


@require_admin_access
@never_cache
@require_POST
def decide_many(request: HttpRequest) -> HttpResponse:
    """Take the same decision about the chosen texts; what somebody else was faster at stays."""
    user = _moderator(request)
    done, refusals = 0, []
    for chosen in request.POST.getlist("chosen")[:PER_PAGE]:
        kind, pk, seen = [*chosen.split(":"), "", ""][:3]
        text = text_of(kind, number_in(pk))
        if text is None:
            continue
        try:
            do(text, user, request.POST, number_in(seen))
            done += 1
        except TextRefused as refusal:
            refusals.append(refusal)
    _tell_of_many(request, done, refusals)
    return redirect(_back(request))


@require_admin_access
@never_cache
@require_POST
def look(request: HttpRequest) -> JsonResponse:
    """Note which text this person has open; say what came meanwhile and what colleagues open."""
    user, wanted = _moderator(request), _filter(request)
    kind, _sep, pk = request.POST.get("open", "").partition("-")
    if model_of(kind) and number_in(pk) >= 0:
        look_at(user, kind, number_in(pk))
    else:
        look_away(user)
    more = _come_since(request.GET.get("since", ""), wanted, user)
    said = ngettext("Show %(number)s new text", "Show %(number)s new texts", more)
    seen = seen_by_others(user).items()
    names = {
        f"{kind}-{pk}": _("%(names)s has this one open") % {"names": names}
        for (kind, pk), names in seen
    }
    return JsonResponse({"more": more, "said": said % {"number": more}, "open": names})


@require_admin_access
@never_cache
@require_safe
def candidates(request: HttpRequest, pk: int) -> HttpResponse:
    """Return, as a piece of HTML, into which questions this one could be merged."""
    _moderator(request)
    question = get_object_or_404(Question.objects.select_related("theme__locale"), pk=pk)
    context = {"candidates": merge_candidates(question)}
    return render(request, "qa/admin/candidates.html", context)


def _moderator(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not may_see_desk(user):
        raise PermissionDenied
    return user


def _text(kind: str, pk: int) -> Moderated:
    model = model_of(kind)
    if model is None:
        raise Http404
    text: Moderated = get_object_or_404(on_desk(model), pk=pk)
    return text


def _filter(request: HttpRequest) -> Filter:
    name, kind = request.GET.get("pile", ""), request.GET.get("kind", "")
    theme = number_in(request.GET.get("theme", ""))
    return Filter(
        pile=name if name in PILES else "waiting",
        theme=theme if theme >= 0 else None,
        kind=kind if model_of(kind) else "",
    )


def _choices(user: User) -> dict[str, Any]:
    """Return what the fields of every row offer: made once, for a page has forty rows."""
    films = Video.objects.order_by("-created_at").values_list("pk", "title")[:MOST_FILMS]
    organisations = Organisation.objects.order_by("name").values_list("pk", "name")
    return {
        "reasons": RefusalReason.choices,
        "reason_options": options_of(RefusalReason.choices),
        "note_options": options_of(prepared(PreparedFor.NOTE).values_list("words", "title")),
        "answer_options": options_of(prepared(PreparedFor.ANSWER).values_list("words", "title")),
        "colleague_options": options_of((one.pk, str(one)) for one in colleagues()),
        "organisation_options": options_of(organisations),
        "film_options": options_of(films),
        "may_moderate": user.has_perm(MODERATE),
        "me": user,
    }


def _come_since(instant: str, wanted: Filter, user: User) -> int:
    """Return how many texts came to a pile after `instant` (ISO 8601), if it is one."""
    try:
        since = parse_datetime(instant)
    except ValueError:
        since = None
    return pile(wanted, user, since if since and is_aware(since) else None).count()


def _tell_of_many(request: HttpRequest, done: int, refusals: list[TextRefused]) -> None:
    if done:
        said = ngettext("%(number)s text: %(deed)s", "%(number)s texts: %(deed)s", done)
        deed = said_of(request.POST.get("deed", ""))
        messages.success(request, said % {"number": done, "deed": deed})
    if refusals:
        said = ngettext(
            "%(number)s text stayed as it was: %(why)s",
            "%(number)s texts stayed as they were: %(why)s",
            len(refusals),
        )
        messages.error(request, said % {"number": len(refusals), "why": refusals[-1]})


def _back(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    is_ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()})
    return wanted if is_ours else reverse("desk")
