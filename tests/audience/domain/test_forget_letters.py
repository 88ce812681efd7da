"""What waits about something is forgotten, and nothing else."""

import pytest

from audience.domain.forget_letters import forget_letters
from audience.domain.queue_letter import queue_letter
from audience.enums import MailState
from audience.models import Mail

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_only_the_mails_about_this(roots):
    for about, email in [("1", "zoe@example.org"), ("1", "max@example.org"), ("2", "lea@e.org")]:
        queue_letter("question", about, email, "fr")
    queue_letter("contestation", "1", "zoe@example.org", "fr")
    assert forget_letters("question", "1") == 2
    assert sorted(Mail.objects.values_list("occasion", "about")) == [
        ("contestation", "1"),
        ("question", "2"),
    ]


def test_what_is_on_its_way_is_left_to_its_sender(roots):
    for number, state in enumerate(MailState):
        Mail.objects.create(occasion="question", about="1", email=f"{number}@e.org", state=state)
    forget_letters("question", "1")
    assert [one.state for one in Mail.objects.all()] == [MailState.SENDING]
