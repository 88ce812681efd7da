"""The kinds of public texts that the team curates, by the name that decisions know them by."""

from typing import Any

from qa.models import Moderated, Question

KINDS: dict[str, type[Moderated]] = {model.kind: model for model in (Question,)}


def text_of(kind: str, pk: int, *related: str) -> Moderated | None:
    """Return the text of this kind with this key, or None."""
    model: Any = KINDS.get(kind)
    if model is None:
        return None
    found: Moderated | None = model._base_manager.select_related(*related).filter(pk=pk).first()
    return found
