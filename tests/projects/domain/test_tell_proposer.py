"""The proposer hears of each step, once."""

import pytest

from audience.letters import write_letter
from audience.models import Mail
from projects.domain.tell_proposer import MOST_PER_MAILBOX, sample_to_proposer, tell_proposer
from qa.domain.assign_text import assign_text
from qa.domain.decide import decide
from qa.enums import Action

pytestmark = pytest.mark.django_db


def steps() -> list[str]:
    mails = Mail.objects.filter(occasion="project").order_by("pk")
    return [mail.about.split(":")[2] for mail in mails]


def test_from_the_proposal_to_the_page(sent, mo, make_user):
    project = sent()
    assign_text(project, mo.pk, mo)
    lea = make_user("lea", "wagtailadmin.access_admin", "qa.sort_text")
    assign_text(project, lea.pk, mo)
    decide(project, Action.APPROVE, user=mo)
    assert steps() == ["send", "assign", "approve"]
    letter = write_letter(Mail.objects.filter(occasion="project").last())
    assert "/projets/des-roues-pour-la-soupe/" in letter.text


def test_a_refusal_says_why(sent, mo):
    decide(sent(), Action.REJECT, user=mo, reason="other", note="C’est un vélo à vendre.")
    letter = write_letter(Mail.objects.filter(occasion="project").last())
    assert "C’est un vélo à vendre." in letter.text
    assert "/mes-projets/" in letter.html


def test_what_one_does_oneself_is_no_news(project):
    before = len(steps())
    decide(project, Action.WITHDRAW, user=None)
    assert len(steps()) == before


def test_a_mailbox_is_not_flooded(sent):
    project = sent()
    for number in range(MOST_PER_MAILBOX + 5):
        project.version = 100 + number
        tell_proposer(project, "changed")
    # The link that proved the mailbox was one of them.
    assert Mail.objects.filter(email=project.email).count() == MOST_PER_MAILBOX


def test_no_mail_about_what_was_erased(sent):
    project = sent()
    mail = Mail.objects.filter(occasion="project").get()
    project.delete()
    assert write_letter(mail) is None


def test_the_sample():
    assert sample_to_proposer().subject
