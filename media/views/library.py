"""The list of films, and what keeps it up to date."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import JsonResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import BaseMediaFilterSet
from wagtail.admin.views import generic
from wagtail.permission_policies.base import BasePermissionPolicy
from wagtail.permissions import policy_registry

from media.domain.library_rights import visible_videos
from media.domain.library_rows import rows_for, with_row_parts
from media.enums import VideoState
from media.models import Video
from media.views.access import TeamRequest

MOST_POLLED = 100


class FilmFilters(BaseMediaFilterSet):
    """By state, collection and tag."""

    state = django_filters.MultipleChoiceFilter(
        label=_("State"), choices=VideoState.choices, widget=forms.CheckboxSelectMultiple
    )
    usage_count = None

    @cached_property
    def permission_policy(self) -> BasePermissionPolicy:
        return policy_registry.get_by_type(Video)

    class Meta:
        model = Video
        fields = ["state"]


class LibraryView(generic.IndexView):
    """Every film that the reader may change or delete."""

    model = Video
    any_permission_required = ["add", "change", "delete"]
    filterset_class = FilmFilters
    template_name = "wagtailmedia/media/index.html"
    results_template_name = "wagtailmedia/media/results.html"
    index_url_name = "wagtailmedia:index"
    index_results_url_name = "films:results"
    header_icon = "media"
    page_title = _("Films")
    add_item_label = _("Add films")
    default_ordering = "-created_at"
    paginate_by = 24
    ORDERINGS = {
        "-created_at": _("Newest first"),
        "created_at": _("Oldest first"),
        "title": _("Title, A to Z"),
        "-title": _("Title, Z to A"),
    }

    @cached_property
    def permission_policy(self) -> BasePermissionPolicy:
        return policy_registry.get_by_type(Video)

    def get_add_url(self) -> str | None:
        if not self.user_has_permission("add"):
            return None
        return reverse("wagtailmedia:add", args=["video"])

    def get_valid_orderings(self) -> list[str]:
        return list(self.ORDERINGS)

    def get_base_queryset(self) -> QuerySet[Video]:
        return with_row_parts(visible_videos(self.request.user))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "rows": rows_for(list(context["object_list"])),
            "orderings": self.ORDERINGS,
            "current_ordering": self.ordering,
        }


def films_progress(request: TeamRequest) -> JsonResponse:
    """Tell how far the films of `?ids=1,2,3` are, as far as the reader may see them."""
    numbers = [int(text) for text in request.GET.get("ids", "").split(",") if text.isdecimal()]
    videos = with_row_parts(visible_videos(request.user).filter(pk__in=numbers[:MOST_POLLED]))
    return JsonResponse(
        {"films": [row.as_report() for row in rows_for(list(videos))]},
        headers={"Cache-Control": "no-store"},
    )
