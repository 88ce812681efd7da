"""The lives of ledgers that the domain's tests tell, told here too."""

from tests.campaigns.domain.ledger.conftest import live, running, three_batches

__all__ = ["live", "running", "three_batches"]
