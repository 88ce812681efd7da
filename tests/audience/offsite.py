"""Codes, partners and calls for tests."""

from datetime import timedelta

from django.utils import timezone

from audience.domain.code_text import digest_of, new_code
from audience.models import CodeBatch, Meter, OffsiteCode


def make_batch(meter: Meter, codes: int = 1, **values: object) -> tuple[CodeBatch, list[str]]:
    """Make a batch whose codes can be redeemed now, and return it with them."""
    now = timezone.now()
    defaults = {
        "meter": meter,
        "label": "Café 250 g",
        "count": codes,
        "valid_from": now - timedelta(days=1),
        "valid_until": now + timedelta(days=30),
        "made_at": now,
    }
    batch = CodeBatch.objects.create(**{**defaults, **values})
    made = [new_code() for _ in range(codes)]
    OffsiteCode.objects.bulk_create(
        OffsiteCode(batch=batch, digest=digest_of(code)) for code in made
    )
    return batch, made
