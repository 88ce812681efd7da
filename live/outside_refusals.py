"""What is refused as the address of an outside live or replay: a sentence says what to paste.

Refused (media.refusals)
└── OutsideRefused
    ├── AddressUnreadable       OUT-001
    ├── NotEncrypted            OUT-002
    ├── HostNotPlain            OUT-003
    ├── NoVideoNamed            OUT-004
    └── SiteUnknown             OUT-005
"""

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class OutsideRefused(Refused):
    """An address was not taken."""


class AddressUnreadable(OutsideRefused):
    code = "OUT-001"
    sentence = _(
        "This is no complete address. Open the page on which one watches, and copy all that stands "
        "in the address bar: https://…"
    )


class NotEncrypted(OutsideRefused):
    code = "OUT-002"
    sentence = _("This address does not begin with https://. Paste the one that does.")


class HostNotPlain(OutsideRefused):
    code = "OUT-003"
    sentence = _(
        "The site’s name in this address carries something that does not belong there: a name and "
        "password, a port, a number in place of a name, or letters that only look like others. "
        "Paste the address as the site shows it, such as https://tube.example.org/w/…"
    )


class NoVideoNamed(OutsideRefused):
    code = "OUT-004"
    sentence = _(
        "This address on %(site)s names no single video. A channel or a playlist will not do: "
        "open the live itself and paste that address, such as %(example)s"
    )


class SiteUnknown(OutsideRefused):
    code = "OUT-005"
    sentence = _(
        "We cannot show this one. Paste the page of a video on PeerTube (https://…/w/…), YouTube "
        "or Vimeo, or an HLS address (https://….m3u8)."
    )
