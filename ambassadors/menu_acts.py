"""What ambassadors put on the menu of acts."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.menu_of_acts import MenuAct, Span


def ambassadors_page() -> str:
    """Return the address of the ambassadors' page."""
    return reverse("ambassadors")


MENU_ACTS = (
    MenuAct(
        "ambassador",
        Span.MINUTES,
        _("Become an ambassador"),
        _("An alias, a mailbox, and links that are yours."),
        ambassadors_page,
    ),
    MenuAct(
        "ten_people",
        Span.HOUR,
        _("Write to ten people, one by one"),
        _("With your ambassador’s link you see how many came."),
        ambassadors_page,
    ),
)
