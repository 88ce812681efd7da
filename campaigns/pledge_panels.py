"""The form of a pledge, in the order in which one talks about it."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList

from campaigns.forms import ClauseForm, MilestoneForm, PledgeForm


class TypedInlinePanel(InlinePanel):
    """Inline rows with a form class of their own, which may learn `inherit` from the form around.

    Wagtail makes the form class of inline rows itself and offers no place to name another.
    """

    def __init__(
        self, *args: Any, form: type[forms.ModelForm], inherit: tuple[str, ...] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.form = form
        self.inherit = inherit

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "form": self.form, "inherit": self.inherit}

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        own = {"form": self.form, "inherit_kwargs": self.inherit}
        options["formsets"][self.relation_name].update(own)
        return options


pledge_form = ObjectList(
    [
        MultiFieldPanel(
            [
                FieldPanel("campaign"),
                FieldPanel("sponsor"),
                FieldPanel("beneficiary"),
                FieldPanel("unit"),
                FieldRowPanel([FieldPanel("goods"), FieldPanel("goods_en")]),
                FieldPanel("kinds"),
            ],
            heading=_("Who gives what to whom"),
        ),
        TypedInlinePanel(
            "clauses",
            panels=[
                FieldRowPanel([FieldPanel("kind"), FieldPanel("quantity")]),
                FieldRowPanel([FieldPanel("acts"), FieldPanel("cap")]),
            ],
            form=ClauseForm,
            inherit=("pledge",),
            heading=_("Clauses"),
            label=_("clause"),
            min_num=1,
            max_num=12,
        ),
        MultiFieldPanel([FieldPanel("cap")], heading=_("Ceiling")),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("delivery_due_on"),
            ],
            heading=_("Dates"),
        ),
        TypedInlinePanel(
            "milestones",
            panels=[
                FieldPanel("acts"),
                FieldRowPanel([FieldPanel("title"), FieldPanel("title_en")]),
            ],
            form=MilestoneForm,
            heading=_("Milestones"),
            label=_("milestone"),
            max_num=20,
            help_text=_("Numbers of acts that are worth an announcement. Each is reached once."),
        ),
    ],
    base_form_class=PledgeForm,
)
