"""What proposers do with all that is kept of a project: take it along, or erase it for good."""

from functools import partial
from typing import Any

from django.db import transaction

from audience.domain.mailbox_links import end_links
from audience.models import Mail, Meter
from projects.domain.end_project import withdraw_project
from projects.domain.post_news import erase_news
from projects.domain.send_link import OCCASION as LINK
from projects.domain.send_link import PURPOSE
from projects.domain.show_likes import likes_of_one
from projects.domain.standing import signed_pledge, standing_of
from projects.domain.tell_proposer import OCCASION as DECISION
from projects.gateways.project_pictures import address_of, forget_picture
from projects.models import Project
from qa.domain.decide import ensure_not_frozen, locked
from qa.domain.forget_text import forget_notes
from qa.enums import TextState

_WORDS = ("title", "town", "for_whom", "need", "goods", "story", "name", "organisation", "picture")
_NOTES = ("email", "fold", "first_words", "note", "held_for", "objection", "label")


def erase_project(project: Project) -> None:
    """Take a project off the site and forget its words, its picture and whose it was.

    One that was published leaves its likes and the link to its pledge behind, under no name: both
    were counted. Raises a DecisionRefused while the law wants it kept.
    """
    with transaction.atomic():
        project = locked(project)
        ensure_not_frozen(project)
        for news in project.news.all():
            ensure_not_frozen(news)
        email, pictures = project.email, [project.picture, project.proposed.get("picture", "")]
        if project.state not in (TextState.WITHDRAWN, TextState.REMOVED):
            project = withdraw_project(project)
        for news in project.news.all():
            erase_news(news)
        forget_notes(project)
        end_links(PURPOSE, project.code)
        if project.meter is None:
            project.delete()
        else:
            _blank(project)
        if not Project.objects.filter(email=email).exists():
            Mail.objects.filter(email=email, occasion__in=(LINK, DECISION)).delete()
        for picture in pictures:
            transaction.on_commit(partial(forget_picture, picture))


def exported_project(project: Project) -> dict[str, Any]:
    """Return all that the site holds about a project, for its proposer."""
    pledge, likes = signed_pledge(project), likes_of_one(project)
    names = ("title", "field", "town", "for_whom", "need", "quantity", "unit", "goods", "story")
    return {
        "address": project.get_absolute_url(),
        **{name: getattr(project, name) for name in (*names, "name", "organisation", "email")},
        "language": project.language,
        "state": project.state,
        "standing": standing_of(project).value,
        "reason_of_refusal": project.refused_for,
        "note": project.note,
        "objection": project.objection,
        "proposed": project.proposed,
        "sent_at": project.sent_at.isoformat() if project.sent_at else None,
        "likes": {
            "received": likes.received,
            "counted": likes.counted,
            "refused": likes.refused,
            "to_verify": likes.to_verify,
        },
        "godparent": pledge.sponsor.name if pledge else None,
        "news": [
            {
                "text": news.text,
                "picture": address_of(news.picture),
                "picture_alt": news.picture_alt,
                "state": news.state,
                "sent_at": news.received_at.isoformat(),
            }
            for news in project.news.all()
        ],
        "steps": [
            {"step": step.kind, "sponsor": step.sponsor, "at": step.happened_at.isoformat()}
            for step in project.steps.all()
        ],
    }


def _blank(project: Project) -> None:
    for name in (*_WORDS, *_NOTES):
        setattr(project, name, "")
    project.quantity, project.proposed, project.proposed_at = None, {}, None
    project.slug = project.code
    project.sessions_version += 1
    project.save()
    project.offers.all().delete()  # type: ignore[attr-defined]
    Meter.objects.filter(project=project).update(name=project.code)
