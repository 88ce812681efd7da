"""The lines of reports: campaigns, places and films, each with its name and its sums."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from audience.domain.reports.acts import Kinds
from audience.domain.reports.films import FilmSums
from audience.domain.reports.sources import Source
from audience.enums import Origin, ShareChannel
from audience.models import Meter
from campaigns.domain.reports.place_names import Place, place_names
from campaigns.models import EmbedHost
from media.models import Video


@dataclass(frozen=True, slots=True)
class ActLine:
    """A name and the acts counted for it, by kind. `pk`: of what is named, where it has a page."""

    name: str
    kinds: Kinds
    note: str = ""
    pk: int | None = None

    @property
    def counted(self) -> int:
        return sum(self.kinds.values())


@dataclass(frozen=True, slots=True)
class FilmLine:
    """A film and how it was watched."""

    video: Video
    sums: FilmSums


def campaign_lines(counted: Mapping[int, Kinds]) -> list[ActLine]:
    """Return a line for each meter, most acts first. One query."""
    names = Meter.objects.filter(pk__in=counted).values_list("pk", "name")
    return _sorted([ActLine(name, counted[pk], pk=pk) for pk, name in names])


def place_lines(counted: Mapping[str, Kinds]) -> list[ActLine]:
    """Return a line for this site, for each that shows the widget, and for each way from elsewhere.

    Most acts first. That is all we know of where an act came from: nothing else is kept.
    """
    places = place_names(counted) | {"": Place(_("This site"))}
    return _sorted([_place(key, kinds, places.get(key)) for key, kinds in counted.items()])


def way_lines(counted: Mapping[Source, Kinds]) -> list[ActLine]:
    """Return a line for each way by which people came, most acts first. One query."""
    hosts = hosts_named(name for origin, name in counted if origin == Origin.WIDGET)
    names = {key: host.name for key, host in hosts.items()}
    return _sorted(
        [
            ActLine(way_name(origin, name, names), kinds, note=str(Origin(origin).label))
            for (origin, name), kinds in counted.items()
        ]
    )


def way_name(origin: str, name: str, hosts: Mapping[str, str]) -> str:
    """Return what a way is called; `hosts`: names of sites that show the widget, by their keys."""
    if origin == Origin.CHANNEL:
        return str(ShareChannel(name).label)
    if origin == Origin.OWN:
        return _("Personal links")
    if origin == Origin.WIDGET:
        return hosts.get(name, name)
    if origin == Origin.SITE:
        return name or _("Other sites")
    return _("Address typed, app, or not known")


def hosts_named(keys: Iterable[str]) -> dict[str, EmbedHost]:
    """Return the sites that show the widget under these keys. One query."""
    return {host.key: host for host in EmbedHost.objects.filter(key__in=list(keys))}


def film_lines(sums: Mapping[str, FilmSums]) -> list[FilmLine]:
    """Return a line for each film that is still in the library, most plays first. One query."""
    videos = Video.objects.filter(public_id__in=sums)
    lines = [FilmLine(video, sums[video.public_id]) for video in videos]
    return sorted(lines, key=lambda line: (-line.sums.plays, line.video.title.casefold()))


def _place(key: str, kinds: Kinds, place: Place | None) -> ActLine:
    name, note = place or Place(_("Widget without a name"), key)
    return ActLine(name, kinds, note=note)


def _sorted(lines: list[ActLine]) -> list[ActLine]:
    return sorted(lines, key=lambda line: (-line.counted, line.name.casefold(), line.note))
