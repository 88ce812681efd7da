"""The blocks that pages are written with.

They stand here, in the lowest room that knows films, pictures and calls to action, so that
campaigns, episodes and plain pages can all use them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock

from campaigns.menu_of_acts import Span, menu_act_choices, menu_of_acts

BLOCK_TEMPLATES = "campaigns/components/blocks"


class FilmChooserBlock(AbstractMediaChooserBlock):
    """A film of the library, played where it stands."""

    class Meta:
        icon = "media"

    def render_basic(self, value: Any, context: dict[str, Any] | None = None) -> str:
        return str(value) if value else ""


class QuoteBlock(blocks.StructBlock):
    text = blocks.TextBlock(label=_("Quote"))
    author = blocks.CharBlock(label=_("Who said it"), required=False)
    role = blocks.CharBlock(label=_("In what capacity"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Quote")
        template = f"{BLOCK_TEMPLATES}/quote.html"


class FigureBlock(blocks.StructBlock):
    picture = ImageChooserBlock(label=_("Picture"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = f"{BLOCK_TEMPLATES}/figure.html"


class FilmBlock(blocks.StructBlock):
    film = FilmChooserBlock(label=_("Film"))
    caption = blocks.CharBlock(label=_("Caption"), required=False)

    class Meta:
        icon = "media"
        label = _("Film")
        template = f"{BLOCK_TEMPLATES}/film.html"


class GalleryBlock(blocks.StructBlock):
    pictures = blocks.ListBlock(FigureBlock(), label=_("Pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "grip"
        label = _("Gallery")
        template = f"{BLOCK_TEMPLATES}/gallery.html"


class CallToActionBlock(blocks.StructBlock):
    """One thing to do now: a sentence and a button to a page here or an address elsewhere."""

    sentence = blocks.CharBlock(label=_("Sentence"), max_length=140)
    label = blocks.CharBlock(label=_("Words on the button"), max_length=40)
    page = blocks.PageChooserBlock(label=_("Page"), required=False)
    address = blocks.URLBlock(label=_("or address elsewhere"), required=False)

    class Meta:
        icon = "pick"
        label = _("Call to action")
        template = f"{BLOCK_TEMPLATES}/call_to_action.html"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned["page"]) == bool(cleaned["address"]):
            message = _("Choose a page or give an address: one of the two.")
            raise blocks.StructBlockValidationError({"page": ValidationError(message)})
        return cleaned


class SourceBlock(blocks.StructBlock):
    title = blocks.CharBlock(label=_("Title"))
    publisher = blocks.CharBlock(label=_("Published by"), required=False)
    address = blocks.URLBlock(label=_("Address"), required=False)
    seen_on = blocks.DateBlock(label=_("Seen on"), required=False)

    class Meta:
        icon = "link"


class SourcesBlock(blocks.StructBlock):
    sources = blocks.ListBlock(SourceBlock(), label=_("Sources"), min_num=1)

    class Meta:
        icon = "list-ul"
        label = _("Sources")
        template = f"{BLOCK_TEMPLATES}/sources.html"


class MenuOfActsBlock(blocks.StructBlock):
    """The menu of acts in short: a button for each length of time, or some acts themselves."""

    title = blocks.CharBlock(
        label=_("Title"),
        required=False,
        max_length=60,
        help_text=_("Empty: “How much time do you have?”"),
    )
    spans = blocks.MultipleChoiceBlock(
        label=_("How long"),
        choices=[(str(span.value), span.label) for span in Span],
        required=False,
        widget=CheckboxSelectMultiple,
        help_text=_("None ticked: all of them."),
    )
    acts = blocks.MultipleChoiceBlock(
        label=_("These acts"),
        choices=menu_act_choices,
        required=False,
        widget=CheckboxSelectMultiple,
        help_text=_("Each stands there with its length. None ticked: a button for each length."),
    )

    class Meta:
        icon = "time"
        label = _("Menu of acts")
        description = _("“How much time do you have?”: what one can do in a second or in an hour")
        template = f"{BLOCK_TEMPLATES}/menu_of_acts.html"

    def get_context(
        self, value: Any, parent_context: dict[str, Any] | None = None
    ) -> dict[str, Any]:
        """Add what is shown: acts that can be done now, else the lengths that lead to the menu."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        spans = [span for span in Span if not value["spans"] or str(span.value) in value["spans"]]
        offered = (
            [offer for course in menu_of_acts() for offer in course.acts] if value["acts"] else []
        )
        context["spans"] = spans
        context["offers"] = [
            (act, address)
            for act, address in offered
            if act.key in value["acts"] and act.span in spans
        ]
        return context


class FrontBlock(blocks.StreamBlock):
    """What the front page shows below its programme."""

    acts = MenuOfActsBlock()


class StoryBlock(blocks.StreamBlock):
    """The body of a page."""

    text = blocks.RichTextBlock(
        label=_("Text"),
        features=["h2", "h3", "bold", "italic", "link", "document-link", "ol", "ul", "hr"],
        template=f"{BLOCK_TEMPLATES}/text.html",
    )
    quote = QuoteBlock()
    figure = FigureBlock()
    film = FilmBlock()
    gallery = GalleryBlock()
    call_to_action = CallToActionBlock()
    sources = SourcesBlock()
    acts = MenuOfActsBlock()
