"""The source file, for the team only."""

from django.contrib.auth.decorators import login_required
from django.core.files.storage import FileSystemStorage, storages
from django.http import FileResponse, Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe

from media.domain.library_rights import visible_videos


@require_safe
@login_required
def video_original(request: HttpRequest, video_id: int) -> HttpResponseBase:
    """Send the file as it was uploaded, as a download: a browser must never open it in place."""
    video = get_object_or_404(visible_videos(request.user), pk=video_id)
    store = storages["originals"]
    if not isinstance(store, FileSystemStorage):
        return redirect(store.url(video.file.name))
    try:
        file = video.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    return FileResponse(
        file,
        as_attachment=True,
        filename=video.original_name or "film",
        content_type="application/octet-stream",
        headers={"Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff"},
    )
