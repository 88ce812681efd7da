"""The demo's films, word for word: four excuses, a promise, a trailer, a lesson, a chronicle."""

from portal.demo.drawing import (
    CARROT, CREAM, DARKER, LEEK, MINT, PAPER, PLUM, SUN, TOMATO,
)  # fmt: skip
from portal.demo.screenplay import (
    FULL, LEFT, RIGHT, TOP, Actor, Film, Line, Shot, Tune,
    captions_vtt, chapters, subtitles_vtt_en,
)  # fmt: skip

__all__ = ["BY_SLUG", "FILMS", "captions_vtt", "chapters", "subtitles_vtt_en"]

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
                Actor("poireau", 0.3, 0.92, 0.62, "enter_left"),
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
            4.0, PLUM,
            (
                Actor("cagette", 0.3, 0.94, 0.5),
                Actor("carotte", 0.75, 0.95, 0.66, "bounce"),
            ),
            (
                Line("carotte", "Un clic, ça ne rend pas la monnaie.", 0.3, 3.5,
                     "A click gives no change."),
            ),
            "floor", DARKER[PLUM], ink=PAPER,
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
                Actor("carotte", 0.3, 0.94, 0.68, "bounce"),
                Actor("petit-pois", 0.74, 0.94, 0.56, flip=True),
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
            (Actor("aubergine", 0.24, 1.3, 1.6, "enter_left"),),
            (Line("aubergine", "On ne sait pas où va l’argent. J’enquête.", 0.7, 4.0),),
            box=RIGHT,
        ),
        Shot(
            3.6, SUN,
            (
                Actor("aubergine", 0.26, 0.95, 0.66, "sway"),
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
            (Actor("aubergine", 0.3, 1.3, 1.6, "shake"),),
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
            4.6, PLUM,
            (Actor("patate", 0.24, 1.02, 0.66), Actor("aubergine", 0.76, 0.98, 0.8, "sway")),
            (Line("aubergine", "Toute cette clarté… C’est louche.", 0.4, 3.6),),
            "floor", MINT, ink=PAPER,
        ),
    ),
)  # fmt: skip

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
            4.8, CARROT,
            (
                Actor("radis", 0.26, 0.94, 0.56, "shake"),
                Actor("courge", 0.74, 0.97, 0.7, flip=True),
            ),
            (
                Line("radis", "Combien par clic ?", 0.3, 1.9, "How much per click?"),
                Line("courge", "Deux kilos.", 2.3, 4.0, "Two kilos."),
            ),
            "floor", DARKER[CARROT],
        ),
        Shot(
            5.2, CARROT,
            (
                Actor("radis", 0.26, 0.94, 0.56),
                Actor("courge", 0.74, 0.97, 0.7, flip=True),
            ),
            (
                Line("radis", "Deux kilos de quoi ?", 0.2, 1.9, "Two kilos of what?"),
                Line("courge", "De légumes.", 2.4, 3.9, "Of vegetables."),
            ),
            "floor", DARKER[CARROT],
        ),
        Shot(
            2.6, TOMATO,
            (Actor("radis", 0.7, 1.3, 1.45, "shake"),),
            (Line("radis", "… Pardon ?", 0.7, 2.2, "… I beg your pardon?"),),
            "rays", DARKER[TOMATO], LEFT, PAPER,
        ),
        Shot(
            4.0, SUN,
            (Actor("chou", 0.72, 0.98, 0.74, "bounce"),),
            (Line("chou", "J’ai cliqué douze fois !", 0.3, 2.6, "I clicked twelve times!"),),
            "floor", CARROT, LEFT, chapter="La règle",
        ),
        Shot(
            5.4, SUN,
            (
                Actor("courge", 0.26, 0.98, 0.7),
                Actor("chou", 0.74, 0.98, 0.6),
            ),
            (
                Line("courge", "Une fois par personne et par jour.", 0.2, 2.9,
                     "Once per person and per day."),
                Line("chou", "Ah. C’est bête.", 3.1, 4.9, "Oh. Silly me."),
            ),
            "floor", CARROT,
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
                Actor("courge", 0.76, 1.0, 0.84),
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
    ("Europe", CARROT, "carotte"),
    ("Afrique", SUN, "radis"),
    ("Asie", MINT, "aubergine"),
    ("Amérique du Nord", CREAM, "courge"),
    ("Amérique du Sud", SUN, "patate"),
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
            4.0, LEEK,
            (Actor("cafe", 0.74, 1.04, 0.86, "shake"),),
            (Line("cafe", "Je suis prêt ! Je suis prêt depuis lundi !", 0.2, 3.6),),
            "floor", DARKER[LEEK], LEFT, PAPER,
        ),
        *(
            Shot(
                1.2, ground,
                (Actor(who, 0.72, 1.0, 0.84, "bounce"),),
                card=place, box=LEFT, scenery="rays", scenery_colour=DARKER[ground],
                chapter="Les escales" if number == 0 else "",
            )
            for number, (place, ground, who) in enumerate(_STOPS)
        ),
        Shot(
            3.8, TOMATO,
            (Actor("petit-pois", 0.72, 0.98, 0.84, "sway"),),
            (Line("petit-pois", "En Océanie, il est déjà demain.", 0.3, 3.4),),
            "rays", DARKER[TOMATO], LEFT, PAPER,
        ),
        Shot(
            5.0, MINT,
            (
                Actor("patate", 0.26, 1.0, 0.62),
                Actor("cafe", 0.74, 0.98, 0.6, "shake"),
            ),
            (
                Line("patate", "Réveillez-moi pour l’Afrique.", 0.2, 2.7),
                Line("cafe", "Je m’en occupe !", 2.9, 4.6),
            ),
            "hill", LEEK, chapter="À vous",
        ),
        Shot(
            5.0, SUN,
            (
                Actor("banane", 0.24, 1.0, 0.68, "sway"),
                Actor("chou", 0.76, 1.0, 0.56),
            ),
            (
                Line("banane", "On répond à tout. Même aux questions bêtes.", 0.2, 3.1),
                Line("chou", "Merci.", 3.5, 4.6),
            ),
            "floor", CARROT,
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
                Actor("courge", 0.25, 0.98, 0.7),
                Actor("tomate", 0.75, 0.98, 0.56, "shake"),
            ),
            (
                Line("courge", "D’où vient le prix d’une tomate ?", 0.3, 2.8),
                Line("tomate", "Moi ? Je n’ai rien fait !", 3.0, 5.0),
            ),
            "floor", CARROT, chapter="L’étiquette",
        ),
        Shot(
            4.6, MINT,
            (Actor("courge", 0.76, 1.06, 0.96),),
            (Line("courge", "Prenons trois euros le kilo. Ouvrons l’étiquette.", 0.3, 4.2),),
            "floor", LEEK, LEFT, tag="3,00 €",
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
            4.4, PLUM,
            (Actor("aubergine", 0.76, 0.98, 0.82, "sway"),),
            (Line("aubergine", "Quatre-vingt-quatre centimes pour le magasin.", 0.2, 4.0),),
            "floor", MINT, LEFT, PAPER, tag="0,84 €",
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
                Actor("courge", 0.74, 0.98, 0.7, flip=True),
            ),
            (
                Line("tomate", "Et moi, je touche quoi ?", 0.2, 2.2),
                Line("courge", "Toi ? La fourchette.", 2.5, 4.4),
            ),
            "table", CARROT, chapter="Et la tomate ?",
        ),
        Shot(
            5.0, TOMATO,
            (Actor("tomate", 0.74, 1.16, 1.2, "rise"),),
            (Line("courge", "Si le prix baisse, demandez sur quelle ligne.", 0.4, 4.4),),
            "none", TOMATO, LEFT, PAPER,
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
