"""What a batch of codes has come to."""

from dataclasses import dataclass

from audience.models import CodeBatch


@dataclass(frozen=True, slots=True)
class BatchFigures:
    """How many of the codes of a batch exist, and how many were redeemed."""

    made: int
    redeemed: int

    @property
    def left(self) -> int:
        return self.made - self.redeemed


def figures_of(batch: CodeBatch) -> BatchFigures:
    """Return the figures of `batch` as its rows give them."""
    made = batch.codes.count()
    return BatchFigures(made, batch.codes.exclude(redeemed_at=None).count())
