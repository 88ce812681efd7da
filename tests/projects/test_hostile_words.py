"""Texts that would run somewhere if somebody forgot to escape them, in every place of projects."""

import pytest
from django.core import mail

from audience.domain.send_mails import send_mails
from projects.domain.post_news import post_news
from projects.models import Project
from qa.domain.decide import decide
from qa.enums import Action
from tests.qa.test_hostile_words import HOSTILE, look

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("hostile", HOSTILE)
def test_nothing_runs_anywhere(client, admin_client, sent, enter_own, make_offer, mo, hostile):
    names = ("title", "need", "for_whom", "name", "organisation", "goods", "story", "town")
    project = sent(quantity=3, **dict.fromkeys(names, hostile[:60]))
    Project.objects.update(slug="hostile")
    admin_client.force_login(mo)
    desk = f"/admin/projects/{project.pk}/"
    assert look(admin_client.get(desk).content.decode()).seen
    project = decide(Project.objects.get(), Action.APPROVE, user=mo)
    decide(post_news(project, "k", hostile), Action.APPROVE, user=mo)
    make_offer(project=project, firm=hostile[:60], name=hostile[:60], words=hostile)
    for address in ("/projets/", "/projets/hostile/", f"/suivre/projet/{project.code}/",
                    "/projets/hostile/parrainer/", f"/signaler/project/{project.code}/",
                    f"/geste/{project.meter.key}/like/"):  # fmt: skip
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert look(answer.content.decode()).seen, address
    own = enter_own(project)
    assert look(own.get(project.get_private_url()).content.decode()).seen
    assert look(admin_client.get(desk).content.decode()).seen
    send_mails()
    assert mail.outbox
    for letter in mail.outbox:
        look(letter.alternatives[0][0])
        assert "\n" not in letter.subject
