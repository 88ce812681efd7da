"""Bringing films in."""

from pathlib import Path

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from media.domain.library_rights import open_collections
from media.domain.receive_upload import (
    begin_upload,
    cancel_upload,
    finish_upload,
    unfinished_uploads,
)
from media.forms import AddFilmForm
from media.gateways import upload_store
from media.models import Upload, Video
from media.refusals import Refused
from media.views.access import TeamRequest, for_contributors, for_editors
from media.views.film import breadcrumbs


@for_contributors
def add_films(request: TeamRequest, media_type: str = "video") -> HttpResponse:
    """Show the drop zone; without JavaScript, take one file."""
    form = AddFilmForm(request.POST, request.FILES) if request.method == "POST" else AddFilmForm()
    if form.is_valid():
        try:
            video = receive_whole_file(
                request, form.cleaned_data["file"], form.cleaned_data["collection"] or 0
            )
        except Refused as refusal:
            form.add_error("file", str(refusal))
        else:
            messages.success(request, _("“%(title)s” has arrived.") % {"title": video.title})
            return redirect("wagtailmedia:edit", video.pk)
    context = {
        "form": form,
        "collections": open_collections(request.user),
        "chosen_collection": request.GET.get("collection_id", ""),
        "unfinished": _with_progress(request),
        "breadcrumbs_items": breadcrumbs(_("Add films")),
    }
    return render(request, "wagtailmedia/media/add.html", context)


@for_editors
@require_POST
def replace_film(request: TeamRequest, video: Video) -> HttpResponse:
    """Take a new source for a film, from a browser without JavaScript."""
    file = request.FILES.get("file")
    try:
        if file is None:
            messages.error(request, _("Choose a file first."))
        else:
            receive_whole_file(request, file, video.collection_id, replaces_id=video.pk)
            messages.success(request, _("The new file has arrived. The old one plays meanwhile."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("wagtailmedia:edit", video.pk)


@for_contributors
@require_POST
def forget_upload(request: TeamRequest, key: str) -> HttpResponse:
    """Delete what arrived of an unfinished upload."""
    upload = get_object_or_404(Upload, key=key, user=request.user)
    with upload_store.PartWriter(key) as writer:
        if writer.take():
            cancel_upload(upload)
    return redirect("wagtailmedia:add", "video")


def receive_whole_file(
    request: TeamRequest, file: UploadedFile, collection_id: int, replaces_id: int | None = None
) -> Video:
    """Make a film of a file that came in one POST. Raises a Refused.

    Django has streamed it to the disk already; it is moved, not copied.
    """
    upload = begin_upload(request.user, file.name or "", file.size or 0, collection_id, replaces_id)
    if hasattr(file, "temporary_file_path"):
        upload_store.adopt_part(upload.key, Path(file.temporary_file_path()))
    else:
        upload_store.part_path(upload.key).write_bytes(file.read())
    with upload_store.PartWriter(upload.key) as writer:
        writer.take()
        return finish_upload(upload)


def _with_progress(request: TeamRequest) -> list[dict[str, object]]:
    return [
        {
            "upload": upload,
            "arrived_bytes": arrived,
            "percent": 100 * arrived // upload.size_bytes,
        }
        for upload in unfinished_uploads(request.user).select_related("replaces")
        if (arrived := upload_store.part_size(upload.key)) is not None
    ]
