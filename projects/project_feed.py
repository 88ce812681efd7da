"""What became of a project, as a feed: following without leaving an address."""

from datetime import datetime

from django.contrib.syndication.views import Feed
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.feedgenerator import Atom1Feed, Enclosure
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from audience.letters import absolute
from projects.domain.list_projects import shown_projects
from projects.domain.timeline import Happened, timeline
from projects.gateways.project_pictures import address_of, size_bytes
from projects.models import Project


class ProjectFeed(Feed):
    """The steps of a project, its news, and what its pledge goes through."""

    feed_type = Atom1Feed

    def get_object(self, request: HttpRequest, slug: str) -> Project:  # type: ignore[override]
        return get_object_or_404(shown_projects(), slug=slug)

    def title(self, project: Project) -> str:
        return _("News of “%(title)s”") % {"title": project.title}

    def subtitle(self, project: Project) -> str:
        return project.need

    def link(self, project: Project) -> str:
        return project.get_absolute_url()

    def items(self, project: Project) -> list[tuple[Project, Happened]]:
        return [(project, one) for one in timeline(project)]

    def item_title(self, item: tuple[Project, Happened]) -> str:  # type: ignore[override]
        return item[1].headline

    def item_description(self, item: tuple[Project, Happened]) -> str:  # type: ignore[override]
        return item[1].sentence

    def item_link(self, item: tuple[Project, Happened]) -> str:
        return f"{item[0].get_absolute_url()}#{item[1].anchor}"

    def item_pubdate(self, item: tuple[Project, Happened]) -> datetime:
        return item[1].at

    def item_updateddate(self, item: tuple[Project, Happened]) -> datetime:
        return item[1].at

    def item_enclosures(self, item: tuple[Project, Happened]) -> list[Enclosure]:  # type: ignore[override]
        name = item[1].news.picture if item[1].news else ""
        address = address_of(name)
        if not address:
            return []
        return [Enclosure(absolute(address), str(size_bytes(name)), "image/jpeg")]


project_feed = require_safe(ProjectFeed())
