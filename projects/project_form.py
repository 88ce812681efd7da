"""The forms with which a project is proposed and changed: plain fields, errors in sentences."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from campaigns.domain.read_quantity import read_quantity, write_quantity
from campaigns.enums import Unit
from campaigns.refusals import QuantityRefused
from projects.domain.check_words import ProjectWords
from projects.enums import Field
from projects.models import Project
from projects.models.project import LONGEST_NEED, LONGEST_STORY, LONGEST_TITLE

_TOO_LONG = _(
    "This is %(show_value)s characters long, and there is room for %(limit_value)s. Cut it down a "
    "little: nothing you typed is lost."
)
_NAMES = ("title", "field", "town", "for_whom", "need", "story", "name", "organisation", "goods")


def _line(label: Any, longest: int, missing: Any = None, help_text: Any = "", **attrs: str) -> Any:
    """Return a field of one line, needed where a sentence says what is missing."""
    return forms.CharField(
        label=label,
        max_length=longest,
        required=missing is not None,
        help_text=help_text,
        widget=forms.TextInput(attrs=attrs),
        error_messages={"max_length": _TOO_LONG} | ({"required": missing} if missing else {}),
    )


class ProjectForm(forms.Form):
    """What a project says."""

    title = _line(_("Name of the project"), LONGEST_TITLE, _("Give the project a name."))
    field = forms.ChoiceField(
        label=_("Field"),
        choices=Field.choices,
        error_messages={
            "required": _("Choose a field."),
            "invalid_choice": _("Choose one of these fields."),
        },
    )
    town = _line(_("Where?"), 80, _("Write where: a town or a village."))
    for_whom = _line(
        _("For whom?"),
        160,
        _("Write for whom it is."),
        _("How many people, and who they are to you. No names of people who are helped."),
    )
    need = _line(
        _("What is needed, in one sentence?"),
        LONGEST_NEED,
        _("Write in one sentence what is needed."),
        _("“A cargo bike, so that the soup arrives hot.”"),
    )
    amount = _line(
        _("How much? (not needed)"),
        30,
        help_text=_("A number, with its measure if it has one: 40, 250 kg, 1 200 €."),
        inputmode="text",
        autocomplete="off",
    )
    unit = forms.ChoiceField(
        label=_("Counted in"),
        choices=(
            (Unit.ITEM, _("pieces")),
            (Unit.GRAM, _("kilograms")),
            (Unit.MILLILITRE, _("litres")),
            (Unit.CENT, _("euros")),
        ),
        error_messages={"invalid_choice": _("Choose one of these measures.")},
    )
    goods = _line(
        _("Of what? (not needed)"), 60, help_text=_("As it follows the number: “pots of soup”.")
    )
    story = forms.CharField(
        label=_("The project"),
        max_length=LONGEST_STORY,
        widget=forms.Textarea(attrs={"rows": 7, "maxlength": LONGEST_STORY}),
        help_text=_("What you do, what changes once it is there, what is there already."),
        error_messages={"required": _("Tell the project."), "max_length": _TOO_LONG},
    )
    name = _line(_("Your name, as it will be read"), 80, _("Write your name."), autocomplete="name")
    organisation = _line(_("Your organisation (not needed)"), 80, autocomplete="organization")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Browsers check as little as possible here: the server says what is wrong, in sentences.
        self.use_required_attribute = False

    def clean(self) -> dict[str, Any]:
        """Read the quantity in its unit; what cannot be read is said at its field."""
        typed: dict[str, Any] = super().clean() or {}
        amount, unit = typed.get("amount", ""), typed.get("unit")
        typed["quantity"] = None
        if amount and unit:
            try:
                typed["quantity"] = read_quantity(amount, unit)
            except QuantityRefused as refusal:
                self.add_error("amount", str(refusal))
        return typed

    def words(self) -> ProjectWords:
        """Return what a valid form says."""
        typed = self.cleaned_data
        quantity, unit = typed["quantity"], typed["unit"]
        return ProjectWords(**{name: typed[name] for name in _NAMES}, quantity=quantity, unit=unit)


class ProposeForm(ProjectForm):
    """Proposing a project: besides what it says, where the link goes, and the rules."""

    email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("The link that sends your project goes there. It is never shown."),
        error_messages={
            "required": _("Write your e-mail address: the link goes there."),
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”."),
        },
    )
    agrees = forms.BooleanField(
        label=_("I have read the rules, and what I wrote is true as far as I know."),
        error_messages={"required": _("Read the rules below, then tick this box.")},
    )


def as_typed(project: Project) -> dict[str, Any]:
    """Return the fields of the form as the proposer last wanted them."""
    wanted = {name: getattr(project, name) for name in (*_NAMES, "unit", "quantity")}
    wanted |= {name: project.proposed[name] for name in wanted if name in project.proposed}
    quantity = wanted.pop("quantity")
    amount = "" if quantity is None else write_quantity(quantity, wanted["unit"])
    return wanted | {"amount": amount}
