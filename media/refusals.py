"""What the library refuses from the team, each time with a sentence and a code.

Refused
├── UploadRefused
│   ├── NotLoggedIn             UPL-001
│   ├── ForeignOrigin           UPL-002
│   ├── MayNotAdd               UPL-003
│   ├── MayNotReplace           UPL-004
│   ├── UnknownUpload           UPL-005
│   ├── EmptyUpload             UPL-006
│   ├── TooLarge                UPL-007
│   ├── NoRoom                  UPL-008
│   ├── BusyUpload              UPL-009
│   ├── WrongOffset             UPL-010
│   ├── TooManyBytes            UPL-011
│   ├── MalformedRequest        UPL-012
│   ├── WrongContentType        UPL-013
│   ├── UnknownProtocol         UPL-014
│   ├── UnknownMethod           UPL-015
│   ├── LostBytes               UPL-016
│   └── TooSlow                 UPL-017
├── TrackRefused
│   ├── TrackTooLarge           TXT-001
│   ├── UnreadableText          TXT-002
│   ├── EmptyTrack              TXT-003
│   ├── NotATime                TXT-004
│   ├── WrongTime               TXT-005
│   ├── EndBeforeStart          TXT-006
│   ├── OutOfOrder              TXT-007
│   ├── WordsMissing            TXT-008
│   ├── TimeInWords             TXT-009
│   ├── BehindTheEnd            TXT-010
│   └── TooManyCues             TXT-011
├── ChaptersRefused
│   ├── FirstChapterLate        CHA-001
│   ├── SameStart               CHA-002
│   ├── ChapterBehindTheEnd     CHA-003
│   └── TooManyChapters         CHA-004
├── PosterRefused
│   ├── NoSuchCandidate         PIC-001
│   ├── NotAPicture             PIC-002
│   ├── PictureTooSmall         PIC-003
│   └── PictureTooHeavy         PIC-004
├── MayNotChange                LIB-001
└── StillUsed                   LIB-002
"""

from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Refused(Exception):
    """Something was refused, and nothing was changed.

    `str()` gives the sentence for the person, in the language that is active at that moment.
    `status` is the HTTP status that fits. The values given to the constructor fill the sentence.
    """

    code: ClassVar[str]
    sentence: ClassVar["_StrPromise"]
    status: ClassVar[HTTPStatus] = HTTPStatus.BAD_REQUEST

    def __init__(self, **values: object) -> None:
        super().__init__(self.code)
        self.values = values

    def __str__(self) -> str:
        return str(self.sentence) % self.values


class UploadRefused(Refused):
    """A file on its way in was not taken."""


class NotLoggedIn(UploadRefused):
    code = "UPL-001"
    status = HTTPStatus.UNAUTHORIZED
    sentence = _(
        "You are no longer logged in. Log in again in another tab, then resume here: "
        "what has arrived is kept."
    )


class ForeignOrigin(UploadRefused):
    code = "UPL-002"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This request came from another site. Upload from the film library of this site.")


class MayNotAdd(UploadRefused):
    code = "UPL-003"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "You may not add films to this collection. Choose another one, "
        "or ask an administrator for the right."
    )


class MayNotReplace(UploadRefused):
    code = "UPL-004"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "You may not replace the file of this film. Ask who added it, or an administrator."
    )


class UnknownUpload(UploadRefused):
    code = "UPL-005"
    status = HTTPStatus.NOT_FOUND
    sentence = _("This upload is not known any more. Choose the file again to start afresh.")


class EmptyUpload(UploadRefused):
    code = "UPL-006"
    sentence = _("This file is empty. Check it on your computer, then choose it again.")


class TooLarge(UploadRefused):
    code = "UPL-007"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    sentence = _(
        "This file is larger than %(limit)s, the most that is accepted here. "
        "Export the film in a smaller size, or ask the host to raise the limit."
    )


class NoRoom(UploadRefused):
    code = "UPL-008"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    sentence = _(
        "There is not enough room left on the server for this file. "
        "Delete films that nobody needs, or ask the host for room; then try again."
    )


class BusyUpload(UploadRefused):
    code = "UPL-009"
    status = HTTPStatus.LOCKED
    sentence = _(
        "This file is already being sent from another tab or connection. "
        "It goes on there; here, try again in a moment."
    )


class WrongOffset(UploadRefused):
    code = "UPL-010"
    status = HTTPStatus.CONFLICT
    sentence = _("Part of the file had already arrived. Resume: only what is missing will be sent.")


class TooManyBytes(UploadRefused):
    code = "UPL-011"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
    sentence = _(
        "More arrived than the file was announced to hold: it changed while it was being sent. "
        "Wait until its export is finished, then choose it again."
    )


class MalformedRequest(UploadRefused):
    code = "UPL-012"
    sentence = _(
        "The server did not understand this upload (%(part)s). Reload the page and try again."
    )


class WrongContentType(UploadRefused):
    code = "UPL-013"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE
    sentence = _("The server expected a piece of a file. Reload the page and try again.")


