"""The demo's films, word for word: a promise, a trailer, a lesson, a chronicle, the excuses."""

from portal.demo.excuses import ARGENT, MONNAIE, PROBLEMES, RIEN
from portal.demo.palette import CARROT, CREAM, DARKER, INK, LEEK, MINT, PAPER, PLUM, SUN, TOMATO
from portal.demo.screenplay import (
    LEFT,
    Actor,
    Film,
    Line,
    Shot,
    Tune,
    captions_vtt,
    chapters,
    subtitles_vtt_en,
)

__all__ = ["BY_SLUG", "FILMS", "captions_vtt", "chapters", "subtitles_vtt_en"]

DEUX_KILOS = Film(
    slug="deux-kilos-par-clic",
    title="Deux kilos par clic",
    description="Une courge promet, un radis recompte, un chou clique trop.",
    poster="deux-kilos",
    tune=Tune(116, (43, 47, 48, 50)),
    shots=(
        Shot(
            4.6, LEEK,
            (Actor("courge", 0.78, 1.1, 1.05, "rise"),),
            (Line("courge", "Moi, je cultive. Vous, vous cliquez.", 1.0, 4.2,
                  "I do the growing. You do the clicking."),),
            "rows", DARKER[LEEK], LEFT, PAPER, chapter="La promesse",
        ),
        Shot(
            4.8, MINT,
            (
                Actor("radis", 0.26, 0.95, 0.52, "shake"),
                Actor("courge", 0.74, 0.98, 0.62, flip=True),
            ),
            (
                Line("radis", "Combien par clic ?", 0.3, 1.9, "How much per click?"),
                Line("courge", "Deux kilos.", 2.3, 4.0, "Two kilos."),
            ),
            "floor", LEEK,
        ),
        Shot(
            5.2, MINT,
            (
                Actor("radis", 0.26, 0.95, 0.52),
                Actor("courge", 0.74, 0.98, 0.62, flip=True),
            ),
            (
                Line("radis", "Deux kilos de quoi ?", 0.2, 1.9, "Two kilos of what?"),
                Line("courge", "De légumes.", 2.4, 3.9, "Of vegetables."),
            ),
            "floor", LEEK,
        ),
        Shot(
            2.6, SUN,
            (Actor("radis", 0.7, 1.3, 1.45, "shake"),),
            (Line("radis", "… Pardon ?", 0.7, 2.2, "… I beg your pardon?"),),
            "rays", DARKER[SUN], LEFT,
        ),
        Shot(
            4.0, PLUM,
            (Actor("chou", 0.72, 0.98, 0.74, "bounce"),),
            (Line("chou", "J’ai cliqué douze fois !", 0.3, 2.6, "I clicked twelve times!"),),
            "floor", DARKER[PLUM], LEFT, PAPER, chapter="La règle",
        ),
        Shot(
            5.4, PLUM,
            (
                Actor("courge", 0.26, 0.98, 0.62),
                Actor("chou", 0.74, 0.98, 0.6),
            ),
            (
                Line("courge", "Une fois par personne et par jour.", 0.2, 2.9,
                     "Once per person and per day."),
                Line("chou", "Ah. C’est bête.", 3.1, 4.9, "Oh. Silly me."),
            ),
            "floor", DARKER[PLUM], ink=PAPER,
        ),
        Shot(
            5.2, MINT,
            (
                Actor("cagette", 0.24, 0.94, 0.4, "fall"),
                Actor("cagette", 0.5, 0.96, 0.4, "fall", tilt_deg=3),
                Actor("cagette", 0.76, 0.94, 0.4, "fall", tilt_deg=-3),
            ),
            (Line("cagette", "Cent dix tonnes d’office. Cent cinquante au plus.", 0.9, 4.8,
                  "A hundred and ten tonnes outright. A hundred and fifty at most."),),
            "floor", LEEK, tag="110 t + 2 kg par clic", chapter="Le plafond",
        ),
        Shot(
            5.8, LEEK,
            (
                Actor("radis", 0.22, 0.96, 0.5),
                Actor("courge", 0.76, 1.0, 0.66),
            ),
            (
                Line("radis", "Et après ?", 0.3, 1.6, "And then?"),
                Line("courge", "Après ? Je sème.", 2.2, 4.6, "Then? I sow."),
            ),
            "rows", DARKER[LEEK], ink=PAPER,
        ),
    ),
)  # fmt: skip

