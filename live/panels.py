"""The rundown with its hours, on the editing screen of a live programme."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class RundownPanel(Panel):
    """Shows when each part begins, here and at its place, as it was last saved."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("heading", _("Running order"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "live/components/rundown_panel.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context)
            context["page"] = self.instance
            return context
