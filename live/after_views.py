"""After a live: look at the replay, check its chapters, confirm, publish."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin.auth import permission_denied, require_admin_access

from front.forms import number_in
from live.after_forms import NextForm, ReplayChapterFormSet, ReplayPlaceForm, TrimForm
from live.after_screen import after_context, chapter_initials, coming_lives, films_to_choose
from live.domain.after_rights import may_finish
from live.domain.close_live import close_live
from live.domain.name_replay import name_replay
from live.domain.set_chapters import Written, set_chapters
from live.domain.tick_point import name_next, tick_point
from live.domain.trim_replay import trim_replay
from live.models import Recording
from live.replay_refusals import ReplayRefused
from users.models import User

View = Callable[..., HttpResponse]


class TeamRequest(HttpRequest):
    """A request inside the CMS, where nobody gets without a log-in."""

    user: User


def for_publishers(view: View) -> View:
    """Give `view` the replay of the run in place of its number, if this person may close it."""

    @require_admin_access
    @never_cache
    @wraps(view)
    def checked(request: TeamRequest, pk: int) -> HttpResponse:
        along = ("run__programme__campaign", "next_programme", "closed_by", "video")
        recording = get_object_or_404(Recording.objects.select_related(*along), run=pk)
        if not may_finish(request.user, recording):
            return permission_denied(request)
        return view(request, recording)

    return checked


@for_publishers
@require_safe
def after(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Show what is to do, and with what."""
    return _page(request, recording)


@for_publishers
@require_POST
def trim(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Cut the replay."""
    form = TrimForm(request.POST)
    if not form.is_valid():
        return _page(request, recording, status=422, trim_form=form)
    sent = form.cleaned_data
    cuts = {"head_s": sent["head"] or 0, "tail_s": sent["tail"] or 0}
    return _done(
        request,
        recording,
        lambda: trim_replay(
            recording, request.user, **cuts, slate_cut_s=sent["slates"], seen=_seen(request)
        ),
        _("The cuts are saved; spans and chapters follow."),
        trim_form=form,
    )


@for_publishers
@require_POST
def chapters(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Save the chapters."""
    forms = ReplayChapterFormSet(
        request.POST, initial=chapter_initials(recording), prefix="chapters"
    )
    if not forms.is_valid():
        return _page(request, recording, status=422, chapter_forms=forms)
    rows = [_written(form.cleaned_data) for form in forms if form.cleaned_data.get("title")]
    return _done(
        request,
        recording,
        lambda: set_chapters(recording, request.user, rows),
        _("The chapters are saved."),
        chapter_forms=forms,
    )


@for_publishers
@require_POST
def tick(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Tick a point of the checklist, or take that back."""
    point, is_done = request.POST.get("point", ""), request.POST.get("done") == "1"
    said = _("Ticked.") if is_done else _("No longer ticked.")
    deed = lambda: tick_point(recording, request.user, point, is_done=is_done)  # noqa: E731
    return _done(request, recording, deed, said)


@for_publishers
@require_POST
def following(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Say which live comes next."""
    form = NextForm(request.POST, lives=coming_lives(recording))
    if not form.is_valid():
        return _page(request, recording, status=422, next_form=form)
    return _done(
        request,
        recording,
        lambda: name_next(recording, request.user, form.chosen),
        _("Noted what comes next."),
    )


@for_publishers
@require_POST
def place(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Say where a live that came from elsewhere can be watched again."""
    form = ReplayPlaceForm(request.POST, films=films_to_choose(recording, request.user))
    if not form.is_valid():
        return _page(request, recording, status=422, place_form=form)
    address = form.cleaned_data["address"]
    return _done(
        request,
        recording,
        lambda: name_replay(recording, request.user, address=address, film=form.chosen),
        _("Noted where one can watch it again."),
        place_form=form,
    )


@for_publishers
@require_POST
def close(request: TeamRequest, recording: Recording) -> HttpResponse:
    """Close the live, with its replay or without."""
    is_public = request.POST.get("replay") == "1"
    said = _("The replay is public.") if is_public else _("The live is closed, without a replay.")
    return _done(
        request,
        recording,
        lambda: close_live(recording, request.user, is_public=is_public, seen=_seen(request)),
        said,
    )


def _page(
    request: TeamRequest, recording: Recording, status: int = 200, **bound: Any
) -> HttpResponse:
    context = after_context(recording, request.user, **bound)
    return render(request, "live/admin/after.html", context, status=status)


def _done(
    request: TeamRequest,
    recording: Recording,
    deed: Callable[[], object],
    said: str,
    **bound: Any,
) -> HttpResponse:
    """Do `deed` and go back to the screen; refused, show it again with what was typed."""
    try:
        deed()
    except ReplayRefused as refusal:
        messages.error(request, str(refusal))
        return _page(request, recording, status=refusal.status, **bound)
    messages.success(request, said)
    return redirect("live_after", recording.run_id)


def _seen(request: TeamRequest) -> int:
    return number_in(request.POST.get("seen", ""))


def _written(row: dict[str, Any]) -> Written:
    return Written(row["pk"], row["title"], row["at"], row["is_gone"])
