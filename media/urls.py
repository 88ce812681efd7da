"""Addresses of films that are not encoded files: their state, words, chapters, source."""

from django.urls import path, re_path

from media.views.original import video_original
from media.views.playing import video_chapters, video_status, video_track

_FILM = r"^(?P<public_id>[0-9a-f]{24})/(?P<grant>[\w:.=-]+)"

urlpatterns = [
    path("<int:video_id>/original", video_original, name="video_original"),
    re_path(rf"{_FILM}/status\.json$", video_status, name="video_status"),
    re_path(
        rf"{_FILM}/(?P<kind>captions|subtitles)-(?P<language>[A-Za-z-]{{2,10}})\.vtt$",
        video_track,
        name="video_track",
    ),
    re_path(
        rf"{_FILM}/chapters-(?P<language>[A-Za-z-]{{2,10}})\.vtt$",
        video_chapters,
        name="video_chapters",
    ),
]
