"""What is due again and again. Each chore may run in several workers at once without harm."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from ambassadors.domain.forget_unproved import forget_unproved
from audience.domain.forget_followers import forget_followers
from audience.domain.forget_people import forget_people
from audience.domain.forget_sharers import forget_sharers
from audience.domain.mailbox_links import forget_links
from audience.domain.make_channel_codes import make_missing_codes
from audience.domain.send_mails import send_mails
from campaigns.domain.cards.make_cards import make_cards
from campaigns.domain.close_pledges import close_pledges
from campaigns.domain.count_declared import count_declared
from campaigns.domain.forget_filers import forget_filers
from campaigns.domain.ledger.seal import seal
from campaigns.domain.tell_followers import tell_followers
from fundraising.domain.forget_pages import forget_pages
from fundraising.domain.issue_yearly import issue_years
from fundraising.domain.warn_of_sums import warn_of_sums
from live.domain.forget_reminders import forget_reminders
from live.domain.keep_film import keep_films
from live.domain.open_replay import open_replays
from live.domain.remind import announce_changes, remind
from media.domain.encode.queue import reap
from media.domain.encode.retire import sweep_encodings
from media.domain.receive_upload import sweep_uploads
from projects.domain.forget_unproved import forget_unproved as forget_unproved_projects
from projects.domain.tell_steps import tell_steps
from qa.domain.confirm_comment import forget_drafts
from qa.domain.forget_addresses import forget_addresses
from qa.domain.forget_voters import forget_voters
from qa.domain.turn_questions import turn_questions


@dataclass(frozen=True)
class Chore:
    """Something to do every `every_s` seconds."""

    name: str
    every_s: float
    run: Callable[[], object]


def publish_scheduled() -> None:
    """Publish and unpublish the pages whose hour has come."""
    call_command("publish_scheduled", verbosity=0)


def forget_old_tasks() -> None:
    """Remove tasks that ended, or whose worker died, more than a day ago; rows are the truth."""
    a_day_ago = timezone.now() - timedelta(days=1)
    DBTaskResult.objects.filter(started_at__lt=a_day_ago).delete()


CHORES = (
    Chore("reap encode jobs", 5, reap),
    Chore("count declared acts", 5, count_declared),
    Chore("seal the ledger", 10, seal),
    Chore("tell followers", 5, tell_followers),
    Chore("tell steps of projects", 10, tell_steps),
    Chore("send mails", 5, send_mails),
    Chore("make replays", 5, open_replays),
    Chore("make films of replays", 10, keep_films),
    Chore("turn questions", 10, turn_questions),
    Chore("remind of live programmes", 20, remind),
    Chore("publish scheduled pages", 30, publish_scheduled),
    Chore("announce new dates of live programmes", 60, announce_changes),
    Chore("make share codes", 30, make_missing_codes),
    Chore("issue receipts of years", 30, issue_years),
    Chore("draw share cards", 60, make_cards),
    Chore("close pledges", 60, close_pledges),
    Chore("clear replaced films", 300, sweep_encodings),
    Chore("clear abandoned uploads", 600, sweep_uploads),
    Chore("forget who acted", 3600, forget_people),
    Chore("forget where votes came from", 3600, forget_voters),
    Chore("forget who shared", 3600, forget_sharers),
    Chore("forget followers", 3600, forget_followers),
    Chore("forget links to sign in", 3600, forget_links),
    Chore("forget unsent collection pages", 3600, forget_pages),
    Chore("forget unproved projects", 3600, forget_unproved_projects),
    Chore("warn of sums of gifts", 3600, warn_of_sums),
    Chore("forget who did not join", 3600, forget_unproved),
    Chore("forget comments to confirm", 3600, forget_drafts),
    Chore("forget reminders", 3600, forget_reminders),
    Chore("forget addresses that have served", 3600, forget_addresses),
    Chore("forget who contested", 3600, forget_filers),
    Chore("forget old tasks", 3600, forget_old_tasks),
)
