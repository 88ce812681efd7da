"""Codes cannot be guessed, and are not made twice for one channel."""

import pytest
from django.db import IntegrityError, transaction

from audience.models.sharing import CODE_LENGTH, CODE_SYMBOLS, new_share_code
from tests.audience.sharing import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def test_codes_are_random_and_easy_to_read():
    codes = {new_share_code() for _ in range(200)}
    assert len(codes) == 200
    assert {len(code) for code in codes} == {CODE_LENGTH}
    assert set("".join(codes)) <= set(CODE_SYMBOLS)
    assert not set("ILOU") & set(CODE_SYMBOLS)


def test_one_code_a_channel_and_as_many_own_ones_as_people(meter):
    code = code_of(meter)
    assert (str(code), code.is_own) == (code.code, False)
    with pytest.raises(IntegrityError), transaction.atomic():
        code_of(meter)
    assert code_of(meter, secret="a").is_own
    assert code_of(meter, secret="b").is_own
