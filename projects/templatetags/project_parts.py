"""Parts of projects for templates."""

from django import template
from django.utils.text import capfirst
from django.utils.translation import override

from campaigns.domain.gifts import goods_after
from campaigns.domain.quantities import quantity_label
from campaigns.domain.show_promise import Promise, promise_of
from campaigns.enums import Unit
from projects.domain.list_projects import shown_projects
from projects.domain.shared_projects import COLOURS
from projects.domain.show_likes import Likes, likes_of_one
from projects.domain.standing import signed_pledge, standing_of
from projects.domain.timeline import Happened, timeline
from projects.enums import Standing
from projects.gateways.project_pictures import address_of
from projects.models import Project

register = template.Library()


@register.filter
def project_picture(name: str) -> str:
    """Return where a picture of a project is loaded from."""
    return address_of(name)


@register.filter
def standing(project: Project) -> Standing:
    """Return the standing of a project: `{{ project|standing }}`."""
    return standing_of(project)


@register.filter
def standing_colour(project: Project) -> str:
    """Return the poster colour of a project: by its standing."""
    return COLOURS[standing_of(project)].value


@register.filter
def amount_needed(project: Project) -> str:
    """Return what is needed in numbers, as its proposer says it, "" where nobody counted."""
    if project.quantity is None:
        return ""
    with override(project.language):
        label = quantity_label(project.quantity, project.unit)
        is_bare = project.unit == Unit.CENT or not project.goods
        return label if is_bare else f"{label} {goods_after(project.goods, project.unit)}"


@register.filter
def project_likes(project: Project) -> Likes:
    """Return the likes of a project."""
    return likes_of_one(project)


@register.filter
def project_timeline(project: Project) -> list[Happened]:
    """Return what became of a project, the latest first."""
    return timeline(project)


@register.filter
def project_promise(project: Project) -> Promise | None:
    """Return the running pledge of a project as its contract is shown, None for none.

    One that is signed and has not begun says nothing in numbers yet.
    """
    pledge = signed_pledge(project)
    return promise_of(pledge) if pledge is not None and pledge.activated_at else None


@register.filter
def godparent(project: Project) -> str:
    """Return the name of the sponsor who adopted a project, "" for none."""
    pledge = signed_pledge(project)
    return pledge.sponsor.name if pledge is not None else ""


@register.simple_tag
def project_followed(code: str) -> Project | None:
    """Return the public project with this code: `{% project_followed key as project %}`."""
    return shown_projects().filter(code=code).first()


@register.filter
def wanted_changes(project: Project) -> list[tuple[str, str, str]]:
    """Return what the proposer wants to change: (name, what it is called, the new value)."""
    found = []
    for name, value in project.proposed.items():
        field = Project._meta.get_field(name)
        shown = dict(field.choices).get(value, value) if field.choices else value  # type: ignore[union-attr, arg-type]
        label = capfirst(str(field.verbose_name))  # type: ignore[union-attr]
        found.append((name, label, "" if shown is None else str(shown)))
    return found
