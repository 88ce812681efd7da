"""Who writes a mail is told from above."""

from audience.letters import Letter, write_letter
from audience.models import Mail
from tests.audience.following import OCCASION, writer  # noqa: F401


def test_the_occasion_chooses_the_writer(writer):  # noqa: F811
    assert write_letter(Mail(occasion=OCCASION, about="3")) == Letter("News 3", "Text", "<p>T</p>")
    assert write_letter(Mail(occasion="unheard-of")) is None
