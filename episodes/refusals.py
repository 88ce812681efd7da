"""What is refused to those who rate films, each time with a sentence and a code.

Refused (media.refusals)
└── RatingRefused
    ├── RatingFromElsewhere     RAT-001
    ├── TooManyRatings          RAT-002
    └── RatingUnclear           RAT-003
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class RatingRefused(Refused):
    """A rating was not taken, and nothing was changed."""


class RatingFromElsewhere(RatingRefused):
    code = "RAT-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This came from another site, so we did not do it. Press again here.")


class TooManyRatings(RatingRefused):
    code = "RAT-002"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _("Very many people of your network rated films just now. Press again in an hour.")


class RatingUnclear(RatingRefused):
    code = "RAT-003"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Choose a number from 1 to 5.")
