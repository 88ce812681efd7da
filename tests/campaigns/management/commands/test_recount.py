"""`manage.py recount` prints, mends when asked, and fails when something differs."""

import io

import pytest
from django.core.management import CommandError, call_command

from audience.models import Meter
from campaigns.domain.ledger.totals import published_totals
from campaigns.models import LedgerEntry

pytestmark = [pytest.mark.django_db, pytest.mark.databases]


def run(*arguments: object) -> str:
    out = io.StringIO()
    call_command("recount", *map(str, arguments), stdout=out)
    return out.getvalue()


def test_all_is_well_and_the_bytes_are_the_published_ones(three_batches, client, house, tmp_path):
    file = tmp_path / "totals.json"
    assert "5 acts of 1 meters recounted." in run("--totals", file)
    assert file.read_bytes() == published_totals().document()
    assert file.read_bytes() == b"".join(client.get("/registre/totals.json").streaming_content)


def test_a_difference_fails_until_it_is_mended(three_batches):
    Meter.objects.update(counted=7)
    with pytest.raises(CommandError, match="1 totals differ") as error:
        run()
    assert error.value.returncode == 1
    assert "(mended)" in run("--write")
    assert "kept" not in run()


def test_what_cannot_be_mended_still_fails(three_batches):
    LedgerEntry.objects.filter(kind="unlocked").last().delete()
    with pytest.raises(CommandError, match="never edited"):
        run("--write")
