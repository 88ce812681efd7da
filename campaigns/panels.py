"""Panels of the editing screens of pages with a film."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

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
