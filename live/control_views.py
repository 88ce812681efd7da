"""The control room of a live programme. Its script shows the rows, and posts the commands."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import require_admin_access

from live.control_deeds import do
from live.control_words import control_words
from live.domain.presence import note_presence
from live.domain.rights import may_operate, may_watch
from live.domain.staff_state import staff_state
from live.domain.start_run import start_run
from live.enums import SegmentKind
from live.models import LiveProgrammePage, Run
from live.refusals import RunRefused
from media.refusals import Refused
from users.models import User


@require_admin_access
@never_cache
@require_safe
def control_rooms(request: HttpRequest) -> HttpResponse:
    """List the programmes, those on air first."""
    _watcher(request)
    programmes = LiveProgrammePage.objects.order_by("-starts_at")
    on_air = Run.objects.filter(ended_at__isnull=True).select_related("programme")
    context = {"programmes": programmes, "on_air": on_air}
    return render(request, "live/admin/control_rooms.html", context)


@require_admin_access
@never_cache
@require_safe
def control(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the control room of a programme, or how to start it."""
    _watcher(request)
    return _room(request, get_object_or_404(LiveProgrammePage, pk=pk))


@require_admin_access
@never_cache
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """Start a programme or its rehearsal."""
    user = _watcher(request)
    programme = get_object_or_404(LiveProgrammePage, pk=pk)
    try:
        run = start_run(programme, user, is_rehearsal=request.POST.get("how") != "real")
    except RunRefused as refusal:
        return _room(request, programme, refusal)
    return redirect(f"{reverse('control_room', args=[pk])}?run={run.key}")


@require_admin_access
@never_cache
@require_POST
def command(request: HttpRequest, key: str, verb: str) -> JsonResponse:
    """Carry out one command; answer with the state after it, also when it was refused."""
    user, run = _watcher(request), _run(key)
    status, told = 200, {}
    try:
        told = do(run, user, verb, request.POST)
    except Refused as refusal:
        status, told = refusal.status, {"code": refusal.code, "refusal": str(refusal)}
    if "address" in told:
        told["address"] = request.build_absolute_uri(told["address"])
    return JsonResponse({**told, "state": staff_state(_run(key))}, status=status)


@require_admin_access
@never_cache
@require_POST
def look(request: HttpRequest, key: str) -> HttpResponse:
    """Note that this person has the control room open."""
    note_presence(_run(key), _watcher(request))
    return HttpResponse(status=204)


def _watcher(request: HttpRequest) -> User:
    user = request.user
    if not isinstance(user, User) or not may_watch(user):
        raise PermissionDenied
    return user


def _run(key: str) -> Run:
    related = ("programme__campaign__meter", "entry", "feed", "question__theme")
    return get_object_or_404(Run.objects.select_related(*related), key=key)


def _room(
    request: HttpRequest, programme: LiveProgrammePage, refusal: RunRefused | None = None
) -> HttpResponse:
    open_runs = list(Run.objects.filter(programme=programme, ended_at__isnull=True))
    wanted = request.GET.get("run", "")
    run = next((one for one in open_runs if one.key == wanted), None) or next(
        iter(sorted(open_runs, key=lambda one: one.is_rehearsal)), None
    )
    context: dict[str, Any] = {
        "programme": programme,
        "run": run,
        "others": [one for one in open_runs if one != run],
        "may_operate": may_operate(request.user),  # type: ignore[arg-type]
        "refusal": refusal,
        "kinds": SegmentKind.choices,
        "words": control_words(),
        "state": staff_state(_run(run.key)) if run else None,
    }
    status = refusal.status if refusal else 200
    return render(request, "live/admin/control.html", context, status=status)
