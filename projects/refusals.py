"""What is refused about projects, each time with a sentence and a code.

Refused (media.refusals)
└── ProjectRefused
    ├── ProposalEmpty           PRJ-001
    ├── NotYourName             PRJ-002
    ├── NothingNeeded           PRJ-003
    ├── TooManyProposed         PRJ-004
    ├── TooManyWaiting          PRJ-005
    ├── SentFromElsewhere       PRJ-006
    ├── LinkIsOver              PRJ-007
    ├── NotToChange             PRJ-008
    ├── NotToSend               PRJ-009
    ├── NotShown                PRJ-010
    ├── NewsEmpty               PRJ-011
    ├── TooManyNews             PRJ-012
    ├── PictureRefused
    │   ├── NoPicture           PRJ-021
    │   ├── PictureTooHeavy     PRJ-022
    │   └── PictureTooSmall     PRJ-023
    ├── OfferRefused
    │   ├── OfferEmpty          PRJ-031
    │   ├── NotLooking          PRJ-032
    │   ├── AlreadyAnswered     PRJ-033
    │   └── AnswerMissing       PRJ-034
    └── DeskRefused
        ├── PledgeNotFree       PRJ-102
        ├── AlreadyAdopted      PRJ-103
        └── NoPledge            PRJ-104
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class ProjectRefused(Refused):
    """Something about a project was refused, and nothing was changed."""


class ProposalEmpty(ProjectRefused):
    code = "PRJ-001"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _(
        "Some words are missing: who you are, what is needed, for whom, and what the project is. "
        "Only signs that nobody can read do not count."
    )


class NotYourName(ProjectRefused):
    code = "PRJ-002"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("“%(name)s” is somebody else here. Write your own name; it stands on the page.")


class NothingNeeded(ProjectRefused):
    code = "PRJ-003"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("A quantity of nothing helps nobody. Write how much is needed, or leave it empty.")


class TooManyProposed(ProjectRefused):
    code = "PRJ-004"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Very many people of your network wrote to us just now. Nothing you typed is lost: press "
        "again in an hour."
    )


class TooManyWaiting(ProjectRefused):
    code = "PRJ-005"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Five projects of this mailbox wait for us already. Let us read those first: you hear of "
        "each by e-mail."
    )


class SentFromElsewhere(ProjectRefused):
    code = "PRJ-006"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This came from another site, so we did not do it. Press again here.")


class LinkIsOver(ProjectRefused):
    code = "PRJ-007"
    status = HTTPStatus.GONE
    sentence = _(
        "This link was used already, or it is older than a day. Ask for a new one: it takes a "
        "minute, and nothing is lost."
    )


class NotToChange(ProjectRefused):
    code = "PRJ-008"
    status = HTTPStatus.CONFLICT
    sentence = _("This project cannot be changed at the moment: it is “%(state)s”.")


class NotToSend(ProjectRefused):
    code = "PRJ-009"
    status = HTTPStatus.CONFLICT
    sentence = _("There is nothing to send: the project is “%(state)s”. Reload the page.")


class NotShown(ProjectRefused):
    code = "PRJ-010"
    status = HTTPStatus.CONFLICT
    sentence = _("That needs a project that everybody sees, and this one is “%(state)s”.")


class NewsEmpty(ProjectRefused):
    code = "PRJ-011"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write a few words: signs that nobody can read are no news.")


class TooManyNews(ProjectRefused):
    code = "PRJ-012"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _("That is a lot of news for one day. Nothing is lost: send these tomorrow.")


class PictureRefused(ProjectRefused):
    """A picture was not taken."""

    status = HTTPStatus.UNPROCESSABLE_ENTITY


class NoPicture(PictureRefused):
    code = "PRJ-021"
    sentence = _(
        "This file is not a picture that we can read. Choose a JPEG, PNG or WebP picture; your "
        "words are still there."
    )


class PictureTooHeavy(PictureRefused):
    code = "PRJ-022"
    sentence = _(
        "This picture is too large to be read here: 10 MB at most. Save it smaller, then choose it "
        "again; your words are still there."
    )


class PictureTooSmall(PictureRefused):
    code = "PRJ-023"
    sentence = _(
        "This picture has fewer than 300 points on one side, and would look blurred. Choose a "
        "larger one; your words are still there."
    )


class OfferRefused(ProjectRefused):
    """An offer to become a godparent was not taken."""


class OfferEmpty(OfferRefused):
    code = "PRJ-031"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Some words are missing: which firm, who speaks for it, and what it would give.")


class NotLooking(OfferRefused):
    code = "PRJ-032"
    status = HTTPStatus.CONFLICT
    sentence = _("This project looks for no godparent at the moment. Others do: see the list.")


class AlreadyAnswered(OfferRefused):
    code = "PRJ-033"
    status = HTTPStatus.CONFLICT
    sentence = _("%(winner)s has answered this offer meanwhile. Read the answer below.")


class AnswerMissing(OfferRefused):
    code = "PRJ-034"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write an answer: somebody waits for it in a mailbox.")


class DeskRefused(ProjectRefused):
    """The team cannot do this."""


class PledgeNotFree(DeskRefused):
    code = "PRJ-102"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This pledge cannot be linked: it is a draft, it is over, or it is another project’s. "
        "Choose one of the list."
    )


class AlreadyAdopted(DeskRefused):
    code = "PRJ-103"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "This project is adopted by %(sponsor)s, whose pledge is signed. One godparent each: take "
        "that link off first, with a reason."
    )


class NoPledge(DeskRefused):
    code = "PRJ-104"
    status = HTTPStatus.CONFLICT
    sentence = _("No pledge is linked to this project. Reload the page.")
