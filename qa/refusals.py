"""What is refused about questions, comments and notices, each time with a sentence and a code.

Refused (media.refusals)
└── TextRefused
    └── DecisionRefused
        ├── MayNotDecide            MOD-001
        ├── StaleCommand            MOD-002
        ├── DoesNotFollow           MOD-003
        ├── ReasonMissing           MOD-004
        └── WordsMissing            MOD-005
"""

from http import HTTPStatus

from django.utils.translation import gettext_lazy as _

from media.refusals import Refused


class TextRefused(Refused):
    """Something about a public text was refused."""


class DecisionRefused(TextRefused):
    """A decision about a text was not taken."""


class MayNotDecide(DecisionRefused):
    code = "MOD-001"
    status = HTTPStatus.FORBIDDEN
    sentence = _("You may not do this. Ask a moderator or an administrator.")


class StaleCommand(DecisionRefused):
    code = "MOD-002"
    status = HTTPStatus.CONFLICT
    sentence = _(
        "%(winner)s was faster (%(action)s). Nothing of yours was changed; look at it again."
    )


class DoesNotFollow(DecisionRefused):
    code = "MOD-003"
    status = HTTPStatus.CONFLICT
    sentence = _("This is now “%(state)s”, and from there this cannot be done.")


class ReasonMissing(DecisionRefused):
    code = "MOD-004"
    sentence = _("Choose a reason. If it is another one, write it: the author will read it.")


class WordsMissing(DecisionRefused):
    code = "MOD-005"
    sentence = _("Nothing would be left of the text. Write at least a word.")
