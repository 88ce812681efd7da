"""What is refused to ambassadors, each time with a sentence and a code.

Refused (media.refusals)
└── AmbassadorRefused
    ├── AliasEmpty              AMB-001
    ├── AliasNotYours           AMB-002
    ├── AliasTaken              AMB-003
    ├── TooManyAsked            AMB-004
    ├── SentFromElsewhere       AMB-005
    ├── LinkIsOver              AMB-006
    ├── NothingToShare          AMB-007
    ├── MayNotFollowUp          AMB-101
    └── NoteMissing             AMB-102
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class AmbassadorRefused(Refused):
    """Something about an ambassador was refused, and nothing was changed."""


class AliasEmpty(AmbassadorRefused):
    code = "AMB-001"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Choose an alias with at least two letters or digits: it stands in the ranking.")


class AliasNotYours(AmbassadorRefused):
    code = "AMB-002"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("“%(alias)s” is somebody else here. Choose an alias of your own.")


class AliasTaken(AmbassadorRefused):
    code = "AMB-003"
    status = HTTPStatus.CONFLICT
    sentence = _("Another ambassador is called “%(alias)s” already. Add a vegetable to it.")


class TooManyAsked(AmbassadorRefused):
    code = "AMB-004"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Very many people of your network asked just now. Nothing you typed is lost: press again "
        "in an hour."
    )


class SentFromElsewhere(AmbassadorRefused):
    code = "AMB-005"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This came from another site, so we did not do it. Press again here.")


class LinkIsOver(AmbassadorRefused):
    code = "AMB-006"
    status = HTTPStatus.GONE
    sentence = _(
        "This link was used already, or it is older than a day. Ask for a new one: it takes a "
        "minute, and nothing is lost."
    )


class NothingToShare(AmbassadorRefused):
    code = "AMB-007"
    status = HTTPStatus.NOT_FOUND
    sentence = _("This campaign is not on the site any more. Choose another one.")


class MayNotFollowUp(AmbassadorRefused):
    code = "AMB-101"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may read this list, but not write notes in it. Ask an administrator.")


class NoteMissing(AmbassadorRefused):
    code = "AMB-102"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write what was said, on a day that is not ahead of us: a colleague reads it.")
