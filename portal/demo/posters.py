"""The demo's posters: one flat colour, one visual pun, sometimes one sentence."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image

from portal.demo.drawing import (
    Align,
    Figure,
    Scenery,
    figure_markup,
    letter,
    price_tag,
    rasterise,
    scenery_markup,
    typeset,
)
from portal.demo.palette import CARROT, CREAM, DARKER, INK, LEEK, MINT, PAPER, PLUM, SUN, TOMATO


@dataclass(frozen=True)
class Sentence:
    """A text in a box; the box is (left, top, width, height) in fractions of the picture."""

    text: str
    box: tuple[float, float, float, float]
    colour: str = INK
    align: Align = "left"
    tilt_deg: float = 0


@dataclass(frozen=True)
class Tag:
    """A price tag; `x` and `y` are its middle, `height` its height, as fractions."""

    text: str
    x: float
    y: float
    height: float = 0.11
    fill: str = SUN
    tilt_deg: float = -4


@dataclass(frozen=True)
class Scene:
    """One poster, described once and drawn at any size; `canvas` is the shape it is made for."""

    slug: str
    ground: str
    figures: tuple[Figure, ...]
    scenery: Scenery = "none"
    scenery_colour: str = LEEK
    sentence: Sentence | None = None
    tag: Tag | None = None
    canvas: tuple[int, int] = (1600, 900)


def draw_poster(
    scene: Scene, size_px: tuple[int, int], *, fonts_dir: Path, lettered: bool = True
) -> bytes:
    """Return the poster as a PNG of exactly that size (width, height).

    A size of another shape than the scene's canvas crops its edges. `lettered=False` leaves the
    sentence and the tag out, for pages that set their own title over the picture. Raises
    FontMissing when a text must be drawn and the fonts folder does not hold the font.
    """
    canvas_width, canvas_height = scene.canvas
    body = f'<path fill="{scene.ground}" d="M0 0H{canvas_width}V{canvas_height}H0Z"/>'
    body += scenery_markup(scene.scenery, scene.scenery_colour, *scene.canvas)
    body += "".join(figure_markup(figure, *scene.canvas) for figure in scene.figures)
    picture = rasterise(body, scene.canvas, size_px)
    if lettered:
        _add_letters(picture, scene, fonts_dir)
    out = BytesIO()
    picture.convert("RGB").save(out, format="PNG", optimize=True)
    return out.getvalue()


def _add_letters(picture: Image.Image, scene: Scene, fonts_dir: Path) -> None:
    canvas_width, canvas_height = scene.canvas
    scale = max(picture.width / canvas_width, picture.height / canvas_height)
    width, height = canvas_width * scale, canvas_height * scale
    left, top = (picture.width - width) / 2, (picture.height - height) / 2
    if sentence := scene.sentence:
        x, y, w, h = sentence.box
        block = letter(
            typeset(sentence.text),
            (round(w * width), round(h * height)),
            fonts_dir,
            fill=sentence.colour,
            align=sentence.align,
            largest_px=round(height * 0.24),
        )
        if sentence.tilt_deg:
            block = block.rotate(sentence.tilt_deg, Image.Resampling.BICUBIC, expand=True)
        _paste(picture, block, left + (x + w / 2) * width, top + (y + h / 2) * height)
    if tag := scene.tag:
        label = price_tag(
            typeset(tag.text),
            round(tag.height * height),
            fonts_dir,
            fill=tag.fill,
            tilt_deg=tag.tilt_deg,
        )
        _paste(picture, label, left + tag.x * width, top + tag.y * height)


def _paste(picture: Image.Image, sprite: Image.Image, middle_x: float, middle_y: float) -> None:
    corner = (round(middle_x - sprite.width / 2), round(middle_y - sprite.height / 2))
    layer = Image.new("RGBA", picture.size)
    layer.paste(sprite, corner)
    picture.alpha_composite(layer)


def _row(
    names: tuple[str, ...], left: float, right: float, feet: float, height: float
) -> tuple[Figure, ...]:
    """Place characters in a line from `left` to `right`, none quite upright."""
    step = (right - left) / max(1, len(names) - 1)
    return tuple(
        Figure(name, left + step * i, feet + 0.02 * (i % 2), height, tilt_deg=(-4, 3, -2, 5)[i % 4])
        for i, name in enumerate(names)
    )


SCENES = (
    Scene(
        "deux-kilos",
        LEEK,
        (
            Figure("courge", 0.79, 1.22, 1.3, tilt_deg=-4),
            Figure("radis", 0.54, 1.03, 0.46, tilt_deg=6),
        ),
        scenery="rows",
        scenery_colour=DARKER[LEEK],
        sentence=Sentence("Deux kilos\npar clic.", (0.05, 0.06, 0.5, 0.44), colour=PAPER),
        tag=Tag("1 clic = 2 kg", 0.2, 0.68, height=0.14),
    ),
    Scene(
        "monnaie",
        CARROT,
        (Figure("poireau", 0.74, 1.5, 2.0, tilt_deg=9),),
        sentence=Sentence("« Je n’ai pas\nde monnaie\nsur moi. »", (0.05, 0.08, 0.52, 0.66)),
        tag=Tag("excuse n° 1", 0.17, 0.86, fill=TOMATO),
    ),
    Scene(
        "sert-a-rien",
        SUN,
        (Figure("petit-pois", 0.56, 0.985, 0.52, tilt_deg=-5),),
        sentence=Sentence("« Ça ne sert à rien. »", (0.06, 0.08, 0.88, 0.4), align="center"),
        tag=Tag("excuse n° 2", 0.84, 0.88, fill=TOMATO, tilt_deg=5),
    ),
    Scene(
        "problemes",
        PLUM,
        (Figure("oignon", 0.78, 1.12, 1.1, tilt_deg=7),),
        sentence=Sentence(
            "« J’ai déjà\nassez de\nproblèmes. »", (0.06, 0.08, 0.52, 0.66), colour=PAPER
        ),
        tag=Tag("excuse n° 3", 0.17, 0.86),
    ),
    Scene(
        "problemes-portrait",
        PLUM,
        (Figure("oignon", 0.5, 0.93, 0.58, tilt_deg=-6),),
        scenery="floor",
        scenery_colour=MINT,
        sentence=Sentence(
            "« J’ai déjà\nassez de\nproblèmes. »", (0.08, 0.05, 0.84, 0.28), colour=PAPER
        ),
        tag=Tag("excuse n° 3", 0.7, 0.955, height=0.05),
        canvas=(900, 1600),
    ),
    Scene(
        "argent",
        MINT,
        (
            Figure("aubergine", 0.2, 1.3, 1.75, tilt_deg=-4),
            Figure("cagette", 0.82, 0.97, 0.42, tilt_deg=3),
        ),
        scenery="table",
        scenery_colour=DARKER[MINT],
        sentence=Sentence("« On ne sait pas\noù va l’argent. »", (0.5, 0.06, 0.47, 0.4)),
    ),
    Scene(
        "tour-du-monde",
        PLUM,
        (
            Figure("banane", 0.3, 1.0, 0.86, tilt_deg=-12),
            Figure("cafe", 0.7, 0.99, 0.7, tilt_deg=8),
        ),
        scenery="rays",
        scenery_colour=DARKER[PLUM],
        tag=Tag("6 continents, 4 heures", 0.56, 0.13, height=0.16, tilt_deg=2),
    ),
    Scene(
        "prix-tomate",
        SUN,
        (Figure("tomate", 0.32, 1.24, 1.6, tilt_deg=-5),),
        tag=Tag("3 € le kilo ?", 0.77, 0.4, height=0.22, fill=LEEK, tilt_deg=-7),
    ),
    Scene(
        "minute-poireau",
        TOMATO,
        (Figure("poireau", 0.88, 0.97, 0.9, tilt_deg=4),),
        scenery="floor",
        scenery_colour=DARKER[TOMATO],
        sentence=Sentence("La minute\ndu poireau", (0.06, 0.12, 0.66, 0.56), colour=PAPER),
    ),
    Scene(
        "foule",
        PLUM,
        _row(
            ("patate", "carotte", "chou", "poireau", "tomate", "petit-pois"),
            0.07, 0.95, 0.82, 0.5,
        )
        + _row(("radis", "oignon", "cafe", "courge", "banane"), 0.15, 0.86, 1.14, 0.54),
    ),
    Scene(
        "queue",
        CREAM,
        _row(
            ("tomate", "carotte", "petit-pois", "patate", "oignon", "poireau", "radis"),
            0.0, 0.73, 0.92, 0.4,
        )
        + (Figure("cagette", 0.88, 0.95, 0.46),),
        scenery="floor",
        scenery_colour=SUN,
        sentence=Sentence("La file d’attente\nva dans l’autre sens.", (0.06, 0.05, 0.88, 0.4)),
    ),
    Scene(
        "chute",
        CARROT,
        (
            Figure("radis", 0.64, 0.12, 0.5, tilt_deg=164, mouth_alt=True),
            Figure("cagette", 0.7, 0.97, 0.42),
        ),
        scenery="table",
        scenery_colour=DARKER[CARROT],
        sentence=Sentence("Promis,\nlivré.", (0.06, 0.12, 0.46, 0.56)),
    ),
    Scene(
        "sieste",
        MINT,
        (Figure("patate", 0.21, 1.06, 0.78, tilt_deg=-9),),
        scenery="hill",
        sentence=Sentence("Pas de direct\navant jeudi.", (0.42, 0.08, 0.54, 0.42)),
    ),
    Scene("bete-comme-chou", TOMATO, (Figure("chou", 0.5, 1.24, 1.8, tilt_deg=7),)),
)  # fmt: skip

BY_SLUG = {scene.slug: scene for scene in SCENES}
