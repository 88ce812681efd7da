"""The page of one film in the CMS."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.log_actions import log
from wagtailmedia.forms import get_media_form

from media.domain.film_facts import film_facts, quality_lines
from media.domain.library_rights import may_delete
from media.domain.library_rows import rows_for
from media.domain.may_watch import signed_grant
from media.domain.player import player_for
from media.domain.transcript import transcript_of
from media.forms import ChapterFormSet, PosterForm, UploadTextTrackForm
from media.models import Video
from media.views.access import TeamRequest, for_editors


@for_editors
def edit_film(request: TeamRequest, video: Video) -> HttpResponse:
    """Show the page of a film; save its title, description, collection and tags."""
    form_class = get_media_form(Video)
    if request.method != "POST":
        return film_page(request, video)
    form = form_class(request.POST, instance=video, user=request.user)
    if not form.is_valid():
        messages.validation_error(request, _("The film could not be saved."), form)
        return film_page(request, video, form=form)
    form.save()
    log(instance=video, action="wagtail.edit", user=request.user)
    messages.success(request, _("“%(title)s” is saved.") % {"title": video.title})
    return redirect("wagtailmedia:edit", video.pk)


def film_page(request: TeamRequest, video: Video, **bound: Any) -> HttpResponse:
    """Render the page of `video`. `bound`: forms that were filled in wrongly, to show again."""
    grant = signed_grant(video)
    latest = video.latest_encoding
    context = {
        "video": video,
        "row": rows_for([video])[0],
        "player": player_for(video, grant, get_language() or "fr"),
        "form": get_media_form(Video)(instance=video, user=request.user),
        "track_form": UploadTextTrackForm(auto_id="track_%s"),
        "chapters": ChapterFormSet(
            initial=list(video.chapters.values("start_s", "title")), prefix="chapters"
        ),
        "poster_form": PosterForm(),
        "candidates": _candidates(video, grant),
        "facts": film_facts(video, latest),
        "qualities": quality_lines(video.current),
        "transcript": transcript_of(video, get_language() or "fr"),
        "usage_count": video.get_usage().count(),
        "user_can_delete": may_delete(request.user, video),
        "breadcrumbs_items": breadcrumbs(video.title),
        **bound,
    }
    return render(request, "wagtailmedia/media/edit.html", context, status=422 if bound else 200)


def breadcrumbs(last: str) -> list[dict[str, str]]:
    """Return the way from the home of the CMS over the library to `last`."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("wagtailmedia:index"), "label": _("Films")},
        {"url": "", "label": last},
    ]


def _candidates(video: Video, grant: str) -> list[dict[str, Any]]:
    source = video.pictured
    if source is None:
        return []
    return [
        {
            "number": number,
            "url": f"/v/{video.public_id}/{grant}/v{source.number}/poster-{number}.jpg",
            "is_chosen": not video.thumbnail and number == video.poster_choice,
        }
        for number in range(1, source.poster_count + 1)
    ]
