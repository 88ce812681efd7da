"""What can go wrong with a film, told to an editor in one breath.

MediaError
├── SourceRefused            the file itself: trying again is useless
│   ├── EmptyFile            MED-001
│   ├── NotAFilm             MED-002
│   │   ├── PictureFile      MED-003
│   │   └── PlaylistFile     MED-004
│   ├── DamagedFile          MED-005
│   ├── NothingToPlay        MED-006
│   ├── PictureTooLarge      MED-007
│   ├── FilmTooLong          MED-008
│   ├── TooManyStreams       MED-009
│   ├── SourceTooHeavy       MED-010
│   └── RecordingGone        MED-011
└── EncoderTrouble           our machines: a later try may succeed
    ├── EncoderTimedOut      MED-020
    ├── EncoderOutOfMemory   MED-021
    ├── EncoderFailed        MED-022
    ├── OutputRejected       MED-023
    ├── DiskFull             MED-024
    ├── EncoderMissing       MED-025
    └── WorkerDied           MED-026

Stopped                      not a failure: the caller asked for it
"""

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Stopped(Exception):
    """The caller's `should_stop` answered yes and the encoder was killed."""


class MediaError(Exception):
    """A film could not be read or encoded.

    `summary` says what happened, `remedy` what to do now; both are for editors. `detail` is
    for the log. `is_final` tells whether another try with the same file is useless.
    """

    code: ClassVar[str]
    summary: ClassVar["_StrPromise"]
    remedy: ClassVar["_StrPromise"]
    is_final: ClassVar[bool] = False

    def __init__(self, detail: str = "") -> None:
        super().__init__(f"{self.code} {detail}".rstrip())
        self.detail = detail


class SourceRefused(MediaError):
    """The uploaded file can never become a film here."""

    is_final = True


class EmptyFile(SourceRefused):
    code = "MED-001"
    summary = _("This file is empty: nothing arrived when it was sent.")
    remedy = _("Send the file again; if it stays empty, export the film once more.")


class NotAFilm(SourceRefused):
    code = "MED-002"
    summary = _("This file holds no film or sound, whatever its name says.")
    remedy = _("Choose the film itself, for instance an MP4, MOV, MKV or WebM file.")


class PictureFile(NotAFilm):
    code = "MED-003"
    summary = _("This file is a picture, not a film.")
    remedy = _("Add it to the picture library, or choose the film itself.")


class PlaylistFile(NotAFilm):
    code = "MED-004"
    summary = _("This file is only a list that points to other files.")
    remedy = _("Choose the film itself, for instance an MP4, MOV, MKV or WebM file.")


class DamagedFile(SourceRefused):
    code = "MED-005"
    summary = _("This file cannot be read: it is damaged, or its end is missing.")
    remedy = _(
        "Check that it plays to the end on your computer, then send it again "
        "or export it once more as MP4."
    )


class NothingToPlay(SourceRefused):
    code = "MED-006"
    summary = _("This file opens, but has neither a picture nor a sound that we can play.")
    remedy = _("Export the film as MP4 (H.264 picture, AAC sound), then send it again.")


class PictureTooLarge(SourceRefused):
    code = "MED-007"
    summary = _("The picture of this film is larger than 8K, more than we can encode.")
    remedy = _("Export the film in 4K (3840 × 2160) or smaller, then send it again.")


class FilmTooLong(SourceRefused):
    code = "MED-008"
    summary = _("This film lasts more than twelve hours, more than we can encode in one piece.")
    remedy = _("Cut it into several parts, then send each of them.")


class TooManyStreams(SourceRefused):
    code = "MED-009"
    summary = _("This file carries too many tracks (pictures, sounds or subtitles).")
    remedy = _("Export the film with one picture track and one sound track, then send it again.")


class SourceTooHeavy(SourceRefused):
    code = "MED-010"
    summary = _("Reading this file asks for far more time or memory than a film should.")
    remedy = _("Export the film once more as MP4 (H.264 picture, AAC sound), then send it again.")


class RecordingGone(SourceRefused):
    code = "MED-011"
    summary = _("Files of this recording are gone from the disk: no film can be made of it.")
    remedy = _(
        "Tell the technical team: they can bring the folder of live programmes back from a copy. "
        "Otherwise take the replay off the site."
    )


class EncoderTrouble(MediaError):
    """Something failed on our side; the same file may pass later."""


class EncoderTimedOut(EncoderTrouble):
    code = "MED-020"
    summary = _("Encoding this film took too long and was stopped.")
    remedy = _("Nothing to do: it will be tried again. If this goes on, tell the technical team.")


class EncoderOutOfMemory(EncoderTrouble):
    code = "MED-021"
    summary = _("Encoding this film needed more memory than this machine can give.")
    remedy = _("Nothing to do: it will be tried again. If this goes on, tell the technical team.")


class EncoderFailed(EncoderTrouble):
    code = "MED-022"
    summary = _("Encoding this film stopped half-way.")
    remedy = _("Nothing to do: it will be tried again. If this goes on, tell the technical team.")


class OutputRejected(EncoderTrouble):
    code = "MED-023"
    summary = _("The encoded film did not pass our checks, so it was not published.")
    remedy = _("Nothing to do: it will be tried again. If this goes on, tell the technical team.")


class DiskFull(EncoderTrouble):
    code = "MED-024"
    summary = _("There is no room left on the disk for the encoded film.")
    remedy = _("Tell the technical team; encoding goes on once there is room again.")


class EncoderMissing(EncoderTrouble):
    code = "MED-025"
    summary = _("This machine has no film encoder.")
    remedy = _("Tell the technical team that ffmpeg must be installed.")


class WorkerDied(EncoderTrouble):
    code = "MED-026"
    summary = _("The machine that encodes stopped each time it came to this film.")
    remedy = _("Export the film once more as MP4, or tell the technical team, then try again.")


def error_for_code(code: str) -> type[MediaError]:
    """Return the kind of error that carries `code`; an unknown one counts as EncoderFailed."""
    return _by_code(MediaError).get(code, EncoderFailed)


def _by_code(kind: type[MediaError]) -> dict[str, type[MediaError]]:
    own = {kind.code: kind} if hasattr(kind, "code") else {}
    for child in kind.__subclasses__():
        own |= _by_code(child)
    return own
