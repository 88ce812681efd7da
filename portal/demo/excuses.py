"""The series "Les bonnes excuses", word for word: four reasons not to give, told by vegetables."""

from portal.demo.palette import CARROT, DARKER, LEEK, MINT, PAPER, PLUM, SUN, TOMATO
from portal.demo.screenplay import LEFT, RIGHT, Actor, Film, Line, Shot, Tune

EXCUSES = "Les bonnes excuses"

MONNAIE = Film(
    slug="pas-de-monnaie",
    title="Je n’ai pas de monnaie sur moi",
    description="Un poireau n’a pas de poches. Il s’en sert.",
    series=EXCUSES,
    excuse="Je n’ai pas de monnaie sur moi.",
    rebuttal="Ça tombe bien : c’est le sponsor qui paie. Vous, vous cliquez.",
    poster="monnaie",
    tune=Tune(112, (48, 45, 41, 43)),
    shots=(
        Shot(
            3.6, CARROT,
            (
                Actor("poireau", 0.3, 0.94, 0.58, "enter_left"),
                Actor("cagette", 0.74, 0.93, 0.4),
            ),
            (
                Line("poireau", "Je n’ai pas de monnaie sur moi.", 0.9, 3.4,
                     "I don’t have any change on me."),
            ),
            "table", DARKER[CARROT],
        ),
        Shot(
            4.2, SUN,
            (Actor("cagette", 0.72, 0.96, 0.62, "bounce"),),
            (
                Line("cagette", "Tu es un poireau. Tu n’as pas de poches.", 0.3, 3.8,
                     "You are a leek. You have no pockets."),
            ),
            "floor", CARROT, LEFT,
        ),
        Shot(
            2.2, CARROT,
            (Actor("poireau", 0.66, 1.62, 2.0, tilt_deg=6),),
            (Line("poireau", "Justement.", 0.5, 1.8, "Exactly."),),
            box=LEFT,
        ),
        Shot(
            4.0, LEEK,
            (
                Actor("cagette", 0.3, 0.94, 0.5),
                Actor("carotte", 0.75, 0.95, 0.56, "bounce"),
            ),
            (
                Line("carotte", "Un clic, ça ne rend pas la monnaie.", 0.3, 3.5,
                     "A click gives no change."),
            ),
            "floor", DARKER[LEEK], ink=PAPER,
        ),
        Shot(
            4.6, SUN,
            (Actor("poireau", 0.84, 0.97, 0.72, "sway"),),
            (
                Line("poireau", "Alors là… je n’ai plus d’excuse.", 0.4, 3.4,
                     "Well then… I have run out of excuses."),
            ),
            box=LEFT, tag="1 clic = 2 kg",
        ),
    ),
)  # fmt: skip

RIEN = Film(
    slug="ca-ne-sert-a-rien",
    title="Ça ne sert à rien",
    description="Trois petits pois, une gousse, une opinion.",
    series=EXCUSES,
    excuse="Moi tout seul, ça ne sert à rien.",
    rebuttal="Un clic, c’est 2 kg. Vingt mille clics qui ne servent à rien, c’est 40 tonnes.",
    poster="sert-a-rien",
    tune=Tune(120, (43, 48, 45, 50)),
    shots=(
        Shot(
            3.8, SUN,
            (Actor("petit-pois", 0.5, 0.97, 0.34),),
            (Line("petit-pois", "Moi tout seul ? Ça ne sert à rien.", 0.5, 3.4),),
        ),
        Shot(
            3.0, MINT,
            (
                Actor("carotte", 0.3, 0.95, 0.56, "bounce"),
                Actor("petit-pois", 0.74, 0.95, 0.54, flip=True),
            ),
            (Line("carotte", "Mais… vous êtes trois.", 0.3, 2.6),),
            "floor", LEEK,
        ),
        Shot(
            3.6, SUN,
            (Actor("petit-pois", 0.74, 1.18, 1.15, "shake", tilt_deg=5),),
            (Line("petit-pois", "Et on est d’accord tous les trois.", 0.3, 3.2),),
            box=LEFT,
        ),
        Shot(
            6.0, LEEK,
            (Actor("courge", 0.76, 1.04, 0.92),),
            (
                Line("courge", "Vingt mille clics qui ne servent à rien…", 0.3, 3.1),
                Line("courge", "ça fait quarante tonnes.", 3.3, 5.6),
            ),
            "hill", DARKER[LEEK], LEFT, PAPER,
        ),
        Shot(
            4.4, SUN,
            (
                Actor("petit-pois", 0.5, 0.97, 0.4, "bounce"),
                Actor("chou", 0.18, 0.98, 0.4, "enter_left"),
                Actor("tomate", 0.82, 0.98, 0.4, "enter_right"),
            ),
            (Line("petit-pois", "On peut en être ?", 0.8, 2.6),),
            tag="20 000 clics = 40 t",
        ),
    ),
)  # fmt: skip

