"""What projects put on the menu of acts."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from campaigns.menu_of_acts import MenuAct, Span
from media.edition import kept
from projects.domain.list_projects import shown_projects
from projects.enums import Standing


def looking_project() -> str:
    """Return the address of the list where one project at least looks for a godparent, else ""."""
    has_any = kept("looking-project", lambda: shown_projects(Standing.LOOKING).order_by().exists())
    return f"{reverse('projects')}?standing={Standing.LOOKING.value}" if has_any else ""


def proposing() -> str:
    """Return where a project is proposed."""
    return reverse("propose_project")


MENU_ACTS = (
    MenuAct(
        "like_project",
        Span.SECOND,
        _("Like a project"),
        _("A like tells firms that people want it. Each person counts once a day."),
        looking_project,
    ),
    MenuAct(
        "propose_project",
        Span.HOUR,
        _("Propose a project"),
        _("You know what is missing, and for whom. We look for who gives it."),
        proposing,
    ),
)
