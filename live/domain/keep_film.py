"""Put a public replay into the library of films: joined, handed over, encoded there.

The page plays the replay from its segments until the film is ready, and again while one that was
trimmed anew is being made.
"""

import logging
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from live.domain.film_chapters import write_film_chapters
from live.domain.film_keeper import film_keeper
from live.domain.film_lease import Lease, claim, free_films, give_back, owned
from live.domain.film_stretches import film_size_px, film_stretches
from live.domain.kept_air import kept_air
from live.models import Recording, ReplayFilm
from live.replay_tasks import join_replay
from media.domain.library_rights import open_collections
from media.domain.receive_upload import arrived_bytes, begin_upload, cancel_upload, finish_upload
from media.edition import new_edition
from media.enums import EncodingState
from media.errors import EncoderFailed, MediaError, Stopped
from media.gateways import film_store, upload_store
from media.gateways.ffmpeg.join_stretches import join_stretches
from media.gateways.ffmpeg.tools import find_tools
from media.models import Upload, Video
from media.refusals import LostBytes, Refused

# A task that was lost, or that went wrong, is asked for once more.
ASKED_AGAIN_AFTER = timedelta(minutes=5)

logger = logging.getLogger("live.replay")


def keep_films() -> int:
    """Ask workers to join the public replays that have no film; return how many were asked for.

    A film that is ready meanwhile takes the place of the segments.
    """
    public = Recording.objects.filter(is_public=True, video=None, length_s__gt=0)
    for recording in public:
        film, _ = ReplayFilm.objects.get_or_create(recording=recording)
        if film.version == recording.version:
            _show_when_ready(recording, film)
    now = timezone.now()
    asked = 0
    for film in free_films().exclude(asked_at__gt=now - ASKED_AGAIN_AFTER):
        if ReplayFilm.objects.filter(pk=film.pk, asked_at=film.asked_at).update(asked_at=now):
            join_replay.enqueue(film.pk)
            asked += 1
    return asked


def keep_film(film_id: int) -> bool:
    """Join the replay of the film `film_id` and hand it to the library; False: nothing to do.

    What goes wrong stands on the row, and is tried again a bounded number of times.
    """
    film = claim(film_id)
    if film is None:
        return False
    try:
        video = _hand_over(film)
        give_back(film, video=video, version=film.wanted_version, upload=None)
    except Stopped:
        logger.info("film of replay %s: not wanted any more from this worker", film.pk)
        give_back(film)
    except (MediaError, Refused) as error:
        logger.warning("film of replay %s: %s", film.pk, error.code)
        give_back(film, error_code=error.code)
    except Exception:  # a fault of ours must not leave the row leased
        logger.exception("film of replay %s", film.pk)
        give_back(film, error_code=EncoderFailed.code)
    return True


def _hand_over(film: ReplayFilm) -> Video:
    """Return the film of the library that holds the replay, in its first version or its next."""
    upload = film.upload
    if upload is not None and not _is_whole(upload):
        cancel_upload(upload)
        upload = None
    return finish_upload(upload or _join(film))


def _is_whole(upload: Upload) -> bool:
    try:
        return arrived_bytes(upload) == upload.size_bytes
    except LostBytes:
        return False


def _join(film: ReplayFilm) -> Upload:
    """Join the replay into one file and hand it over; return the upload that holds it."""
    kept = kept_air(film.recording)
    tools = find_tools(settings.FFMPEG_BINARY, settings.FFPROBE_BINARY)
    with film_store.scratch(f"replay-{film.pk}") as folder:
        target = join_stretches(
            film_stretches(kept),
            folder / "replay.mp4",
            tools,
            size_px=film_size_px(kept),
            should_stop=Lease(film).is_lost,
        )
        upload = _begin(film, target)
        upload_store.adopt_part(upload.key, target)
    return upload


def _begin(film: ReplayFilm, joined: Path) -> Upload:
    user = film_keeper(film.recording, film.video)
    collection = open_collections(user).first()
    with transaction.atomic():
        upload = begin_upload(
            user,
            _file_name(film.recording),
            joined.stat().st_size,
            collection.pk if collection else 0,
            film.video_id,
        )
        if not owned(film).update(upload=upload):
            raise Stopped
    return upload


def _file_name(recording: Recording) -> str:
    """Return the name from which the film's title is made: programme and day."""
    title = recording.run.programme.title.replace("/", "-").replace("\\", "-")
    return f"{title} {timezone.localtime(recording.run.started_at):%d.%m.%Y}.mp4"


def _show_when_ready(recording: Recording, film: ReplayFilm) -> None:
    """Let the page play the film, once the version that holds this replay is whole."""
    video = film.video
    latest = video.latest_encoding if video else None
    if video is None or latest is None or latest.state != EncodingState.READY:
        return
    with transaction.atomic():
        write_film_chapters(recording, video)
        waiting = Recording.objects.filter(
            pk=recording.pk, version=film.version, is_public=True, video=None
        )
        if waiting.update(video=video):
            new_edition()
