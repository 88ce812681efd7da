"""Words to the presenter, with a receipt."""

import pytest

from live.domain.message_presenter import message_presenter, see_message
from live.domain.start_run import start_run
from live.refusals import MayNotOperate, NothingWritten

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_sent_then_seen_once(run, caller):
    message = message_presenter(run, caller, f" {'Conclus. ' * 40} ")
    assert (len(message.text), message.sent_by, message.seen_at) == (240, caller, None)
    see_message(run, message.pk)
    message.refresh_from_db()
    first = message.seen_at
    assert first is not None
    see_message(run, message.pk)
    message.refresh_from_db()
    assert message.seen_at == first


def test_only_the_presenter_of_that_run(run, caller, programme_on_debate):
    message = message_presenter(run, caller, "Conclus.")
    see_message(start_run(programme_on_debate, caller, is_rehearsal=True), message.pk)
    message.refresh_from_db()
    assert message.seen_at is None


def test_what_is_refused(run, caller, make_user):
    with pytest.raises(NothingWritten):
        message_presenter(run, caller, " ")
    with pytest.raises(MayNotOperate):
        message_presenter(run, make_user("ana", "live.watch_run"), "Bonjour")
