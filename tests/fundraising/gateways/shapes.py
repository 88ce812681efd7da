"""What a provider's own library says of a body: fields it does not know, lacks or reads otherwise."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, ClassVar, ForwardRef, Literal, Union, get_args, get_origin

import stripe
from pydantic import BaseModel, ValidationError
from stripe import ListObject, StripeObject

# Decimals travel as texts.
_ON_THE_WIRE = {Decimal: str}


def differences(value: Any, kind: Any, at: str) -> Iterator[str]:
    """Yield what of `value`, found at `at`, an annotation of Stripe's library does not allow.

    Its classes are made of its OpenAPI description and hold annotations alone: nothing in the
    library reads them at run time, so they are followed here.
    """
    if isinstance(kind, str | ForwardRef):
        kind = getattr(stripe, getattr(kind, "__forward_arg__", kind), Any)
    origin, choices = get_origin(kind), get_args(kind)
    if kind is Any or "Untyped" in repr(kind):
        return
    if origin is Union:
        yield from min((list(differences(value, choice, at)) for choice in choices), key=len)
    elif origin is Literal:
        if value not in choices:
            yield f"{at}: {value!r}"
    elif origin is list or origin is ListObject:
        rows = value["data"] if origin is ListObject else value
        if not isinstance(rows, list):
            yield f"{at}: {rows!r}"
            return
        for number, row in enumerate(rows):
            yield from differences(row, choices[0], f"{at}.{number}")
    elif isinstance(kind, type) and issubclass(kind, StripeObject) and isinstance(value, dict):
        yield from _fields(value, kind, at)
    elif type(value) is not (origin or _ON_THE_WIRE.get(kind, kind)):
        yield f"{at}: {value!r}"


def _fields(value: dict[str, Any], kind: type[StripeObject], at: str) -> Iterator[str]:
    known = _annotations(kind)
    yield from (f"{at}.{name}: unknown" for name in value.keys() - known.keys())
    for name, annotation in known.items():
        if name in value:
            yield from differences(value[name], annotation, f"{at}.{name}")
        elif annotation is not Any and type(None) not in get_args(annotation):
            yield f"{at}.{name}: missing"


def _annotations(kind: type[StripeObject]) -> dict[str, Any]:
    own = kind.__dict__.get("__annotations__", {})
    return {name: said for name, said in own.items() if get_origin(said) is not ClassVar}


def refused_by(model: type[BaseModel], value: dict[str, Any]) -> set[str]:
    """Return the places of `value` that a model of HelloAsso's library does not know or allow."""
    try:
        model.model_validate(value, extra="forbid")
    except ValidationError as error:
        return {".".join(str(step) for step in one["loc"]) for one in error.errors()}
    return set()
