"""Who may open the screens of one film."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.auth import permission_denied

from media.domain.library_rights import may_add, may_change
from media.models import Video
from users.models import User


class TeamRequest(HttpRequest):
    """A request inside the CMS, where nobody gets without a log-in."""

    user: User


View = Callable[..., HttpResponse]


def for_editors(view: View) -> View:
    """Give `view` the film in place of its number; others are sent away with a message."""

    @wraps(view)
    def checked(request: TeamRequest, media_id: int, **parts: Any) -> HttpResponse:
        video = get_object_or_404(Video.objects.with_player_parts(), pk=media_id)
        if not may_change(request.user, video):
            return permission_denied(request)
        return view(request, video, **parts)

    return checked


def for_contributors(view: View) -> View:
    """Open `view` to those who may add films to some collection."""

    @wraps(view)
    def checked(request: TeamRequest, *parts: Any, **named: Any) -> HttpResponse:
        if not may_add(request.user):
            return permission_denied(request)
        return view(request, *parts, **named)

    return checked
