"""Codes, partners and calls for tests."""

import hashlib
import hmac
import json
from datetime import timedelta

from django.utils import timezone

from audience.domain.code_text import digest_of, new_code
from audience.domain.sale_signature import secret_of
from audience.models import CodeBatch, Meter, OffsiteCode, Partner, PartnerKey


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


class Till:
    """A partner's till system, which signs what it sends. Written apart from what it checks."""

    def __init__(self, meter: Meter, **values: object) -> None:
        self.meter = meter
        self.partner = Partner.objects.create(meter=meter, name="Coop", **values)
        self.key = PartnerKey.objects.create(partner=self.partner)
        self.path = f"/sales/{meter.key}"

    def body(self, sale: object = "T1", **values: object) -> bytes:
        told = {"sale": sale, "sold_at": timezone.now().isoformat(), "acts": 1, **values}
        return json.dumps(told).encode()

    def headers(
        self, body: bytes, at_s: int | None = None, path: str = "", secret: str = ""
    ) -> dict[str, str]:
        at = str(int(timezone.now().timestamp()) if at_s is None else at_s)
        text = b"\n".join([at.encode(), b"POST", (path or self.path).encode(), body])
        secret = secret or secret_of(self.key.key_id)
        made = hmac.new(secret.encode(), text, hashlib.sha256).hexdigest()
        return {
            "potager-key": self.key.key_id,
            "potager-timestamp": at,
            "potager-signature": f"v1={made}",
        }
