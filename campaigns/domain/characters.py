"""The house characters: vegetables with faces, who stand in where a page has no picture."""

CAST = ("carotte", "poireau", "tomate", "aubergine", "patate", "chou", "oignon", "radis", "courge")


def character_for(number: int | None) -> str:
    """Return the static path of the character of the page with this number."""
    return f"ui/vegetables/{CAST[(number or 0) % len(CAST)]}.svg"
