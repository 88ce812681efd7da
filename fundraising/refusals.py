"""What is refused about collection pages, each time with a sentence and a code.

Refused (media.refusals)
└── CollectionRefused
    ├── FundClosed              COL-001
    ├── TooManyPages            COL-002
    ├── SentFromElsewhere       COL-003
    ├── NotYourName             COL-004
    ├── LinkIsOver              COL-005
    ├── NotToSend               COL-006
    ├── NotToChange             COL-007
    ├── NotToClose              COL-009
    ├── PageEmpty               COL-010
    ├── NotAnImage              COL-011
    ├── ImageTooHeavy           COL-012
    ├── ImageTooSmall           COL-013
    ├── ThanksRefused
    │   ├── ThanksEmpty         THX-001
    │   ├── ThanksHeld          THX-002
    │   ├── NobodyToThank       THX-003
    │   ├── TooManyThanks       THX-004
    │   └── NotToThank          THX-005
    ├── ReceiptRefused
    │   ├── NoReceiptsHere      RCP-001
    │   ├── NoReceiptForThis    RCP-002
    │   ├── ReceiptCancelled    RCP-003
    │   ├── ReceiptReplaced     RCP-004
    │   └── YearNotOver         RCP-005
    ├── NewsRefused
    │   ├── NewsEmpty           NWS-001
    │   ├── TooManyNews         NWS-002
    │   └── NoNewsNow           NWS-003
    ├── TeamRefused
    │   ├── TeamNameless        TEM-001
    │   ├── AlreadyInTeam       TEM-002
    │   ├── NotToJoin           TEM-003
    │   ├── InviteIsOver        TEM-004
    │   ├── OtherCause          TEM-005
    │   ├── TeamIsFull          TEM-006
    │   └── TooManyTeams        TEM-007
    └── GiftRefused
        ├── NoGiftsNow          GFT-001
        ├── TooManyGifts        GFT-002
        ├── GiftUnknown         GFT-003
        ├── WrongCurrency       GFT-004
        ├── ProviderAway        GFT-005
        ├── ProviderSilent      GFT-006
        ├── NotToRefund         GFT-007
        ├── NoMonthlyHere       GFT-008
        ├── NotToStop           GFT-009
        └── TooManyKnocks       GFT-010
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class CollectionRefused(Refused):
    """Something about a collection page was refused, and nothing was changed."""


class FundClosed(CollectionRefused):
    code = "COL-001"
    status = HTTPStatus.CONFLICT
    sentence = _("Nobody can collect for this cause at the moment. Choose another one.")


class TooManyPages(CollectionRefused):
    code = "COL-002"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Many pages were opened from your network just now, so this one was not. "
        "Nothing you typed is lost: press again in an hour."
    )


class SentFromElsewhere(CollectionRefused):
    code = "COL-003"
    status = HTTPStatus.FORBIDDEN
    sentence = _("This came from another site, so we did not do it. Press again here.")


class NotYourName(CollectionRefused):
    code = "COL-004"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _(
        "“%(name)s” is somebody else here, and nobody collects under another’s name. "
        "Write your own; what you collect for can stand in the title."
    )


class LinkIsOver(CollectionRefused):
    code = "COL-005"
    status = HTTPStatus.GONE
    sentence = _(
        "This link was used already, or it is older than a day. Ask for a new one: it takes a "
        "minute, and nothing is lost."
    )


class NotToSend(CollectionRefused):
    code = "COL-006"
    status = HTTPStatus.CONFLICT
    sentence = _("This page is “%(state)s”: there is nothing to send.")


class NotToChange(CollectionRefused):
    code = "COL-007"
    status = HTTPStatus.CONFLICT
    sentence = _("This page is “%(state)s”: it can no longer be changed.")


class NotToClose(CollectionRefused):
    code = "COL-009"
    status = HTTPStatus.CONFLICT
    sentence = _("Only a page that everybody sees can be closed; this one is “%(state)s”.")


class PageEmpty(CollectionRefused):
    code = "COL-010"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write your name and your reason in letters: people want to know why they give.")


class NotAnImage(CollectionRefused):
    code = "COL-011"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("We cannot read this picture. Choose a JPEG, PNG or WebP file.")


class ImageTooHeavy(CollectionRefused):
    code = "COL-012"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("This picture is too large: 10 MB and 40 million points at most.")


class ImageTooSmall(CollectionRefused):
    code = "COL-013"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("This picture is too small: at least 300 points each way, or it looks like peas.")


class ThanksRefused(CollectionRefused):
    """A note of thanks was not sent to anybody."""


class ThanksEmpty(ThanksRefused):
    code = "THX-001"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write a few words first: an empty envelope thanks nobody.")


class ThanksHeld(ThanksRefused):
    code = "THX-002"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _(
        "A word in it stands on our stop list, so it was not sent. Say it in another way: what you "
        "typed is still there."
    )


class NobodyToThank(ThanksRefused):
    code = "THX-003"
    status = HTTPStatus.CONFLICT
    sentence = _("Everybody was thanked already. Each gift is thanked for once.")


class TooManyThanks(ThanksRefused):
    code = "THX-004"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "You wrote many notes today, so this one was not sent. Nothing you typed is lost: press "
        "again tomorrow, or thank all at once."
    )


class NotToThank(ThanksRefused):
    code = "THX-005"
    status = HTTPStatus.CONFLICT
    sentence = _("Thanks leave from a page that everybody sees; this one is “%(state)s”.")


class NewsRefused(CollectionRefused):
    """News were not taken."""


class NewsEmpty(NewsRefused):
    code = "NWS-001"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write a few words: a picture alone leaves people guessing.")


class TooManyNews(NewsRefused):
    code = "NWS-002"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "This page told much today, so this was not kept. Nothing you typed is lost: tell it "
        "tomorrow."
    )


class NoNewsNow(NewsRefused):
    code = "NWS-003"
    status = HTTPStatus.CONFLICT
    sentence = _("News stand on a page that everybody sees; this one is “%(state)s”.")


class TeamRefused(CollectionRefused):
    """A team was not opened or joined."""


class TeamNameless(TeamRefused):
    code = "TEM-001"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Write a name in letters: people want to know for whom they cheer.")


class AlreadyInTeam(TeamRefused):
    code = "TEM-002"
    status = HTTPStatus.CONFLICT
    sentence = _("This page is in a team already. It can leave that one first.")


class NotToJoin(TeamRefused):
    code = "TEM-003"
    status = HTTPStatus.CONFLICT
    sentence = _("This page is “%(state)s”: it cannot enter a team.")


class InviteIsOver(TeamRefused):
    code = "TEM-004"
    status = HTTPStatus.GONE
    sentence = _("This link invites no more. Ask the captain for the new one.")


class OtherCause(TeamRefused):
    code = "TEM-005"
    status = HTTPStatus.CONFLICT
    sentence = _("This page collects for another cause than the team, and sums must stay clear.")


class TeamIsFull(TeamRefused):
    code = "TEM-006"
    status = HTTPStatus.CONFLICT
    sentence = _("The team is full. Collect beside it, or open a second team.")


class TooManyTeams(TeamRefused):
    code = "TEM-007"
    status = HTTPStatus.CONFLICT
    sentence = _("You are the captain of five teams already. Dissolve one first.")


class GiftRefused(CollectionRefused):
    """A gift was not begun, or what was told of one not believed."""


class NoGiftsNow(GiftRefused):
    code = "GFT-001"
    status = HTTPStatus.CONFLICT
    sentence = _("This page takes no gifts at the moment. Nothing was charged.")


class TooManyGifts(GiftRefused):
    code = "GFT-002"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _(
        "Many gifts were begun from your network just now, so this one was not. Nothing was "
        "charged, nothing you typed is lost: press again in an hour."
    )


class GiftUnknown(GiftRefused):
    code = "GFT-003"
    status = HTTPStatus.NOT_FOUND
    sentence = _("There is no such gift.")


class WrongCurrency(GiftRefused):
    code = "GFT-004"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("This gift was begun in another currency than %(currency)s.")


class ProviderAway(GiftRefused):
    code = "GFT-005"
    status = HTTPStatus.BAD_GATEWAY
    sentence = _("The test provider could not reach this site. Nothing changed: press again.")


class ProviderSilent(GiftRefused):
    code = "GFT-006"
    status = HTTPStatus.BAD_GATEWAY
    sentence = _(
        "The payment provider does not answer at the moment. Nothing was charged, nothing you "
        "typed is lost: press again in a minute."
    )


class NotToRefund(GiftRefused):
    code = "GFT-007"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _(
        "That cannot be given back: write an amount that is not more than what is left of the "
        "gift. Nothing changed."
    )


class NoMonthlyHere(GiftRefused):
    code = "GFT-008"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "Gifts that come back each month cannot be made here at the moment. Choose “once”: nothing "
        "you typed is lost."
    )


class NotToStop(GiftRefused):
    code = "GFT-009"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "We cannot reach this monthly gift at the payment provider. Write to the association that "
        "receives it: it can stop it at once, and your bank can too."
    )


class TooManyKnocks(GiftRefused):
    code = "GFT-010"
    status = HTTPStatus.TOO_MANY_REQUESTS
    sentence = _("Many notifications came from this network for nothing. Try again in an hour.")


class ReceiptRefused(CollectionRefused):
    """A tax receipt was not issued, or not cancelled."""


class NoReceiptsHere(ReceiptRefused):
    code = "RCP-001"
    status = HTTPStatus.CONFLICT
    sentence = _("This organisation does not issue its receipts here. Ask it for yours.")


class NoReceiptForThis(ReceiptRefused):
    code = "RCP-002"
    status = HTTPStatus.CONFLICT
    sentence = _("There is a receipt only for money that was paid, in euros, and not given back.")


class ReceiptCancelled(ReceiptRefused):
    code = "RCP-003"
    status = HTTPStatus.CONFLICT
    sentence = _("Receipt %(reference)s was cancelled already. Nothing changed.")


class ReceiptReplaced(ReceiptRefused):
    code = "RCP-004"
    status = HTTPStatus.CONFLICT
    sentence = _("Receipt %(reference)s was issued anew already. Nothing changed.")


class YearNotOver(ReceiptRefused):
    code = "RCP-005"
    status = HTTPStatus.CONFLICT
    sentence = _("The year %(year)s is not over: its receipts are issued when all gifts are there.")
