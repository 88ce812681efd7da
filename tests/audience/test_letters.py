"""Who writes a mail is told from above."""

import pytest
from wagtail.models import Site

from audience.letters import Letter, compose, write_letter
from audience.models import Mail
from tests.audience.following import OCCASION, writer  # noqa: F401


def test_the_occasion_chooses_the_writer(writer):  # noqa: F811
    assert write_letter(Mail(occasion=OCCASION, about="3")) == Letter("News 3", "Text", "<p>T</p>")
    assert write_letter(Mail(occasion="unheard-of")) is None


@pytest.mark.django_db
def test_a_mail_comes_from_the_site_by_its_own_name(house, settings):
    def sender() -> str:
        return compose("Hello", "audience/mail/asked", {}).html.split("</h1>")[0]

    settings.WAGTAIL_SITE_NAME = "Potager"
    Site.objects.update(site_name="Radio Radis")
    assert "Radio Radis" in sender()
    Site.objects.update(site_name="")
    assert "Potager" in sender()
