"""The form of a claim. What was decided about or contested stands still."""

from typing import Any

from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList

SAID = ("organisation", "statement", "made_on")
SHOWN = ("proof_url", "proof")


class ClaimForm(WagtailAdminModelForm):
    """Nobody changes words that somebody has answered, or a proof that was accepted."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        claim = self.instance
        if not claim.pk:
            return
        still: tuple[str, ...] = ()
        if claim.rulings.exists() or claim.contestations.exists():
            still += SAID
        if claim.is_proven:
            still += SHOWN
        for name in still:
            self.fields[name].disabled = True


claim_form = ObjectList(
    [
        FieldPanel("organisation"),
        FieldPanel("statement"),
        FieldPanel("made_on"),
        FieldRowPanel([FieldPanel("proof_url"), FieldPanel("proof")]),
    ],
    base_form_class=ClaimForm,
)
