"""The blocks that pages are written with.

They stand here, in the lowest room that knows films, pictures and calls to action, so that
campaigns, episodes and plain pages can all use them.
"""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock
from wagtailmedia.blocks import AbstractMediaChooserBlock

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
