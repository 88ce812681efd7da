"""The demo's films and posters, put into the library the way an editor would."""

import shutil
from io import BytesIO
from pathlib import Path

from django.conf import settings
from django.core.files.images import ImageFile
from wagtail.models import Collection

from media.domain.receive_upload import begin_upload, finish_upload
from media.enums import TrackKind
from media.gateways import film_store, upload_store
from media.gateways.ffmpeg.tools import find_tools
from media.models import Chapter, Picture, TextTrack, Video
from portal.demo.drawing import typeset
from portal.demo.films import render_film
from portal.demo.posters import BY_SLUG as SCENES
from portal.demo.posters import draw_poster
from portal.demo.screenplay import Film, chapters
from portal.demo.scripts import BY_SLUG, FILMS
from users.models import User

FONTS = Path(settings.BASE_DIR, "portal", "static", "vendor", "fonts")
POSTER_SIZE_PX = (1600, 900)


def make_films(editor: User) -> dict[str, Video]:
    """Put every film that is missing into the library, still without its file; return all.

    Drawing the films takes longer than a person wants to wait for a site: `render_source` does
    that later, in the worker.
    """
    known = {video.original_name: video for video in Video.objects.all()}
    return {film.slug: known.get(film.file_name) or _make_film(film, editor) for film in FILMS}


def films_without_source() -> list[str]:
    """Return the slugs of the films that are still to be drawn."""
    names = set(Video.objects.filter(file="").values_list("original_name", flat=True))
    return [film.slug for film in FILMS if film.file_name in names]


def render_source(slug: str) -> None:
    """Draw the film `slug` and upload it, unless it has its file already."""
    film = BY_SLUG[slug]
    video = Video.objects.filter(original_name=film.file_name, file="").first()
    if video is None:
        return
    tools = find_tools(settings.FFMPEG_BINARY, settings.FFPROBE_BINARY)
    with film_store.scratch("demo") as folder:
        target = folder / film.file_name
        render_film(
            film,
            target,
            work_dir=folder / "work",
            fonts_dir=FONTS,
            ffmpeg=tools.ffmpeg,
            espeak=shutil.which("espeak-ng"),
        )
        size_bytes = target.stat().st_size
        editor = video.uploaded_by_user
        upload = begin_upload(editor, film.file_name, size_bytes, video.collection_id, video.pk)
        upload_store.adopt_part(upload.key, target)
        finish_upload(upload)


def make_posters() -> dict[str, Picture]:
    """Draw every poster that the library lacks; return all by slug."""
    known = {picture.title: picture for picture in Picture.objects.all()}
    landscapes = [slug for slug, scene in SCENES.items() if scene.canvas == POSTER_SIZE_PX]
    return {slug: known.get(_poster_title(slug)) or _make_poster(slug) for slug in landscapes}


def _poster_title(slug: str) -> str:
    return f"Affiche {slug}"


def _make_poster(slug: str) -> Picture:
    drawn = draw_poster(SCENES[slug], POSTER_SIZE_PX, fonts_dir=FONTS, lettered=False)
    return Picture.objects.create(
        title=_poster_title(slug), file=ImageFile(BytesIO(drawn), name=f"{slug}.png")
    )


def _make_film(film: Film, editor: User) -> Video:
    video = Video.objects.create(
        title=typeset(film.title),
        description=typeset(film.description),
        original_name=film.file_name,
        type="audio" if film.is_audio_only else "video",
        duration=film.duration_s,
        collection=Collection.get_first_root_node(),
        uploaded_by_user=editor,
    )
    lines = film.lines()
    french = [(line.start_s, line.end_s, typeset(line.text)) for line in lines]
    english = [(line.start_s, line.end_s, line.english) for line in lines if line.english]
    _add_track(video, TrackKind.CAPTIONS, "fr", french)
    if len(english) == len(french):
        _add_track(video, TrackKind.SUBTITLES, "en", english)
    Chapter.objects.bulk_create(
        Chapter(video=video, start_s=int(chapter.start_s), title=typeset(chapter.title))
        for chapter in chapters(film)
    )
    return video


def _add_track(
    video: Video, kind: TrackKind, language: str, cues: list[tuple[float, float, str]]
) -> None:
    TextTrack.objects.create(
        video=video,
        kind=kind,
        language=language,
        cues=[{"start_s": start, "end_s": end, "text": text} for start, end, text in cues],
    )
