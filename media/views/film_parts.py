"""What the page of a film sends: poster, captions, chapters, another try."""

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages

from media.domain.choose_poster import choose_candidate, upload_poster
from media.domain.encode.start import start_encoding
from media.domain.save_texts import add_text_track, remove_text_track, save_chapters
from media.enums import TrackKind
from media.forms import ChapterFormSet, PosterForm, UploadTextTrackForm
from media.gateways.text_tracks import to_webvtt
from media.models import Video
from media.refusals import Refused
from media.views.access import TeamRequest, for_editors
from media.views.film import film_page


@for_editors
@require_POST
def encode_again(request: TeamRequest, video: Video) -> HttpResponse:
    """Give a film that failed another try."""
    start_encoding(video)
    messages.success(request, _("The film is in the queue again."))
    return _back(video, "state")


@for_editors
@require_POST
def set_poster(request: TeamRequest, video: Video) -> HttpResponse:
    """Take a frame or a picture as the poster."""
    form = PosterForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            if form.cleaned_data["picture"]:
                upload_poster(request.user, video, form.cleaned_data["picture"])
            else:
                choose_candidate(request.user, video, form.cleaned_data["candidate"])
        except Refused as refusal:
            form.add_error("picture", str(refusal))
    if form.errors:
        return _again(request, video, poster_form=form)
    messages.success(request, _("The poster is saved."))
    return _back(video, "poster")


@for_editors
@require_POST
def add_track(request: TeamRequest, video: Video) -> HttpResponse:
    """Take a caption or subtitle file."""
    form = UploadTextTrackForm(request.POST, request.FILES, auto_id="track_%s")
    if form.is_valid():
        values = form.cleaned_data
        try:
            track = add_text_track(
                request.user,
                video,
                TrackKind(values["kind"]),
                values["language"],
                values["file"].read(),
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            told = _("%(track)s: %(number)s captions are in.")
            messages.success(request, told % {"track": track, "number": len(track.cues)})
            return _back(video, "texts")
    return _again(request, video, track_form=form)


@for_editors
@require_POST
def remove_track(request: TeamRequest, video: Video, kind: str, language: str) -> HttpResponse:
    """Delete captions or subtitles."""
    if not remove_text_track(request.user, video, TrackKind(kind), language):
        raise Http404
    messages.success(request, _("The captions are deleted."))
    return _back(video, "texts")


@for_editors
@require_safe
def download_track(request: TeamRequest, video: Video, kind: str, language: str) -> HttpResponse:
    """Send captions or subtitles as a file to work on."""
    track = video.text_tracks.filter(kind=kind, language=language).first()
    if track is None:
        raise Http404
    name = f"{video.pk}-{kind}-{language}.vtt"
    return HttpResponse(
        to_webvtt(track.cues),
        content_type="text/vtt; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@for_editors
@require_POST
def set_chapters(request: TeamRequest, video: Video) -> HttpResponse:
    """Save the list of chapters."""
    rows = ChapterFormSet(
        request.POST,
        initial=list(video.chapters.values("start_s", "title")),
        prefix="chapters",
        error_messages={},
    )
    if not rows.is_valid():
        return _again(request, video, chapters=rows)
    kept = [row for row in rows.cleaned_data if row and not row["DELETE"]]
    try:
        save_chapters(request.user, video, [(row["start_s"], row["title"]) for row in kept])
    except Refused as refusal:
        return _again(request, video, chapters=rows, chapters_error=str(refusal))
    messages.success(request, _("The chapters are saved."))
    return _back(video, "chapters")


def _back(video: Video, part: str) -> HttpResponse:
    return redirect(f"{reverse('wagtailmedia:edit', args=[video.pk])}#{part}-section")


def _again(request: TeamRequest, video: Video, **bound: object) -> HttpResponse:
    """Show the page with what was typed, and say that it was not saved."""
    messages.error(request, _("This was not saved: the reason stands next to the field."))
    return film_page(request, video, **bound)
