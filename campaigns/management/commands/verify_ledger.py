"""`manage.py verify_ledger`: nothing that was sealed has changed."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaigns.domain.ledger.verify import verify


class Command(BaseCommand):
    help = (
        "Compute every hash and balance of the ledger anew. Names the first entry or batch that "
        "was altered, removed or moved, and then exits 1."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        found = verify()
        self.stdout.write(
            f"{found.entries} entries in {found.batches} batches are as they were sealed."
        )
        if found.fault is not None:
            raise CommandError(found.fault.sentence)
        self.stdout.write(f"Head: {found.hash}")
