"""`manage.py recount`: every total made anew from the rows of acts and votes."""

import hashlib
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from campaigns.domain.ledger.recount import recount
from campaigns.recounts import recount_others


class Command(BaseCommand):
    help = (
        "Count all acts and votes again and compare: meters, days, pledges, ledger, questions. "
        "Prints what differs and then exits 1."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--write", action="store_true", help="mend the totals that follow from acts and ledger"
        )
        parser.add_argument(
            "--totals",
            type=Path,
            metavar="FILE",
            help="write all totals there: the same bytes as /registre/totals.json",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        found = recount(write=options["write"])
        others = recount_others(options["write"])
        differences = [*found.differences, *(one for other in others for one in other.differences)]
        for one in differences:
            self.stdout.write(f"{one}{' (mended)' if one.is_mended else ''}")
        document = found.totals().document()
        if options["totals"]:
            options["totals"].write_bytes(document)
        received = sum(totals.received for totals in found.meters.values())
        self.stdout.write(f"{received} acts of {len(found.meters)} meters recounted.")
        for other in others:
            self.stdout.write(f"{other.what} recounted.")
        self.stdout.write(f"SHA-256 of the totals: {hashlib.sha256(document).hexdigest()}")
        remaining = sum(not one.is_mended for one in differences)
        if remaining:
            raise CommandError(self._advice(remaining, options["write"]))

    def _advice(self, remaining: int, is_written: bool) -> str:
        if is_written:
            return (
                f"{remaining} differences remain between acts and ledger. The ledger is never "
                "edited: record a reversal, or the entry that lacks."
            )
        return (
            f"{remaining} totals differ from the rows. Run “manage.py recount --write” to mend "
            "those that are derived."
        )
