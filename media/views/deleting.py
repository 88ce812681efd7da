"""Deleting a film, and telling where it is still shown."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.admin.auth import permission_denied

from media.domain.delete_video import delete_video
from media.domain.library_rights import may_delete
from media.models import Video
from media.refusals import StillUsed
from media.views.access import TeamRequest
from media.views.film import breadcrumbs


def delete_film(request: TeamRequest, media_id: int) -> HttpResponse:
    """Ask, then delete. A film that a page cannot live without stays, and the pages are named."""
    video = get_object_or_404(Video, pk=media_id)
    if not may_delete(request.user, video):
        return permission_denied(request)
    refusal = None
    if request.method == "POST":
        try:
            delete_video(request.user, video)
        except StillUsed as error:
            refusal = str(error)
        else:
            messages.success(request, _("“%(title)s” is deleted.") % {"title": video.title})
            return redirect("wagtailmedia:index")
    uses = _uses(request, video)
    context = {
        "video": video,
        "refusal": refusal,
        "uses": uses,
        "is_protected": any(use["is_protected"] for use in uses),
        "breadcrumbs_items": breadcrumbs(video.title),
    }
    status = StillUsed.status if refusal else 200
    return render(request, "wagtailmedia/media/confirm_delete.html", context, status=status)


def _uses(request: TeamRequest, video: Video) -> list[dict[str, object]]:
    """Return what shows `video`; what the reader may not edit is counted, not named."""
    finder = AdminURLFinder(request.user)
    return [
        {
            "edit_url": (edit_url := finder.get_edit_url(source)),
            "label": str(source) if edit_url else "",
            "kind": getattr(source, "specific_class", type(source))._meta.verbose_name,
            "is_protected": any(
                reference.source_field.remote_field.on_delete.__name__ == "PROTECT"
                for reference in references
                if getattr(reference.source_field, "remote_field", None)
            ),
        }
        for source, references in video.get_usage()
    ]
