"""Panels of editing screens."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import InlinePanel, Panel

from campaigns.content_check import check_content


class ContentCheckPanel(Panel):
    """Says at the top of the form what the page still lacks."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Before you publish"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "campaigns/components/content_check_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["checks"] = check_content(self.instance)
            return context


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
