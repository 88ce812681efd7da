"""Screens of the film library, under /admin/.

wagtailmedia's own addresses are answered by our views: they stand before its own.
"""

from django.urls import path, re_path

from media.views.adding import add_films, forget_upload, replace_film
from media.views.deleting import delete_film
from media.views.film import edit_film
from media.views.film_parts import (
    add_track,
    download_track,
    encode_again,
    remove_track,
    set_chapters,
    set_poster,
)
from media.views.library import LibraryView, films_progress

_TRACK = r"^(?P<media_id>\d+)/(?P<kind>captions|subtitles)-(?P<language>[A-Za-z-]{2,10})"

in_place_of_wagtailmedia = [
    path("media/", LibraryView.as_view()),
    re_path(r"^media/(?P<media_type>audio|video|media)/add/$", add_films),
    path("media/edit/<int:media_id>/", edit_film),
    path("media/delete/<int:media_id>/", delete_film),
    # A form in a window that closes is no place for a film of gigabytes.
    re_path(r"^media/(?P<media_type>audio|video)/chooser/upload/$", add_films),
]

urlpatterns = [
    path("results/", LibraryView.as_view(results_only=True), name="results"),
    path("progress/", films_progress, name="progress"),
    path("uploads/<str:key>/forget/", forget_upload, name="forget_upload"),
    path("<int:media_id>/encode/", encode_again, name="encode"),
    path("<int:media_id>/poster/", set_poster, name="poster"),
    path("<int:media_id>/chapters/", set_chapters, name="chapters"),
    path("<int:media_id>/replace/", replace_film, name="replace"),
    path("<int:media_id>/tracks/", add_track, name="add_track"),
    re_path(rf"{_TRACK}/remove/$", remove_track, name="remove_track"),
    re_path(rf"{_TRACK}\.vtt$", download_track, name="download_track"),
]
