"""What is refused about feeds, each time with a sentence and a code.

Refused (media.refusals)
└── FeedRefused
    ├── DoorRefused                     nothing was received
    │   ├── KeyUnknown          FED-001
    │   ├── FeedBusy            FED-002
    │   ├── PlaceUnknown        FED-003
    │   ├── NotRtmp             FED-004
    │   ├── NothingToPlayHere   FED-005
    │   ├── InvitationOver      FED-006
    │   ├── GuestUnfit          FED-007
    │   ├── CameFromElsewhere   FED-008
    │   ├── PassphraseWrong     FED-009
    │   ├── DoorFull            FED-010
    │   ├── NotPushed           FED-011
    │   ├── CallerUnknown       FED-012
    │   ├── CallUnreadable      FED-013
    │   └── NotAsked            FED-014
    ├── SourceUnfit                     it was received, and could not go on
    │   ├── PictureMissing      FED-020
    │   ├── PictureUnfit        FED-021
    │   ├── SoundUnfit          FED-022
    │   ├── KeyframesTooRare    FED-023
    │   ├── TooHeavy            FED-024
    │   ├── AheadOfTime         FED-025
    │   ├── StreamUnreadable    FED-026
    │   ├── NoRoomLeft          FED-027
    │   ├── MachineTooSlow      FED-028
    │   └── NotTransportStream  FED-029
    └── DeskRefused                     in the CMS
        ├── MayNotDirect        FED-040
        ├── FeedNameMissing     FED-041
        └── FeedNameTaken       FED-042
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class FeedRefused(Refused):
    """A feed was not received, or not changed."""


class DoorRefused(FeedRefused):
    """Somebody was not let in; whoever publishes already goes on."""


class KeyUnknown(DoorRefused):
    code = "FED-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "This stream key opens nothing: it was changed, revoked or copied with a fault. "
        "Ask the team for the key once more."
    )


class FeedBusy(DoorRefused):
    code = "FED-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "Somebody already sends on this feed. Stop the other sender, or take another feed; "
        "after a broken connection wait ten seconds."
    )


class PlaceUnknown(DoorRefused):
    code = "FED-003"
    status = HTTPStatus.NOT_FOUND
    sentence = _(
        "The server’s address ends with /live, and the stream key stands in its own field."
    )


class NotRtmp(DoorRefused):
    code = "FED-004"
    sentence = _("What arrives here is not RTMP, or is damaged. Start the stream once more.")


class NothingToPlayHere(DoorRefused):
    code = "FED-005"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This address only receives. The programme’s page shows what is on air.")


class InvitationOver(DoorRefused):
    code = "FED-006"
    status = HTTPStatus.GONE
    sentence = _("This link is over, or was copied with a fault. Ask the team for another one.")


class GuestUnfit(DoorRefused):
    code = "FED-007"
    sentence = _(
        "This browser records in a way that we cannot send on. "
        "Please join with Chrome, Edge or Safari in its newest version."
    )


class CameFromElsewhere(DoorRefused):
    code = "FED-008"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This came from another site. Open the link that the team sent you.")


class PassphraseWrong(DoorRefused):
    code = "FED-009"
    status = HTTPStatus.FORBIDDEN
    sentence = _(
        "The passphrase of this SRT address is wrong or missing. Copy both once more; "
        "with another stream key both are others."
    )


class DoorFull(DoorRefused):
    code = "FED-010"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    sentence = _("More senders than we can take are here already. Tell the technical team.")


class NotPushed(DoorRefused):
    code = "FED-011"
    status = HTTPStatus.GONE
    sentence = _("What nginx receives does not arrive here. Start the stream once more.")


class CallerUnknown(DoorRefused):
    code = "FED-012"
    status = HTTPStatus.FORBIDDEN
    sentence = _("Only our own nginx may ask here, with its secret.")


class CallUnreadable(DoorRefused):
    code = "FED-013"
    sentence = _("This is not what nginx’s RTMP module asks.")


class NotAsked(DoorRefused):
    code = "FED-014"
    status = HTTPStatus.SERVICE_UNAVAILABLE
    sentence = _("The database does not answer just now. Start the stream once more.")


class SourceUnfit(FeedRefused):
    """What arrived could not be sent on; the session ends as broken."""


class PictureMissing(SourceUnfit):
    code = "FED-020"
    sentence = _("There is no picture in this stream. Add a camera or a scene, then start again.")


class PictureUnfit(SourceUnfit):
    code = "FED-021"
    sentence = _(
        "This picture cannot be sent on as it is. Set the encoder to H.264, 8 bits, 4:2:0 "
        "(profile “high” or “main”), then start again."
    )


class SoundUnfit(SourceUnfit):
    code = "FED-022"
    sentence = _("This sound cannot be sent on as it is. Set the encoder to AAC, then start again.")


class KeyframesTooRare(SourceUnfit):
    code = "FED-023"
    sentence = _(
        "Keyframes come too rarely in this stream. Set the keyframe interval to 1 or 2 seconds, "
        "then start again."
    )


class TooHeavy(SourceUnfit):
    code = "FED-024"
    sentence = _(
        "This stream is heavier than 20 Mbit/s. Lower the bitrate, 4 to 6 Mbit/s is enough."
    )


class AheadOfTime(SourceUnfit):
    code = "FED-025"
    sentence = _("This stream runs faster than the clock. Send it at its own speed.")


class StreamUnreadable(SourceUnfit):
    code = "FED-026"
    sentence = _(
        "This stream could not be read any further. Start it once more; "
        "if that happens again, restart the encoder."
    )


class NoRoomLeft(SourceUnfit):
    code = "FED-027"
    sentence = _("There is no room left on our disk. Tell the technical team.")


class MachineTooSlow(SourceUnfit):
    code = "FED-028"
    sentence = _("Our machine does not keep up with this stream. Tell the technical team.")


class NotTransportStream(SourceUnfit):
    code = "FED-029"
    sentence = _("What arrives by SRT is not an MPEG transport stream. Set the encoder to MPEG-TS.")


class DeskRefused(FeedRefused):
    """A change of feeds in the CMS was not made."""


class MayNotDirect(DeskRefused):
    code = "FED-040"
    status = HTTPStatus.FORBIDDEN
    sentence = _("Only those who may publish this programme may change its feeds.")


class FeedNameMissing(DeskRefused):
    code = "FED-041"
    sentence = _(
        "Give the feed a name of at most 60 characters, for example “Studio” or “Nairobi”."
    )


class FeedNameTaken(DeskRefused):
    code = "FED-042"
    status = HTTPStatus.CONFLICT
    sentence = _("This programme already has a feed of that name. Choose another one.")


def refusal_of(code: str) -> SourceUnfit | None:
    """Return the refusal that ended a session with `code`; None when no such code is ours."""
    return next((kind() for kind in SourceUnfit.__subclasses__() if kind.code == code), None)


def sentence_of(code: str) -> str:
    """Return the sentence that explains `code` to the team; empty when no such code is ours."""
    return str(refusal_of(code) or "")
