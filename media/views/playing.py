"""What the player fetches: the state of a film, its captions, its chapters."""

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from media.domain.may_watch import OPEN, may_watch
from media.domain.player import film_addresses
from media.enums import VideoState
from media.gateways.text_tracks import chapters_to_webvtt, to_webvtt
from media.models import TextTrack, Video

WEBVTT = "text/vtt; charset=utf-8"
KEPT_S = 60


@require_safe
def video_status(request: HttpRequest, public_id: str, grant: str) -> JsonResponse:
    """Tell how far a film is and where it plays, for a player that waits for more."""
    video = _watchable(public_id, grant)
    waits = video.state == VideoState.UPLOADED
    report = {
        "state": VideoState.ENCODING if waits else video.state,
        "percent": video.percent,
        "version": video.current.number if video.current else None,
        **film_addresses(video, grant),
    }
    response = JsonResponse(report)
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def video_track(
    request: HttpRequest, public_id: str, grant: str, kind: str, language: str
) -> HttpResponse:
    """Send captions or subtitles as WebVTT."""
    video = _watchable(public_id, grant)
    track = get_object_or_404(TextTrack, video=video, kind=kind, language=language)
    return _webvtt(to_webvtt(track.cues), grant)


@require_safe
def video_chapters(request: HttpRequest, public_id: str, grant: str, language: str) -> HttpResponse:
    """Send the chapters as WebVTT. They have one language; `language` only names the track."""
    video = _watchable(public_id, grant)
    chapters = list(video.chapters.values_list("start_s", "title"))
    if not chapters:
        raise Http404
    return _webvtt(chapters_to_webvtt(chapters, video.duration), grant)


def _watchable(public_id: str, grant: str) -> Video:
    if not may_watch(public_id, grant):
        raise Http404
    return get_object_or_404(Video.objects.select_related("current"), public_id=public_id)


def _webvtt(text: str, grant: str) -> HttpResponse:
    response = HttpResponse(text, content_type=WEBVTT)
    reach = "public" if grant == OPEN else "private"
    response["Cache-Control"] = f"{reach}, max-age={KEPT_S}"
    return response
