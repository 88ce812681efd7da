"""The lives of ledgers and the totals of days that the domain's tests tell, told here too."""

from django.http import FileResponse, StreamingHttpResponse

from tests.campaigns.domain.ledger.conftest import live, running, three_batches
from tests.campaigns.domain.reports.conftest import came, shared, today, total, watched

__all__ = [
    "came",
    "live",
    "running",
    "shared",
    "three_batches",
    "today",
    "total",
    "watched",
]


def sent(answer: FileResponse | StreamingHttpResponse) -> bytes:
    """Return what a file holds; the test client closes it at its end."""
    return b"".join(answer.streaming_content)
