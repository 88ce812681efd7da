"""Why something in the inbox did not change hands, each with a sentence and a code.

InboxRefused
├── MayNotHandle             INB-001
├── TakenMeanwhile           INB-002
├── NothingWaits             INB-003
├── MayNotReceive            INB-004
└── NobodyOfThatName         INB-005
"""

from http import HTTPStatus
from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class InboxRefused(Exception):
    """Nothing changed hands. `str()` gives the sentence, in the language that is active then."""

    code: ClassVar[str]
    sentence: ClassVar["_StrPromise"]
    status: ClassVar[HTTPStatus] = HTTPStatus.FORBIDDEN

    def __init__(self, **values: object) -> None:
        super().__init__(self.code)
        self.values = values

    def __str__(self) -> str:
        return str(self.sentence) % self.values


class MayNotHandle(InboxRefused):
    code = "INB-001"
    sentence = _("You have no right to this kind of work. Ask an administrator for it.")


class TakenMeanwhile(InboxRefused):
    code = "INB-002"
    status = HTTPStatus.CONFLICT
    sentence = _("%(winner)s was faster and takes care of it. Nothing was changed.")


class NothingWaits(InboxRefused):
    code = "INB-003"
    status = HTTPStatus.GONE
    sentence = _("This waits no more: somebody has done it already.")


class MayNotReceive(InboxRefused):
    code = "INB-004"
    sentence = _("%(owner)s has no right to this kind of work. Choose somebody else.")


class NobodyOfThatName(InboxRefused):
    code = "INB-005"
    status = HTTPStatus.UNPROCESSABLE_ENTITY
    sentence = _("Choose who shall take care of it.")
