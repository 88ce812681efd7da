"""Propose a project: a draft, and a link in the proposer's mailbox that sends it. No account."""

from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils.text import slugify

from audience.domain.network_budget import spend
from projects.domain.check_words import ProjectWords, checked_words
from projects.domain.send_link import send_link
from projects.gateways.project_pictures import keep_picture
from projects.models import Project
from projects.refusals import TooManyProposed, TooManyWaiting
from qa.domain.fold import fold
from qa.enums import WAITING_STATES, TextState
from qa.models.keys import new_code

# Of the tickets that its forms carry.
PURPOSE = "projects.propose"
# A class of thirty behind one address; and some begin again.
MOST_PER_NETWORK = 60
MOST_WAITING = 5
_LONGEST_STEM = 60
# Words of addresses beside those of projects.
TAKEN = frozenset({"proposer", "envoye", "lien", "entrer", "parrainer"})
_OVER = (TextState.WITHDRAWN, TextState.REMOVED)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the form says. `key` names it: the same form twice proposes one project."""

    key: str
    email: str
    words: ProjectWords
    picture: bytes | None = None
    language: str = "fr"


def propose_project(proposal: Proposal, network_address: str) -> Project:
    """Keep a draft for the mailbox, send the link to it, and return it.

    The same project of the same mailbox is proposed once, by whatever form. Raises
    TooManyProposed, TooManyWaiting or what `checked_words` raises.
    """
    proposed = Project.objects.filter(key=proposal.key).first()
    if proposed is not None:
        return proposed
    words, email = checked_words(proposal.words), proposal.email.lower()
    if not spend("projects", network_address, MOST_PER_NETWORK):
        raise TooManyProposed
    with transaction.atomic():
        same = _same(email, words)
        if same is not None:
            if same.key != proposal.key:
                send_link(same, proposal.language)
            return same
        waiting = Project.objects.filter(email=email, state__in=WAITING_STATES)
        if waiting.count() >= MOST_WAITING:
            raise TooManyWaiting
        project, is_new = _kept(proposal, words, email)
        if is_new:
            if proposal.picture:
                project.picture = keep_picture(proposal.picture)
                project.save(update_fields=["picture"])
            send_link(project, proposal.language)
    return project


def free_slugs(title: str) -> tuple[str, ...]:
    """Return the addresses to try for a project of this title, the shortest first."""
    stem = slugify(title)[:_LONGEST_STEM].strip("-")
    found = (stem, f"{stem}-{new_code()}".strip("-"), new_code())
    return tuple(slug for slug in found if slug and slug not in TAKEN)


def _same(email: str, words: ProjectWords) -> Project | None:
    own = Project.objects.filter(email=email, fold=fold(words.need), title=words.title)
    return own.exclude(state__in=_OVER).first()


def _kept(proposal: Proposal, words: ProjectWords, email: str) -> tuple[Project, bool]:
    values = {
        **asdict(words),
        "fold": fold(words.need),
        "email": email,
        "language": proposal.language,
        "state": TextState.DRAFT,
    }
    for slug in free_slugs(words.title):
        if Project.objects.filter(slug=slug).exists():
            continue
        try:
            with transaction.atomic():
                return Project.objects.get_or_create(
                    key=proposal.key, defaults={**values, "slug": slug}
                )
        except IntegrityError:  # Another project took the address at this moment.
            continue
    return Project.objects.get_or_create(key=proposal.key, defaults={**values, "slug": new_code()})
