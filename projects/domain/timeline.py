"""What became of a project, in words, the latest first: its steps, its news, and its pledge's."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from campaigns.domain.say_news import News as PledgeNews
from campaigns.domain.say_news import announcements, say
from campaigns.models import Pledge
from projects.domain.standing import signed_pledge
from projects.enums import StepKind
from projects.models import Project, ProjectNews, Step

MOST_SHOWN = 30


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry. `proof` is the path of a document; `news` is there for what its proposer wrote."""

    anchor: str
    at: datetime
    headline: str
    sentence: str = ""
    proof: str = ""
    news: ProjectNews | None = None


def timeline(project: Project) -> list[Happened]:
    """Return what became of a project. Of its pledge nothing from before it was online is told."""
    steps = [of_step(step) for step in project.steps.all()[:MOST_SHOWN]]
    shown = ProjectNews.objects.public().filter(project=project).select_related("project")
    news = [of_news(one) for one in shown[:MOST_SHOWN]]
    pledge = signed_pledge(project)
    told = _of_pledge(pledge, project.published_at) if pledge is not None else []
    return sorted([*steps, *news, *told], key=lambda one: one.at, reverse=True)[:MOST_SHOWN]


def of_step(step: Step) -> Happened:
    """Put a step into words, in the language that is active."""
    headline, sentence = {
        StepKind.PUBLISHED: (
            _("The project is published"),
            _("It looks for a godparent. Likes tell firms that people want it."),
        ),
        StepKind.ADOPTED: (
            _("Adopted by %(sponsor)s"),
            _("A pledge is signed on both sides: from now on it says what is due, and until when."),
        ),
        StepKind.LOOKING: (
            _("It looks for a godparent again"),
            _("The pledge was withdrawn, or broken. The need has not gone away."),
        ),
        StepKind.DONE: (_("It is done"), _("Thank you to all who liked, passed on and gave.")),
    }[StepKind(step.kind)]
    words = headline % {"sponsor": step.sponsor or _("a sponsor")}
    return Happened(f"step-{step.pk}", step.happened_at, words, sentence)


def of_news(news: ProjectNews) -> Happened:
    """Let news speak for themselves."""
    headline = _("News from %(name)s") % {"name": news.name}
    return Happened(news.code, news.received_at, headline, news.text, news=news)


def _of_pledge(pledge: Pledge, since: datetime | None) -> list[Happened]:
    found = announcements().filter(pledge__in=pledge.versions)
    if since is not None:
        found = found.filter(happened_at__gte=since)
    return [_of_announcement(say(one)) for one in found[:MOST_SHOWN]]


def _of_announcement(news: PledgeNews) -> Happened:
    return Happened(news.anchor, news.happened_at, news.headline, news.sentence, news.proof)
