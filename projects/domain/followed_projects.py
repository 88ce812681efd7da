"""A project as something to follow, by feed or by e-mail, and the mails that tell of its steps."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from audience.domain.follow_links import END, link_to
from audience.enums import SubscriptionState
from audience.letters import Letter, absolute, compose
from audience.models import Mail
from audience.subjects import Subject
from campaigns.domain.followed import Followed
from campaigns.models import Pledge
from projects.domain.tell_steps import KIND
from projects.domain.timeline import Happened, of_news, of_step
from projects.models import Adoption, Project, ProjectNews, Step
from qa.enums import PUBLIC_STATES

SLUG = "projet"
LONGEST_SUBJECT = 78


def find_project(key: str) -> Subject | None:
    """Return the public project with this code as something to follow."""
    project = Project.objects.public().filter(code=key).first()
    if project is None:
        return None
    feed = reverse("project_feed", args=[project.slug])
    return Subject(KIND, SLUG, key, project.title, project.get_absolute_url(), feed)


def _pledges_of(key: str) -> Q:
    adoption = Adoption.objects.filter(project__code=key).select_related("pledge").first()
    return Q(pk__in=[one.pk for one in adoption.pledge.versions] if adoption else ())


def _keys_of(pledge: Pledge) -> list[str]:
    found = Project.objects.filter(adoption__pledge__in=pledge.versions, state__in=PUBLIC_STATES)
    return list(found.values_list("code", flat=True))


FOLLOWED = Followed(KIND, SLUG, find_project, pledges=_pledges_of, keys_of=_keys_of)


def write_step(mail: Mail) -> Letter | None:
    """Tell a step or news; None when the subscription ended, or they are not shown any more."""
    subscription = mail.subscription
    if subscription is None or subscription.state != SubscriptionState.CONFIRMED:
        return None
    what, pk = mail.about.split(":")
    found = _step(pk) if what == "step" else _news(pk)
    if found is None:
        return None
    project, happened = found
    return _letter(project, happened, link_to(END, subscription))


def sample_step() -> Letter:
    """Return how such a mail looks."""
    project = Project(title=_("Wheels for the soup"), slug="0")
    headline = _("Adopted by %(sponsor)s") % {"sponsor": _("Leeks and Sons")}
    sentence = _(
        "A pledge is signed on both sides: from now on it says what is due, and until when."
    )
    return _letter(project, Happened("", timezone.now(), headline, sentence), absolute("/"))


def _step(pk: str) -> tuple[Project, Happened] | None:
    step = Step.objects.filter(pk=pk).select_related("project").first()
    return (step.project, of_step(step)) if step and step.project.is_public else None


def _news(pk: str) -> tuple[Project, Happened] | None:
    news = ProjectNews.objects.public().filter(pk=pk).select_related("project").first()
    return (news.project, of_news(news)) if news else None


def _letter(project: Project, happened: Happened, end_link: str) -> Letter:
    context = {
        "project": project,
        "happened": happened,
        "link": absolute(project.get_absolute_url()),
        "end_link": end_link,
    }
    subject = Truncator(f"{happened.headline} – {project.title}").chars(LONGEST_SUBJECT)
    return compose(subject, "projects/mail/step", context)
