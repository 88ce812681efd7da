"""What projects put on the menu of acts."""

from collections.abc import Mapping

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from audience.models import Meter
from campaigns.domain.menu_acts import has_pressed
from campaigns.menu_of_acts import Here, MenuAct, Span
from media.edition import kept
from projects.domain.list_projects import shown_projects
from projects.domain.shared_projects import PROJECT, find_shared_project
from projects.enums import Standing


def looking_project() -> str:
    """Return the address of the list where one project at least looks for a godparent, else ""."""
    has_any = kept("looking-project", lambda: shown_projects(Standing.LOOKING).order_by().exists())
    return f"{reverse('projects')}?standing={Standing.LOOKING.value}" if has_any else ""


def _project_here(here: Here) -> str:
    subject = find_shared_project(here.subjects.get(PROJECT, ""))
    return subject.address if subject else ""


def _has_liked(here: Here, cookies: Mapping[str, str]) -> bool:
    """Say whether they liked today the project that is meant; of no other is it known."""
    subject = find_shared_project(here.subjects.get(PROJECT, ""))
    meter = Meter.objects.filter(pk=subject.meter_id or 0).first() if subject else None
    return meter is not None and has_pressed(meter.key, cookies)


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
        _project_here,
        _has_liked,
    ),
    MenuAct(
        "propose_project",
        Span.HOUR,
        _("Propose a project"),
        _("You know what is missing, and for whom. We look for who gives it."),
        proposing,
    ),
)