PROBLEMES = Film(
    slug="assez-de-problemes",
    title="J’ai déjà assez de problèmes",
    description="Un oignon se confie. Prévoir des mouchoirs.",
    series=EXCUSES,
    excuse="J’ai déjà assez de problèmes.",
    rebuttal="Donnez trente secondes. Vos problèmes vous attendront, c’est promis.",
    poster="problemes",
    size_px=(720, 1280),
    tune=Tune(96, (45, 41, 48, 43), minor=True),
    shots=(
        Shot(
            3.6, PLUM,
            (Actor("oignon", 0.5, 0.93, 0.48, "sway"),),
            (Line("oignon", "J’ai déjà assez de problèmes.", 0.4, 3.2),),
            "floor", MINT, ink=PAPER,
        ),
        Shot(
            3.0, SUN,
            (Actor("tomate", 0.5, 0.95, 0.5, "enter_right"),),
            (Line("tomate", "Qu’est-ce qui se passe ?", 0.4, 2.6),),
            "floor", CARROT,
        ),
        Shot(
            4.0, PLUM,
            (Actor("oignon", 0.5, 1.0, 0.62),),
            (Line("oignon", "Je m’épluche. Et ça me fait pleurer.", 0.3, 3.6),),
            ink=PAPER,
        ),
        Shot(
            3.4, SUN,
            (Actor("tomate", 0.5, 0.95, 0.5),),
            (Line("tomate", "Tu as essayé de penser aux autres ?", 0.3, 3.0),),
            "floor", CARROT,
        ),
        Shot(
            3.8, MINT,
            (
                Actor("oignon", 0.3, 0.95, 0.36),
                Actor("tomate", 0.72, 0.95, 0.34, "shake"),
            ),
            (Line("oignon", "Oui. Ça les fait pleurer aussi.", 0.3, 3.2),),
            "floor", PLUM,
        ),
        Shot(
            4.4, LEEK,
            (Actor("radis", 0.5, 0.95, 0.46, "bounce"),),
            (Line("radis", "Trente secondes ! Tes problèmes t’attendront.", 0.2, 3.8),),
            "floor", DARKER[LEEK], ink=PAPER, tag="30 s = 2 kg",
        ),
    ),
)  # fmt: skip

ARGENT = Film(
    slug="ou-va-l-argent",
    title="On ne sait pas où va l’argent",
    description="L’inspectrice Aubergine mène l’enquête. La cagette parle.",
    series=EXCUSES,
    excuse="On ne sait pas où va l’argent.",
    rebuttal="Tout est écrit : promis, débloqué, livré. Même les retards.",
    poster="argent",
    source_format="mpeg4-mkv",
    tune=Tune(104, (40, 43, 45, 47), minor=True),
    shots=(
        Shot(
            4.4, MINT,
            (Actor("aubergine", 0.2, 1.24, 1.5, "enter_left"),),
            (Line("aubergine", "On ne sait pas où va l’argent. J’enquête.", 0.7, 4.0),),
            box=RIGHT,
        ),
        Shot(
            3.6, SUN,
            (
                Actor("aubergine", 0.26, 0.95, 0.6, "sway"),
                Actor("cagette", 0.75, 0.95, 0.42),
            ),
            (Line("aubergine", "Toi, la cagette. Tu caches quelque chose.", 0.2, 3.3),),
            "table", CARROT,
        ),
        Shot(
            3.8, CARROT,
            (Actor("cagette", 0.74, 0.98, 0.66),),
            (Line("cagette", "Douze kilos de carottes. C’est écrit dessus.", 0.3, 3.5),),
            "floor", DARKER[CARROT], LEFT, tag="12 kg",
        ),
        Shot(
            2.2, MINT,
            (Actor("aubergine", 0.2, 1.24, 1.5, "shake"),),
            (Line("aubergine", "Et la preuve ?", 0.2, 1.8),),
            box=RIGHT,
        ),
        Shot(
            3.6, CARROT,
            (Actor("cagette", 0.74, 0.98, 0.66, "bounce"),),
            (Line("cagette", "Le bon de livraison. Signé samedi.", 0.2, 3.2),),
            "floor", DARKER[CARROT], LEFT,
        ),
        Shot(
            4.6, TOMATO,
            (Actor("patate", 0.24, 1.0, 0.6), Actor("aubergine", 0.76, 0.98, 0.62, "sway")),
            (Line("aubergine", "Toute cette clarté… C’est louche.", 0.4, 3.6),),
            "floor", SUN, ink=PAPER,
        ),
    ),
)  # fmt: skip