_STOPS = (
    ("Europe", LEEK, PAPER, Actor("carotte", 0.74, 1.0, 0.84, "bounce")),
    ("Afrique", MINT, INK, Actor("banane", 0.72, 1.16, 1.16, "sway", tilt_deg=-8)),
    ("Asie", SUN, INK, Actor("aubergine", 0.74, 0.98, 0.8, "bounce")),
    ("Amérique\ndu Nord", CREAM, INK, Actor("courge", 0.74, 1.3, 1.3, "sway", tilt_deg=5)),
    ("Amérique\ndu Sud", PLUM, PAPER, Actor("cafe", 0.74, 0.98, 0.72, "bounce")),
)

TOUR = Film(
    slug="tour-du-monde",
    title="Le tour du monde en quatre heures",
    description="Bande-annonce : six continents, zéro avion, un café qui n’a pas dormi.",
    poster="tour-du-monde",
    size_px=(1920, 1080),
    tune=Tune(128, (45, 48, 50, 43)),
    shots=(
        Shot(
            4.8, PLUM,
            (Actor("banane", 0.74, 1.0, 0.9, "enter_right", tilt_deg=-6),),
            (Line("banane", "Six continents. Quatre heures. Zéro avion.", 0.8, 4.4),),
            "rays", DARKER[PLUM], LEFT, PAPER, chapter="Le départ",
        ),
        Shot(
            4.0, SUN,
            (Actor("cafe", 0.74, 1.04, 0.86, "shake"),),
            (Line("cafe", "Je suis prêt ! Je suis prêt depuis lundi !", 0.2, 3.6),),
            "floor", CARROT, LEFT,
        ),
        *(
            Shot(
                1.2, ground,
                (actor,),
                card=place, box=LEFT, ink=ink, scenery="rays", scenery_colour=DARKER[ground],
                chapter="Les escales" if number == 0 else "",
            )
            for number, (place, ground, ink, actor) in enumerate(_STOPS)
        ),
        Shot(
            3.8, CARROT,
            (Actor("petit-pois", 0.72, 0.98, 0.84, "sway"),),
            (Line("petit-pois", "En Océanie, il est déjà demain.", 0.3, 3.4),),
            "rays", DARKER[CARROT], LEFT,
        ),
        Shot(
            5.0, MINT,
            (
                Actor("patate", 0.26, 1.0, 0.62),
                Actor("cafe", 0.74, 0.98, 0.6, "shake"),
            ),
            (
                Line("patate", "Réveillez-moi à la fin.", 0.2, 2.7),
                Line("cafe", "Je m’en occupe !", 2.9, 4.6),
            ),
            "hill", LEEK, chapter="À vous",
        ),
        Shot(
            5.0, TOMATO,
            (
                Actor("banane", 0.24, 1.0, 0.62, "sway"),
                Actor("chou", 0.76, 1.0, 0.56),
            ),
            (
                Line("banane", "On répond à tout. Même aux questions bêtes.", 0.2, 3.1),
                Line("chou", "Merci.", 3.5, 4.6),
            ),
            "floor", SUN, ink=PAPER,
        ),
    ),
)  # fmt: skip

