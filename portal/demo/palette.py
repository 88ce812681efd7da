"""The colours of the house, as the posters and the cast use them: flat, and few."""

PAPER, INK, SOFT = "#FFF8EC", "#231A14", "#5E4B3F"
LEEK, TOMATO, CARROT, SUN, PLUM = "#0B6B45", "#C7361D", "#F28A1E", "#FFCB3D", "#6B2D5C"
CREAM, MINT = "#FFF3DE", "#7AD3A6"
PALETTE = frozenset({PAPER, INK, SOFT, LEEK, TOMATO, CARROT, SUN, PLUM, CREAM, MINT})

# The second cut of paper: a little darker than the first, never a gradient.
DARKER = {
    LEEK: "#084D31", TOMATO: "#9E2A16", CARROT: "#CF6D0E", SUN: "#E5A91F", PLUM: "#4E1E43",
    CREAM: "#F0DDB8", PAPER: "#F0DDB8", MINT: "#5BBD8C",
}  # fmt: skip
# Potato, crate and stalks: the house palette has no brown.
WOOD = frozenset({"#E0B46C", "#C4944A", "#7A5628"})
