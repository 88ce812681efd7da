"""A link proves the mailbox, once, and sends the project to the team."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from audience.domain.mailbox_links import begin_session
from audience.models import Mail, MailboxLink
from projects.domain import enter as module
from projects.domain.enter import ask_for_link, enter, projects_of
from projects.domain.send_link import PURPOSE
from projects.models import Project
from projects.refusals import LinkIsOver, TooManyProposed
from qa.enums import Action, TextState
from qa.models import Decision

pytestmark = pytest.mark.django_db


class Session(dict):
    def cycle_key(self) -> None:
        pass


def test_the_first_press_sends_it(propose):
    project = propose()
    link = MailboxLink.objects.get()
    entered = enter(link)
    assert (entered.pk, entered.state) == (project.pk, TextState.PENDING)
    assert entered.sent_at is not None
    assert Decision.objects.get().action == Action.SEND
    assert Mail.objects.filter(occasion="project").count() == 1
    with pytest.raises(LinkIsOver):
        enter(link)


def test_a_later_link_only_opens(sent):
    project = sent()
    ask_for_link("Odile@example.org", "fr", "")
    again = enter(MailboxLink.objects.get(used_at=None))
    assert again.version == project.version


def test_a_stranger_gets_no_mail_and_no_answer(project):
    before = Mail.objects.count()
    ask_for_link("nobody@example.org", "fr", "")
    assert Mail.objects.count() == before


def test_a_network_asks_so_often(project, monkeypatch):
    monkeypatch.setattr(module, "MOST_PER_NETWORK", 0)
    ask_for_link("odile@example.org", "fr", "192.0.2.1")
    with pytest.raises(TooManyProposed):
        ask_for_link("odile@example.org", "fr", "192.0.2.1")


def test_whose_projects_a_session_opens(sent):
    first, second = sent(), sent(title="Une autre")
    sent("ines@example.org")
    session = Session()
    assert not projects_of(session)
    begin_session(session, PURPOSE, first.code, 0)
    assert list(projects_of(session)) == [second, first]
    Project.objects.filter(pk=first.pk).update(sessions_version=1)
    assert not projects_of(session)


@pytest.mark.databases
@pytest.mark.django_db(transaction=True)
def test_a_link_pressed_four_times_at_once(propose):
    propose()
    link = MailboxLink.objects.get()

    def press(_: int) -> bool:
        try:
            enter(link)
        except LinkIsOver:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sum(pool.map(press, range(4))) == 1
    assert Decision.objects.count() == 1
