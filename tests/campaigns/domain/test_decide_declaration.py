"""Four eyes: nobody approves what they declared."""

import pytest
from django.db import IntegrityError, transaction

from campaigns.domain.decide_declaration import (
    approve_declaration,
    may_decide,
    reject_declaration,
)
from campaigns.models import Declaration
from campaigns.refusals import AlreadyDecided, MayNotDeclare, OwnDeclaration, WhyMissing
from tests.campaigns.declared import declare

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


@pytest.fixture
def edith(make_user):
    return make_user("edith", "add_declaration", "approve_declaration")


@pytest.fixture
def mo(make_user):
    return make_user("mo", "approve_declaration")


def test_a_second_person_approves(meter, edith, mo):
    declaration = declare(edith, meter)
    assert may_decide(mo, declaration)
    assert approve_declaration(mo, declaration).approved_by == mo
    meter.refresh_from_db()
    assert meter.version == 1
    for again in (approve_declaration, lambda *of: reject_declaration(*of, "Why")):
        with pytest.raises(AlreadyDecided):
            again(mo, declaration)


def test_nobody_approves_their_own(meter, edith, admin):
    for person in (edith, admin):
        with pytest.raises(OwnDeclaration):
            approve_declaration(person, declare(person, meter))


def test_nor_does_the_database_allow_it(meter, edith):
    declaration = declare(edith, meter)
    with pytest.raises(IntegrityError), transaction.atomic():
        Declaration.objects.filter(pk=declaration.pk).update(approved_by=edith)


def test_not_by_everybody(meter, edith, make_user):
    zoe, declaration = make_user("zoe"), declare(edith, meter)
    with pytest.raises(MayNotDeclare):
        approve_declaration(zoe, declaration)
    with pytest.raises(MayNotDeclare):
        reject_declaration(zoe, declaration, "Why")


def test_rejected_with_a_reason(meter, edith, mo):
    declaration = declare(edith, meter)
    with pytest.raises(WhyMissing):
        reject_declaration(mo, declaration, " ")
    assert reject_declaration(mo, declaration, "No invoice").why == "No invoice"
    with pytest.raises(AlreadyDecided):
        approve_declaration(mo, declaration)


def test_who_declared_takes_it_back(meter, edith):
    assert reject_declaration(edith, declare(edith, meter), "A slip").rejected_by == edith
