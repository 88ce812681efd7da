"""The kinds of public texts that can be reported, frozen and removed. Fill it in AppConfig.ready.

A kind's model is a Moderated with a public name, `code`, and an address.
"""

from typing import Any

from qa.models import Moderated

_kinds: dict[str, type[Moderated]] = {}


def register_kind(model: type[Moderated]) -> None:
    """Let texts of `model` be reported, frozen and removed under its `kind`."""
    _kinds[model.kind] = model


def kinds() -> list[type[Moderated]]:
    """Return the models of all kinds."""
    return list(_kinds.values())


def model_of(kind: str) -> type[Moderated] | None:
    """Return the model of the kind with this name, or None."""
    return _kinds.get(kind)


def text_at(kind: str, code: str) -> Moderated | None:
    """Return the text with this public name, whatever its state."""
    return _find(kind, code=code)


def text_of(kind: str, pk: int) -> Moderated | None:
    """Return the text that a decision or notice is about."""
    return _find(kind, pk=pk)


def _find(kind: str, **values: Any) -> Moderated | None:
    model = _kinds.get(kind)
    return model._base_manager.filter(**values).first() if model else None
