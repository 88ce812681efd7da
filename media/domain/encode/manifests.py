"""Write the manifests of a version from its rows, as it grows and when it is done."""

from media.domain.encode.parts import MANIFEST, Parts, Segments
from media.enums import VideoState
from media.gateways import film_store
from media.gateways.ffmpeg.manifests import media_manifest
from media.gateways.ffmpeg.segments import INIT_NAME
from media.models import Encoding, Video


def refresh_manifests(encoding: Encoding) -> None:
    """Publish what can be played so far. The caller holds the lock on the version's row.

    Sound comes first: a film is not offered before it can be heard.
    """
    parts = Parts(encoding)
    if parts.is_playable:
        publish_manifests(encoding, parts, parts.pictures, is_complete=False)
        Encoding.objects.filter(pk=encoding.pk).update(has_hls=True)
        encoding.has_hls = True
    if encoding.is_playable:
        Video.objects.filter(pk=encoding.video_id, current=None).update(
            current=encoding, state=VideoState.ENCODING
        )


def publish_manifests(
    encoding: Encoding, parts: Parts, pictures: dict[str, Segments], *, is_complete: bool
) -> None:
    """Write one manifest per track, then the master that leads to them."""
    for name, segments in parts.tracks(pictures).items():
        text = media_manifest(
            segments,
            init_uri=INIT_NAME,
            is_complete=is_complete or _is_whole(parts, name),
            longest_s=0 if is_complete else parts.plan.longest_segment_s,
        )
        film_store.publish_text(text, f"{encoding.folder}/{name}/{MANIFEST}")
    with film_store.local_files(encoding.folder, parts.inits(pictures)) as folder:
        master = parts.master(folder, pictures)
    film_store.publish_text(master, f"{encoding.folder}/master.m3u8")


def _is_whole(parts: Parts, name: str) -> bool:
    """Say whether nothing more will come of this track: the sound and the copy are made whole."""
    return name not in parts.plan.encoded_rungs
