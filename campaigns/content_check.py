"""What a page with a film still lacks before one would show it with pride."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from media.enums import TrackKind


@dataclass(frozen=True)
class ContentCheck:
    """One thing a page should have, and whether it has it."""

    label: StrPromise
    is_met: bool
    remedy: StrPromise


def check_content(page: Any) -> list[ContentCheck]:
    """Return the checks for a page that may have `video`, `poster_picture` and a description.

    Nothing here blocks publishing: an editor may have good reasons. It only says what is missing.
    """
    video = page.video
    has_captions = bool(video) and any(
        track.kind == TrackKind.CAPTIONS for track in video.text_tracks.all()
    )
    has_poster = bool(page.poster_picture_id) or bool(
        video and (video.thumbnail or (video.current and video.current.poster_count))
    )
    return [
        ContentCheck(_("A film"), bool(video), _("Choose one in the field “Film”.")),
        ContentCheck(
            _("Captions"), has_captions, _("Add a WebVTT or SRT file on the film's own page.")
        ),
        ContentCheck(_("A poster"), has_poster, _("Choose a picture, or a frame of the film.")),
        ContentCheck(
            _("A description"),
            bool(page.search_description),
            _("Write the meta description under “Promote”: it is what search engines show."),
        ),
    ]
