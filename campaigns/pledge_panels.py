"""The form of a pledge, in the order in which one talks about it."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList

from campaigns.forms import ClauseForm, MilestoneForm, PledgeForm
from campaigns.panels import TypedInlinePanel

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
