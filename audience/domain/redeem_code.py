"""Redeem a code: it becomes one act, once, whoever types it and how often.

The act is named after the code, so the unique name of acts stands behind the lock on its row.
"""

from datetime import datetime

from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from audience.domain.act_names import nonce_of
from audience.domain.code_text import digests_of, read_code
from audience.domain.count_acts import Offer, Outcome, count_acts
from audience.domain.people import network_of
from audience.domain.signing import open_signed, sign
from audience.domain.tokens import VALID_MS, new_nonce, now_ms
from audience.enums import ActKind
from audience.errors import (
    CodeFormTooOld,
    CodeNotYetValid,
    CodeOver,
    CodeRevoked,
    CodeUnknown,
    CodeUsed,
    CountNotOpen,
    TooManyTries,
)
from audience.models import Meter, OffsiteCode

# So many unknown codes from one network, then it waits. A class of pupils may mistype; whoever
# guesses needs thousands of millions.
MOST_TRIES = 20
WINDOW_S = 600
_PURPOSE = "code-forms"


def new_form() -> str:
    """Return the name of a form, signed: what is sent twice from it is one request."""
    return sign(f"{now_ms():x}.{new_nonce()}", _PURPOSE)


def redeem_code(typed: str, form: str, address: str) -> Outcome:
    """Count the act that the code `typed` stands for and return how it ended.

    `form` comes from `new_form`; `address` is the sender's. Raises a CodeRefused; then nothing was
    written and the code is as good as before.
    """
    budget = _budget(address)
    if cache.get(budget, 0) >= MOST_TRIES:
        raise TooManyTries
    code = read_code(typed)
    form_name = _name_of(form)
    found = OffsiteCode.objects.filter(digest__in=digests_of(code)).first()
    if found is None:
        _spend(budget)
        raise CodeUnknown
    return _redeem(found, form_name)


@transaction.atomic
def _redeem(found: OffsiteCode, form_name: str) -> Outcome:
    # The meter first, like everything that counts.
    meter = Meter.objects.select_for_update().get(code_batches=found.batch_id)
    code = (
        OffsiteCode.objects.select_for_update(of=("self",)).select_related("batch").get(pk=found.pk)
    )
    now = timezone.now()
    if code.redeemed_at is None:
        _ensure_valid(code, meter, now)
        code.redeemed_at, code.redeemed_with = now, form_name
        code.save(update_fields=["redeemed_at", "redeemed_with"])
    elif code.redeemed_with != form_name:
        raise CodeUsed(when=code.redeemed_at)
    [outcome] = count_acts([_offer(code, meter, code.redeemed_at)])
    assert outcome is not None
    return outcome


def _ensure_valid(code: OffsiteCode, meter: Meter, now: datetime) -> None:
    batch = code.batch
    if batch.revoked_at:
        raise CodeRevoked
    if now < batch.valid_from:
        raise CodeNotYetValid(when=batch.valid_from)
    if now >= batch.valid_until:
        raise CodeOver(when=batch.valid_until)
    if (meter.opens_at and now < meter.opens_at) or (meter.closes_at and now >= meter.closes_at):
        raise CountNotOpen


def _offer(code: OffsiteCode, meter: Meter, at: datetime) -> Offer:
    return Offer(
        meter_key=meter.key,
        kind=ActKind.OFFSITE.value,
        received_at=at,
        nonce=nonce_of("code", code.digest),
        host=code.batch.origin,
    )


def _name_of(form: str) -> str:
    body = open_signed(form, _PURPOSE)
    if body is None:
        raise CodeFormTooOld
    made, _, name = body.partition(".")
    if now_ms() - int(made, 16) > VALID_MS:
        raise CodeFormTooOld
    return name


def _budget(address: str) -> str:
    return f"code-tries:{network_of(address, 'codes', timezone.localdate())}"


def _spend(budget: str) -> None:
    if not cache.add(budget, 1, WINDOW_S):
        try:
            cache.incr(budget)
        except ValueError:  # It ran out between the two calls.
            cache.set(budget, 1, WINDOW_S)
