"""Quantities with what they are quantities of, as people say it: « 2 kg d’oignons »."""

from collections.abc import Sequence
from functools import lru_cache

from django.utils.translation import get_language, override

from campaigns.domain.quantities import quantity_label
from campaigns.enums import Unit
from campaigns.models import Pledge

_VOWELS = "aeiouyàâæéèêëîïôœùûü"
# An h is silent (« d’huile ») but for some words, of which these can stand in a crate.
_ASPIRATED = ("hach", "hamb", "hareng", "haricot", "homard", "hou")


def gift_label(quantity: int, pledge: Pledge) -> str:
    """Return `quantity`, in the pledge's unit, of what it gives, in this request's language."""
    return f"{quantity_label(quantity, pledge.unit)} {goods_of(pledge)}"


def goods_of(pledge: Pledge) -> str:
    """Return what a pledge gives as it follows an amount: « d’oignons », “of onions”."""
    return goods_after(pledge.goods_here, pledge.unit)


def goods_after(goods: str, unit: str) -> str:
    """Return `goods` as they follow an amount in `unit`, in this request's language."""
    if unit == Unit.ITEM:
        return goods
    if get_language() == "en":
        return f"of {goods}"
    return f"d’{goods}" if _is_elided(goods.lower()) else f"de {goods}"


def describe_gifts(gifts: Sequence[Sequence[int]], language: str) -> str:
    """Return what an act gave, as its row holds it, in words: « 2 kg de légumes, 3 jouets »."""
    return ", ".join(_described(pledge, quantity, language) for pledge, quantity in gifts)


@lru_cache(maxsize=512)
def _described(pledge_id: int, quantity: int, language: str) -> str:
    # Nothing of it changes once a pledge gives.
    with override(language):
        return gift_label(quantity, Pledge.objects.get(pk=pledge_id))


def _is_elided(goods: str) -> bool:
    if goods.startswith("h"):
        return not goods.startswith(_ASPIRATED)
    return goods.startswith(tuple(_VOWELS))
