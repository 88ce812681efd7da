"""The forms of a gift: an amount, how one stands on the page; and the test provider's card."""

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from fundraising.amount_field import AmountField
from fundraising.domain.begin_gift import LEAST_CENTS, MOST_CENTS, Wish
from fundraising.enums import Rhythm, Visibility
from fundraising.models.donation import LONGEST_MESSAGE
from fundraising.models.fundraiser import LONGEST_NAME

FREE = "free"


class GiftForm(forms.Form):
    """One of the amounts that are offered, or a free one."""

    choice = forms.ChoiceField(label=_("Amount"), widget=forms.RadioSelect, required=False)
    amount = AmountField(
        label=_("Another amount in euros"), least=LEAST_CENTS, most=MOST_CENTS, required=False
    )
    rhythm = forms.ChoiceField(
        label=_("How often"),
        choices=Rhythm.choices,
        widget=forms.RadioSelect,
        initial=Rhythm.ONCE,
        required=False,
    )
    email = forms.EmailField(
        label=_("Your e-mail address, for a gift each month"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_(
            "We write when it begins, when a month fails and when it ends, each time with the link "
            "that stops it. Nobody else reads it."
        ),
        error_messages={
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”.")
        },
    )
    covers_fees = forms.BooleanField(
        label=_("Add the provider’s fee, so that the whole gift arrives"), required=False
    )
    visibility = forms.ChoiceField(
        label=_("On the page"),
        choices=Visibility.choices,
        widget=forms.RadioSelect,
        initial=Visibility.NAME,
        error_messages={"required": _("Choose how you stand on the page.")},
    )
    name = forms.CharField(
        label=_("Name or nickname"),
        max_length=LONGEST_NAME,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    shows_amount = forms.BooleanField(label=_("Show the amount"), required=False, initial=True)
    message = forms.CharField(
        label=_("A word to whoever collects (not needed)"),
        max_length=LONGEST_MESSAGE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "maxlength": LONGEST_MESSAGE}),
        help_text=_("Only they read it."),
    )
    thanks_email = forms.EmailField(
        label=_("Your e-mail address, if you would like to be thanked (not needed)"),
        max_length=254,
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text=_("One mail at most. Whoever collects writes it and never sees your address."),
        error_messages={
            "invalid": _("This is no e-mail address. It looks like “zoe@example.org”.")
        },
    )

    def __init__(
        self,
        *args: Any,
        amounts: list[tuple[str, str]],
        offers_monthly: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        if not offers_monthly:
            del self.fields["rhythm"], self.fields["email"]
        self.use_required_attribute = False
        choices = [*amounts, (FREE, _("another amount"))]
        field = self.fields["choice"]
        field.choices = choices  # type: ignore[attr-defined]
        field.initial = choices[0][0]

    def clean(self) -> dict[str, Any]:
        """Find the amount, and a name for those who want one shown."""
        typed = super().clean() or {}
        choice = typed.get("choice") or FREE
        is_monthly = typed.get("rhythm") == Rhythm.MONTHLY
        # What is not asked for is hidden: what was left there is no fault, and could not be mended.
        if choice != FREE:
            self.errors.pop("amount", None)
        if not is_monthly:
            self.errors.pop("email", None)
        if choice == FREE and "amount" not in self.errors and not typed.get("amount"):
            self.add_error("amount", _("Write an amount in euros, or choose one above."))
        is_named = typed.get("visibility") in (Visibility.NAME, Visibility.ALIAS)
        if is_named and not typed.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write the name to show, or choose “without a name”."))
        if is_monthly and not typed.get("email") and "email" not in self.errors:
            self.add_error(
                "email", _("Write your address: the link that stops the gift goes there.")
            )
        typed["cents"] = typed.get("amount") if choice == FREE else int(choice)
        return typed

    def wish(self, key: str) -> Wish:
        """Return what a valid form wishes."""
        typed = self.cleaned_data
        names = ("visibility", "name", "shows_amount", "message", "thanks_email", "covers_fees")
        words = {name: typed[name] for name in names}
        return Wish(
            key=key,
            amount_cents=typed["cents"],
            is_monthly=typed.get("rhythm") == Rhythm.MONTHLY,
            email=typed.get("email", ""),
            language=get_language() or "fr",
            **words,
        )


class CardForm(forms.Form):
    """A card of the test provider: only the two numbers that everybody knows do anything."""

    number = forms.CharField(
        label=_("Card number"),
        max_length=23,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        help_text=_("4242 4242 4242 4242 pays, 4000 0000 0000 0002 is refused."),
        error_messages={"required": _("Write one of the two numbers that stand here.")},
    )
