"""Projects as something to tell others of, their cards, and whose likes a meter counts."""

from collections.abc import Iterator, Sequence

from django.db.models import CharField, Exists, OuterRef
from django.db.models.functions import Cast
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from audience.enums import ActKind
from audience.models import ShareCode
from audience.shared import Shared
from campaigns.card_sources import Card
from campaigns.counted_places import CountedPlace
from campaigns.domain.cards.campaign_cards import site_name
from campaigns.domain.characters import character_for
from campaigns.enums import PosterColour
from projects.domain.followed_projects import SLUG
from projects.domain.standing import READ_ALONG, standing_of
from projects.enums import Standing
from projects.models import Project

PROJECT = "project"
_LONGEST_KEY = 12
COLOURS = {
    Standing.LOOKING: PosterColour.SUN,
    Standing.ADOPTED: PosterColour.LEEK,
    Standing.DONE: PosterColour.PLUM,
}


def find_shared_project(key: str) -> Shared | None:
    """Return the public project whose primary key is `key`."""
    if not key.isascii() or not key.isdecimal() or len(key) > _LONGEST_KEY:
        return None
    project = Project.objects.public().filter(pk=int(key)).first()
    if project is None:
        return None
    with override(project.language):
        return Shared(PROJECT, key, project.title, project.get_absolute_url(), project.meter_id)


def projects_without_codes(most: int) -> Sequence[tuple[str, int | None]]:
    """Return public projects that have no share codes yet, as (key, id of their meter)."""
    codes = ShareCode.objects.filter(kind=PROJECT, key=OuterRef("text_key"), secret=None)
    named = Project.objects.public().annotate(text_key=Cast("pk", CharField()))
    bare = named.filter(~Exists(codes)).order_by("pk")
    return [(str(pk), meter) for pk, meter in bare.values_list("pk", "meter")[:most]]


def search_projects(words: str, most: int) -> Sequence[str]:
    """Return the keys of public projects whose names hold `words`, the newest first."""
    found = Project.objects.public().filter(title__icontains=words).order_by("-pk")
    return [str(pk) for pk in found.values_list("pk", flat=True)[:most]]


def project_cards() -> Iterator[tuple[str, Card]]:
    """Yield the card of each public project: its field and standing, never its proposer's words.

    A picture that was shared could not be taken back with the words on it.
    """
    site = site_name()
    for project in Project.objects.public().select_related(*READ_ALONG).order_by("pk"):
        with override(project.language):
            yield str(project.pk), _card(project, site)


def counted_project(meter_id: int) -> CountedPlace | None:
    """Return the public project whose likes a meter counts."""
    project = Project.objects.public().filter(meter=meter_id).first()
    if project is None:
        return None
    return CountedPlace(
        project.title,
        project.get_absolute_url(),
        reverse("follow", args=[SLUG, project.code]),
        _("Your like stands on the project’s page: whoever looks for one to adopt sees it."),
        (ActKind.LIKE.value,),
        menu_key="like_project",
    )


def _card(project: Project, site: str) -> Card:
    standing = standing_of(project)
    title = {
        Standing.LOOKING: _("This project looks for a godparent"),
        Standing.ADOPTED: _("This project has found its godparent"),
        Standing.DONE: _("This project is done"),
    }[standing]
    field = str(project.get_field_display()).capitalize()
    return Card(title, COLOURS[standing], character_for(project.pk), site, moment=field)
