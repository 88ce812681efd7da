"""Pictures from elsewhere, in page templates."""

from typing import Any

from django import template

from live.domain.show_programme import Show
from live.models import LiveProgrammePage
from live.outside import OutsideSource
from live.outside_policy import let_in

register = template.Library()


@register.simple_tag(takes_context=True)
def outside_of(context: Any, page: LiveProgrammePage, show: Show) -> OutsideSource | None:
    """Return where the picture that `page` shows now comes from, if from elsewhere.

    While it is live, a translated page may have a source of its own, else it has the one of the
    programme that runs. In a preview one sees it before anything is on air. Whatever is returned,
    the page may show.
    """
    source = _source(page, show, is_preview=getattr(context["request"], "is_preview", False))
    if source is not None:
        let_in(context["request"], source)
    return source


def _source(page: LiveProgrammePage, show: Show, *, is_preview: bool) -> OutsideSource | None:
    if show.is_live and show.run is not None:
        return page.outside or show.run.programme.outside
    if show.recording is not None:
        is_here = show.recording.video_id or show.recording.length_s
        return None if is_here else show.recording.outside
    return page.outside if show.is_before and is_preview else None
