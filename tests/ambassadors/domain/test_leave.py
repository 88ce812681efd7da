"""Leaving forgets who it was; what they brought stays."""

import json
from datetime import date

import pytest

from ambassadors.domain.leave import exported, leave
from ambassadors.domain.rank import standings
from ambassadors.domain.send_link import PURPOSE, send_link
from ambassadors.models import Ambassador, Contact
from audience.domain.holder_codes import brought_by_holders
from audience.models import Mail, MailboxLink, ShareCode
from qa.models import Decision
from qa.refusals import TextFrozen

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def zoe(make_ambassador, bring, house):
    one = make_ambassador("Zoé secrète")
    bring(one, 2)
    send_link(one, "fr")
    Contact.objects.create(
        kind="ambassador", subject_id=one.pk, contacted_on=date(2026, 11, 3), note="Called"
    )
    return one


def test_nothing_names_them_any_more(zoe, make_ambassador):
    leave(zoe)
    leave(zoe)
    one = Ambassador.objects.get()
    assert (one.alias, one.email, one.fold, one.sessions_version) == ("", None, "", 1)
    assert brought_by_holders() == {zoe.code: 2}
    assert standings(None) == []
    assert not ShareCode.objects.filter(holder=zoe.code, revoked_at=None).exists()
    assert not Contact.objects.exists()
    assert not Mail.objects.exists()
    assert not MailboxLink.objects.filter(purpose=PURPOSE, used_at=None).exists()
    told = json.dumps([[one.before, one.after] for one in Decision.objects.all()])
    assert "secr" not in told
    make_ambassador("Zoé secrète")


def test_what_the_law_wants_kept_stays(zoe):
    Ambassador.objects.update(frozen_for="A court asked")
    with pytest.raises(TextFrozen):
        leave(zoe)
    assert Ambassador.objects.get().alias == "Zoé secrète"


def test_all_of_it_to_take_along(zoe):
    told = exported(zoe)
    assert json.loads(json.dumps(told)) == told
    assert (told["alias"], told["people_brought"]) == ("Zoé secrète", 2)
    assert [link["people"] for link in told["links"]] == [2, 0]
    assert told["contacts"] == [{"day": "2026-11-03", "note": "Called"}]
