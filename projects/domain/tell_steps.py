"""Tell what became of projects: adopted, looking again, done. Each change once.

What a project's pledge goes through happens in another room, so it is looked at again and again:
the chore compares what is with what was told, under the lock of the project's row.
"""

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from audience.domain.queue_mails import queue_mails
from media.edition import new_edition
from projects.domain.standing import signed_pledge, standing_of
from projects.domain.tell_proposer import tell_proposer
from projects.enums import Standing, StepKind
from projects.models import Project, ProjectNews, Step

KIND = "project"
OCCASION = "project_step"
AT_ONCE = 50


def tell_steps() -> int:
    """Tell all changes that nobody was told of yet; return how many there were."""
    told = sum(_told_of(pk) for pk in _candidates().values_list("pk", flat=True))
    return told + sum(_told_news(pk) for pk in _news().values_list("pk", flat=True)[:AT_ONCE])


def tell_step(project: Project) -> bool:
    """Tell that a locked project changed its standing, if it did, and say whether it did."""
    standing = standing_of(project)
    if standing == project.told_standing:
        return False
    project.told_standing = standing
    Project.objects.filter(pk=project.pk).update(told_standing=standing)
    pledge = signed_pledge(project)
    write_step(project, StepKind(standing.value), pledge.sponsor.name if pledge else "")
    tell_proposer(project, standing)
    return True


def write_step(project: Project, kind: StepKind, sponsor: str = "") -> Step:
    """Write down a step and the mails to those who follow, in this transaction."""
    step = Step.objects.create(project=project, kind=kind, sponsor=sponsor)
    queue_mails([(KIND, project.code)], OCCASION, f"step:{step.pk}", step.happened_at)
    new_edition()
    return step


def _told_of(pk: int) -> bool:
    with transaction.atomic():
        # Locked: a second worker waits here, and then finds it told.
        project = Project.objects.select_for_update().filter(pk=pk).first()
        return project is not None and project.is_public and tell_step(project)


def _told_news(pk: int) -> bool:
    with transaction.atomic():
        now = timezone.now()
        if not ProjectNews.objects.filter(pk=pk, told_at=None).update(told_at=now):
            return False
        news = ProjectNews.objects.select_related("project").get(pk=pk)
        queue_mails([(KIND, news.project.code)], OCCASION, f"news:{news.pk}", news.received_at)
        return True


def _candidates() -> QuerySet[Project]:
    moved = Q(adoption__isnull=False) | Q(done_at__isnull=False)
    found: QuerySet[Project] = Project.objects.public()
    return found.filter(moved | ~Q(told_standing=Standing.LOOKING)).order_by("pk")


def _news() -> QuerySet[ProjectNews]:
    return ProjectNews.objects.public().filter(told_at=None).order_by("pk")
