"""Projects as a table, for files that spreadsheets read: without anybody's address."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from campaigns.domain.quantities import quantity_label
from campaigns.domain.reports.tables import Table, Value
from projects.domain.list_projects import sent_projects
from projects.domain.show_likes import Likes, likes_of
from projects.domain.standing import signed_pledge, standing_of
from projects.models import Project


def project_table() -> Table:
    """Return all projects that were sent, the newest first."""
    headings = (
        _("Code"),
        _("Project"),
        _("Field"),
        _("Place"),
        _("For whom"),
        _("Need"),
        _("Quantity"),
        _("Of what"),
        _("Proposed by"),
        _("Stage"),
        _("State"),
        _("Sponsor"),
        _("Likes received"),
        _("counted"),
        _("refused"),
        _("to verify"),
        _("Received"),
        _("Published"),
    )
    return Table(_("Projects"), headings, _rows())


def _rows() -> Iterator[Sequence[Value]]:
    found = list(sent_projects())
    likes = likes_of(found)
    for project in found:
        yield _row(project, likes.get(project.pk, Likes()))


def _row(project: Project, likes: Likes) -> Sequence[Value]:
    pledge = signed_pledge(project)
    return (
        project.code,
        project.title,
        str(project.get_field_display()),
        project.town,
        project.for_whom,
        project.need,
        "" if project.quantity is None else quantity_label(project.quantity, project.unit),
        project.goods,
        project.byline,
        str(project.stage),
        str(standing_of(project).label) if project.is_public else "",
        pledge.sponsor.name if pledge else "",
        likes.received,
        likes.counted,
        likes.refused,
        likes.to_verify,
        _day(project.received_at),
        _day(project.published_at),
    )


def _day(moment: datetime | None) -> str:
    return f"{timezone.localdate(moment):%Y-%m-%d}" if moment else ""
