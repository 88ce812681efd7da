"""A project can be followed, hears of its pledge, and its mails end with one press."""

import pytest
from django.utils import timezone

from audience.letters import write_letter
from audience.models import Mail, Subscription
from audience.subjects import subject_at
from campaigns.domain.announce import announce
from campaigns.domain.followed import pledges_of, subjects_of
from campaigns.domain.say_news import news_of
from campaigns.enums import NewsEvent, PledgeState
from campaigns.models import Pledge
from projects.domain.adopt import adopt
from projects.domain.followed_projects import sample_step
from projects.domain.tell_steps import tell_steps

pytestmark = pytest.mark.django_db


def test_only_what_everybody_sees(project, sent):
    subject = subject_at("projet", project.code)
    assert (subject.title, subject.address) == (project.title, project.get_absolute_url())
    assert subject_at("projet", sent("b@example.org").code) is None
    assert subject_at("projet", "nothing") is None


def test_the_news_of_its_pledge_are_its_own(project, make_pledge, mo):
    pledge = make_pledge()
    assert ("project", project.code) not in subjects_of(pledge)
    adopt(project, pledge, mo, project.version)
    assert ("project", project.code) in subjects_of(pledge)
    pledge.state = PledgeState.AMENDED
    pledge.save()
    amended = make_pledge(replaces=pledge)
    assert ("project", project.code) in subjects_of(amended)
    subject = subject_at("projet", project.code)
    assert set(Pledge.objects.filter(pledges_of(subject))) == {pledge, amended}
    announce(amended, NewsEvent.CAPPED)
    assert len(news_of(subject)) == 1


def test_the_mail_of_a_step(project, make_pledge, mo):
    follower = Subscription.objects.create(
        kind="project",
        key=project.code,
        email="lea@example.org",
        state="confirmed",
        confirmed_at=timezone.now(),
    )
    adopt(project, make_pledge(), mo, project.version)
    tell_steps()
    mail = Mail.objects.get(subscription=follower)
    letter = write_letter(mail)
    assert "Coop La Fourche" in letter.subject
    assert letter.end_link
    assert letter.end_link in letter.html.replace("&amp;", "&")
    type(project).objects.update(state="hidden")
    assert write_letter(mail) is None
    follower.state = "ended"
    follower.save()
    assert write_letter(Mail.objects.get(pk=mail.pk)) is None


def test_the_sample():
    assert sample_step().end_link