class UnknownProtocol(UploadRefused):
    code = "UPL-014"
    status = HTTPStatus.PRECONDITION_FAILED
    sentence = _("This page and the server do not speak the same version. Reload the page.")


class UnknownMethod(UploadRefused):
    code = "UPL-015"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    sentence = _("The server has no answer to this kind of request at this address.")


class LostBytes(UploadRefused):
    code = "UPL-016"
    status = HTTPStatus.GONE
    sentence = _("What had arrived of this file was lost. Choose the file again to start afresh.")


class TooSlow(UploadRefused):
    code = "UPL-017"
    status = HTTPStatus.REQUEST_TIMEOUT
    sentence = _("Nothing arrived for a while. Resume: what had arrived is kept.")


class TrackRefused(Refused):
    """A caption or subtitle file was not taken. `line`: counted from 1, as editors show it."""


class TrackTooLarge(TrackRefused):
    code = "TXT-001"
    sentence = _(
        "This file is larger than %(limit)s: it is probably not a caption file. "
        "Choose a file whose name ends in .vtt or .srt."
    )


class UnreadableText(TrackRefused):
    code = "TXT-002"
    sentence = _(
        "This file is not text, or its characters cannot be read. "
        "Save it again as “UTF-8”, in the WebVTT (.vtt) or SubRip (.srt) format."
    )


class EmptyTrack(TrackRefused):
    code = "TXT-003"
    sentence = _("There is not a single caption in this file. Check that you chose the right one.")


class NotATime(TrackRefused):
    code = "TXT-004"
    sentence = _(
        "Line %(line)s: a time was expected here, like 00:01:02.500 --> 00:01:05.000, "
        "but there is “%(found)s”. After an empty line, a new caption starts with its times."
    )


class WrongTime(TrackRefused):
    code = "TXT-005"
    sentence = _(
        "Line %(line)s: “%(found)s” is not a time that we can read. "
        "Write it as hours:minutes:seconds and three decimals, like 00:01:02.500."
    )


class EndBeforeStart(TrackRefused):
    code = "TXT-006"
    sentence = _("Line %(line)s: this caption ends before it starts. Put the earlier time first.")


class OutOfOrder(TrackRefused):
    code = "TXT-007"
    sentence = _(
        "Line %(line)s: this caption starts before the one above it. "
        "Put the captions into the order of their times."
    )


class WordsMissing(TrackRefused):
    code = "TXT-008"
    sentence = _(
        "Line %(line)s: this caption has times but no words. Write its words on the line below, "
        "or delete it."
    )


class TimeInWords(TrackRefused):
    code = "TXT-009"
    sentence = _(
        "Line %(line)s: a time stands in the middle of a caption. "
        "Leave an empty line before each new caption."
    )


class BehindTheEnd(TrackRefused):
    code = "TXT-010"
    sentence = _(
        "Line %(line)s: this caption is at %(time)s, but the film ends at %(end)s. "
        "Check that the file belongs to this version of the film."
    )


class TooManyCues(TrackRefused):
    code = "TXT-011"
    sentence = _(
        "This file holds more than %(limit)s captions, more than a film can show. "
        "Check that you chose the right one."
    )


class ChaptersRefused(Refused):
    """A list of chapters was not taken."""


class FirstChapterLate(ChaptersRefused):
    code = "CHA-001"
    sentence = _("The first chapter must start at 0:00. Add one, or move the first one there.")


class SameStart(ChaptersRefused):
    code = "CHA-002"
    sentence = _("Two chapters start at %(time)s. Change one of the times, or delete one of them.")


class ChapterBehindTheEnd(ChaptersRefused):
    code = "CHA-003"
    sentence = _("The chapter at %(time)s is behind the end of the film, which lasts %(end)s.")


class TooManyChapters(ChaptersRefused):
    code = "CHA-004"
    sentence = _("More than %(limit)s chapters cannot be shown. Delete some of them.")


class PosterRefused(Refused):
    """A poster was not taken."""


class NoSuchCandidate(PosterRefused):
    code = "PIC-001"
    sentence = _("This film has no such picture to choose. Reload the page and choose again.")


class NotAPicture(PosterRefused):
    code = "PIC-002"
    sentence = _("This file is not a picture that we can read. Choose a JPEG, PNG or WebP picture.")


class PictureTooSmall(PosterRefused):
    code = "PIC-003"
    sentence = _(
        "This picture is only %(width_px)s pixels wide. "
        "Choose one of at least %(least_px)s pixels, or it would look blurred."
    )


class PictureTooHeavy(PosterRefused):
    code = "PIC-004"
    sentence = _(
        "This picture is too large to be read here. "
        "Save it smaller (1920 pixels wide are enough), then choose it again."
    )


class MayNotChange(Refused):
    code = "LIB-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not change this film. Ask who added it, or an administrator.")


class StillUsed(Refused):
    code = "LIB-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This film is still shown by %(number)s of the site’s contents. "
        "Take it out of each of them first; nothing was deleted."
    )
