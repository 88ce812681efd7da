"""What is known of a film's source, in words for people who are not technicians."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from media.domain.durations import duration_label
from media.domain.sizes import size_label
from media.gateways.ffmpeg.facts import AudioFacts, SourceFacts, VideoFacts
from media.models import Encoding, Video

Facts = list[tuple[str, str]]


def film_facts(video: Video, encoding: Encoding | None) -> Facts:
    """Return pairs of (what, how) about the source of `video`, as `encoding` measured it."""
    lines: Facts = [
        (_("File"), video.original_name),
        (_("Size"), size_label(video.size_bytes)),
    ]
    if encoding is None or not encoding.facts:
        return [(what, how) for what, how in lines if how]
    facts = SourceFacts.from_json(encoding.facts)
    lines.append((_("Length"), duration_label(facts.duration_s)))
    lines.append((_("Picture"), _picture(facts.video) if facts.video else _("none, sound only")))
    lines.append((_("Sound"), _sound(facts.audio) if facts.audio else _("none, a silent film")))
    return lines


def quality_lines(encoding: Encoding | None) -> Facts:
    """Return pairs of (quality, what it weighs) for each rendition of `encoding`."""
    if encoding is None:
        return []
    return [
        (
            _("sound only") if rendition.height_px is None else rendition.name,
            _("%(rate)s Mbit/s on average, %(size)s")
            % {
                "rate": number_format(round(rendition.average_bitrate_bps / 1_000_000, 1), 1),
                "size": size_label(rendition.size_bytes),
            },
        )
        for rendition in encoding.renditions.all()
    ]


def _picture(facts: VideoFacts) -> str:
    words = [
        f"{facts.width_px} × {facts.height_px}",
        _("%(rate)s pictures per second") % {"rate": number_format(f"{float(facts.fps):.4g}")},
    ]
    if facts.height_px > facts.width_px:
        words.append(_("upright"))
    if facts.is_hdr:
        words.append(_("HDR colours, converted for ordinary screens"))
    if facts.is_interlaced:
        words.append(_("interlaced, smoothed"))
    if facts.is_vfr:
        words.append(_("uneven rhythm, made even"))
    return ", ".join(words)


def _sound(facts: AudioFacts) -> str:
    channels = {1: _("mono"), 2: _("stereo"), 6: "5.1", 8: "7.1"}
    return channels.get(facts.channels, _("%(number)s channels") % {"number": facts.channels})
