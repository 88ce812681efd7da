"""The lives of ledgers and the totals of days that the domain's tests tell, told here too."""

from tests.campaigns.domain.ledger.conftest import live, running, three_batches
from tests.campaigns.domain.reports.conftest import today, total, watched

__all__ = ["live", "running", "three_batches", "today", "total", "watched"]