PRIX = Film(
    slug="prix-d-une-tomate",
    title="D’où vient le prix d’une tomate ?",
    description="Trois euros le kilo, ligne par ligne, devant la principale intéressée.",
    poster="prix-tomate",
    tune=Tune(108, (48, 52, 53, 55)),
    shots=(
        Shot(
            5.4, SUN,
            (
                Actor("courge", 0.25, 0.98, 0.62),
                Actor("tomate", 0.75, 0.98, 0.56, "shake"),
            ),
            (
                Line("courge", "D’où vient le prix d’une tomate ?", 0.3, 2.8),
                Line("tomate", "Moi ? Je n’ai rien fait !", 3.0, 5.0),
            ),
            "floor", CARROT, chapter="L’étiquette",
        ),
        Shot(
            4.6, PLUM,
            (Actor("courge", 0.76, 1.06, 0.96),),
            (Line("courge", "Prenons trois euros le kilo. Ouvrons l’étiquette.", 0.3, 4.2),),
            "floor", DARKER[PLUM], LEFT, PAPER, tag="3,00 €",
        ),
        Shot(
            5.6, LEEK,
            (Actor("carotte", 0.76, 0.98, 0.74, "bounce"),),
            (Line("carotte", "Un euro soixante-cinq pour cultiver : les graines, la serre, "
                  "les bras.", 0.2, 5.2),),
            "rows", DARKER[LEEK], LEFT, PAPER, tag="1,65 €", chapter="Cultiver",
        ),
        Shot(
            5.2, CARROT,
            (Actor("tomate", 0.74, 0.94, 0.56, "shake"),),
            (
                Line("courge", "Trente-cinq centimes de camion.", 0.2, 2.6),
                Line("tomate", "Je suis malade en camion.", 2.8, 4.9),
            ),
            "floor", DARKER[CARROT], LEFT, tag="0,35 €", chapter="Transporter et vendre",
        ),
        Shot(
            4.4, MINT,
            (Actor("aubergine", 0.76, 0.98, 0.82, "sway"),),
            (Line("aubergine", "Quatre-vingt-quatre centimes pour le magasin.", 0.2, 4.0),),
            "floor", LEEK, LEFT, tag="0,84 €",
        ),
        Shot(
            3.4, CREAM,
            (Actor("poireau", 0.78, 0.98, 0.86),),
            (Line("poireau", "Et seize centimes de TVA.", 0.2, 2.9),),
            "floor", SUN, LEFT, tag="0,16 €",
        ),
        Shot(
            4.8, SUN,
            (
                Actor("tomate", 0.28, 0.98, 0.56),
                Actor("courge", 0.74, 0.98, 0.62, flip=True),
            ),
            (
                Line("tomate", "Et moi, je touche quoi ?", 0.2, 2.2),
                Line("courge", "Toi ? La fourchette.", 2.5, 4.4),
            ),
            "table", CARROT, chapter="Et la tomate ?",
        ),
        Shot(
            5.0, MINT,
            (Actor("tomate", 0.74, 1.16, 1.2, "rise"),),
            (Line("courge", "Si le prix baisse, demandez sur quelle ligne.", 0.4, 4.4),),
            box=LEFT,
        ),
    ),
)  # fmt: skip

MINUTE = Film(
    slug="la-minute-du-poireau",
    title="La minute du poireau",
    description="Chronique à écouter. Elle ne dure pas une minute, et c’est voulu.",
    poster="minute-poireau",
    source_format="aac-m4a",
    tune=Tune(100, (45, 50, 43, 48)),
    shots=(
        Shot(
            9.0, TOMATO, chapter="Bonjour",
            lines=(
                Line("poireau", "Bonjour. C’est la minute du poireau.", 0.8, 3.8),
                Line("poireau", "On dit « faire le poireau » pour dire attendre. J’attends.",
                     4.2, 8.6),
            ),
        ),
        Shot(
            10.0, TOMATO, chapter="L’attente",
            lines=(
                Line("poireau", "En trois semaines, j’ai rencontré une endive.", 0.2, 3.8),
                Line("poireau", "Elle m’a trouvé un peu vert.", 4.2, 6.6),
                Line("poireau", "Je l’ai trouvée amère.", 7.0, 9.4),
            ),
        ),
        Shot(
            13.0, TOMATO, chapter="Le clic",
            lines=(
                Line("poireau", "Ce matin, quelqu’un a cliqué : deux kilos sont partis.", 0.2, 4.2),
                Line("poireau", "Je n’étais pas dedans. J’ai fait le poireau.", 4.6, 8.0),
                Line("poireau", "C’était la minute. Elle a duré trente secondes : on livre en "
                     "avance.", 8.4, 12.6),
            ),
        ),
    ),
)  # fmt: skip

FILMS = (MONNAIE, RIEN, PROBLEMES, ARGENT, DEUX_KILOS, TOUR, PRIX, MINUTE)
BY_SLUG = {film.slug: film for film in FILMS}
