"""The demo's words: organisations, themes, pages. All of it is made up, the vegetables included."""

from dataclasses import dataclass, field

from portal.demo.drawing import typeset

SITE_NAME = "la cagette.tv"
TAGLINE = "La télé qui remplit les cagettes."
TAGLINE_EN = "The telly that fills the crates."
ABOUT = (
    "Des films courts et drôles, des promesses écrites, et des légumes au bout. "
    "Ce site est une démonstration : ses associations et ses légumes sont inventés."
)
ABOUT_EN = (
    "Short funny films, promises in writing, and vegetables at the end. "
    "This site is a demonstration: its associations and its vegetables are invented."
)
GIVE_URL = "https://example.org/donner"

ORGANISATIONS = {
    "La Fourche": "Coop La Fourche",
    "Pont": "Épicerie solidaire du Pont",
    "Mirabelle": "Les Jardins de Mirabelle",
    "Boussole": "Café Boussole, commerce équitable",
    "Vaccins": "Association Un pack, un vaccin",
}


@dataclass(frozen=True)
class ThemeText:
    slug: str
    name: str
    question: str
    colour: str
    english: tuple[str, str]


THEMES = (
    ThemeText(
        "donner", "Donner", "Qu’est-ce qui nous retient de donner ?", "plum",
        ("Giving", "What keeps us from giving?"),
    ),
    ThemeText(
        "juste-prix", "Le juste prix", "Qui décide du prix d’une tomate ?", "tomato",
        ("A fair price", "Who sets the price of a tomato?"),
    ),
    ThemeText(
        "commerce-equitable", "Commerce équitable", "Équitable pour qui, au juste ?", "sun",
        ("Fair trade", "Fair for whom, exactly?"),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class QuestionText:
    """A question of the public. No `votes`: it still waits for the team."""

    theme: str
    text: str
    name: str
    votes: int | None
    answer: str = ""
    answered_by: str = ""


@dataclass(frozen=True)
class CommentText:
    """What somebody says under an episode. `answers` counts back to what it replies to."""

    episode: str
    text: str
    name: str = ""
    answers: int = 0
    is_shown: bool = True
    is_official: bool = False


COMMENTS = (
    CommentText(
        "pas-de-monnaie",
        "J’ai montré le film à mon grand-père. Il a retourné ses poches : "
        "deux boutons et un noyau. Il a cliqué.",
        "Inès, 14 ans",
    ),
    CommentText("pas-de-monnaie", "Le noyau compte-t-il ?", "Un abricot", answers=1),
    CommentText(
        "pas-de-monnaie",
        "Le noyau, non. Le clic, oui : 2 kg, inscrits au registre le soir même.",
        "Le comptable de la coop",
        answers=1,
        is_official=True,
    ),
    CommentText(
        "pas-de-monnaie", "Ma fille rit. Moi aussi. Le poireau, lui, garde son sérieux.", "Omar"
    ),
    CommentText("pas-de-monnaie", "Vendez-vous le tablier de la courge ?", "Lulu", is_shown=False),
    CommentText("prix-d-une-tomate", "Enfin une étiquette qui se lit jusqu’au bout.", "Nadia"),
)
STOP_LISTS = (
    ("Noms d’oiseaux", "cornichon*\ngros navet\ntête de courge", "hold"),
    ("Réclame (à l’essai)", "achetez\ncode promo\nlien en bio", "observe"),
)
PREPARED_WORDS = (
    (
        "note",
        "Déjà posée",
        "Elle est déjà là, avec d’autres mots. Votez pour elle : elle passera plus vite.",
    ),
    ("note", "Restons polis", "La question est bonne, le mot de trop. Reposez-la sans lui ?"),
    (
        "answer",
        "On se renseigne",
        "Bonne question : on demande à ceux qui savent, et on répond ici même.",
    ),
)
QUESTIONS = (
    QuestionText(
        "donner", "Pourquoi la courge ne finance-t-elle pas tout elle-même ?", "Un radis", 31,
        "Elle a essayé. On a mangé le capital. Depuis, c’est la coop qui signe et le registre qui compte.",
        "Suzon Fourchet, maraîchère à la coop La Fourche",
    ),
    QuestionText("donner", "Un clic donne 2 kg : et si je clique 1 000 fois ?", "Inès, 14 ans", 24),
    QuestionText("donner", "Qui va chercher les cagettes, et avec quel camion ?", "", 17),
    QuestionText("donner", "Est-ce que rire compte comme un don ?", "Une aubergine", 12),
    QuestionText("donner", "Que deviennent les légumes moches que personne ne prend ?", "Théo", 9),
    QuestionText("donner", "Peut-on donner une heure au lieu de 20 € ?", "", 6),
    QuestionText("donner", "Pourquoi personne n’ose dire non à un poireau ?", "Lulu", None),
    QuestionText("donner", "Les cagettes, qui va les chercher ?", "Une tomate pressée", None),
    QuestionText("donner", "Espèce de cornichon, et mes cagettes ?", "Un chou", None),
    QuestionText("donner", "Qui va donc chercher les cagettes ?", "", None),
    QuestionText("donner", "Mon voisin dit que tout finit à la benne. C’est vrai ?", "", None),
    QuestionText(
        "juste-prix", "Sur une tomate à 3 €, combien touche celui qui l’a plantée ?", "Nadia", 28,
        "Dans notre exemple : 0,62 €. Le film montre l’étiquette entière, ligne par ligne.",
        "le comptable",
    ),
    QuestionText("juste-prix", "Pourquoi la tomate de janvier coûte-t-elle moins cher que celle d’août ?", "", 15),
    QuestionText("juste-prix", "Un prix juste, c’est juste pour qui en premier ?", "Omar", 11),
    QuestionText("juste-prix", "Faut-il payer les mauvaises herbes ?", "Un pissenlit", None),
    QuestionText("commerce-equitable", "Le café fait le tour du monde : qui paie le billet ?", "Zoé", 19),
    QuestionText("commerce-equitable", "Comment vérifiez-vous un label à 9 000 km ?", "", 13),
    QuestionText("commerce-equitable", "Une banane équitable a-t-elle le droit de râler ?", "Une banane", None),
)  # fmt: skip


@dataclass(frozen=True)
class EpisodeText:
    """What the film itself does not say of its episode."""

    film: str
    colour: str
    themes: tuple[str, ...]
    credits: tuple[tuple[str, str], ...]
    story: str = ""
    sources: tuple[tuple[str, str], ...] = ()
    campaign: str = ""


@dataclass(frozen=True)
class ProgrammeText:
    slug: str
    title: str
    pitch: str
    colour: str
    poster: str
    episodes: tuple[EpisodeText, ...]
    english: tuple[str, str]


CREW = (
    ("Écriture", "Colette Ravier"),
    ("Voix", "la synthèse vocale, fidèle au poste"),
    ("Dessin", "des ciseaux et du papier"),
)

PROGRAMMES = (
    ProgrammeText(
        "les-bonnes-excuses",
        "Les bonnes excuses",
        "Chaque film est une excuse pour ne pas donner. On les connaît toutes, on les a toutes dites.",
        "plum",
        "foule",
        (
            EpisodeText("pas-de-monnaie", "carrot", ("donner",), CREW, campaign="deux-kilos"),
            EpisodeText("ca-ne-sert-a-rien", "sun", ("donner",), CREW, campaign="deux-kilos"),
            EpisodeText("assez-de-problemes", "plum", ("donner",), CREW),
            EpisodeText(
                "ou-va-l-argent", "leek", ("donner",), CREW, campaign="deux-kilos",
                story="<p>L’inspectrice Aubergine a lu tout le registre. Elle n’a trouvé qu’un retard, "
                "et il était écrit dedans.</p>",
            ),
        ),
        ("Good excuses", "Each film is an excuse for not giving. We have used them all."),
    ),
    ProgrammeText(
        "le-cours-du-radis",
        "Le cours du radis",
        "L’économie expliquée par ceux qui finissent dans l’assiette.",
        "tomato",
        "bete-comme-chou",
        (
            EpisodeText(
                "prix-d-une-tomate", "tomato", ("juste-prix",), CREW,
                story="<p>Trois euros le kilo, ce n’est pas un prix : c’est une addition. "
                "Le film la pose ligne par ligne, avec des ordres de grandeur arrondis.</p>"
                "<h2>Ce que le film ne dit pas</h2><p>Les proportions changent avec la saison, "
                "la serre et le magasin. Les nôtres sont inventées pour la démonstration.</p>",
                sources=(("Carnet de culture d’une tomate imaginaire", "Les Jardins de Mirabelle"),),
            ),
            EpisodeText(
                "deux-kilos-par-clic", "leek", ("donner", "juste-prix"), CREW, campaign="deux-kilos",
            ),
            EpisodeText(
                "tour-du-monde", "plum", ("commerce-equitable",), CREW, campaign="tour-du-monde",
            ),
        ),
        ("The price of radish", "Economics, told by those who end up on the plate."),
    ),
    ProgrammeText(
        "la-minute-du-poireau",
        "La minute du poireau",
        "Une chronique à écouter en épluchant.",
        "leek",
        "minute-poireau",
        (EpisodeText("la-minute-du-poireau", "tomato", ("donner",), CREW[:2]),),
        ("The leek’s minute", "A short piece to hear while peeling."),
    ),
)  # fmt: skip


@dataclass(frozen=True)
class CampaignText:
    slug: str
    kicker: str
    title: str
    pitch: str
    colour: str
    poster: str
    promise: str
    sponsor: str
    beneficiary: str
    film: str = ""
    story: str = ""
    quote: tuple[str, str, str] = ("", "", "")
    english: dict[str, str] = field(default_factory=dict)
    # What is asked for under the film: act, moment, for whom, sentence.
    calls: tuple[tuple[str, str, str, str], ...] = ()


CAMPAIGNS = (
    CampaignText(
        "deux-kilos",
        "Campagne n° 7",
        "Cette vidéo nourrit quelqu’un. Même si vous riez.",
        "Une vue = 2 kg de légumes livrés à une épicerie solidaire. C’est bête comme chou, mais ça marche.",
        "carrot",
        "deux-kilos",
        "1 vue = 2 kg de légumes",
        "La Fourche",
        "Pont",
        "deux-kilos-par-clic",
        "<p>La coop La Fourche cultive plus de courges qu’elle n’en vend. Plutôt que de les regarder "
        "devenir philosophes, elle en promet 110 tonnes à l’épicerie solidaire du Pont, "
        "et 40 tonnes de plus si le film rassemble 20 000 vues.</p>"
        "<h2>Et pourquoi un film ?</h2>"
        "<p>Parce que donner ne devrait pas faire la tête. Vous regardez, vous riez ou pas, "
        "et la promesse avance.</p>",
        (
            "On nous demande souvent si une courge sait compter. Non. C’est pour ça qu’on a mis un radis.",
            "Suzon Fourchet",
            "maraîchère à la coop La Fourche",
        ),
        {
            "kicker": "Campaign no. 7",
            "title": "This video feeds someone. Even if you laugh.",
            "pitch": "One view = 2 kg of vegetables for a solidarity grocery. Silly as a cabbage, but it works.",
            "promise": "1 view = 2 kg of vegetables",
            "slug": "two-kilos",
        },
        (
            ("share", "view", "all", "Un ami qui regarde, c’est encore deux kilos. Les courges vous en prient."),
            ("click", "end", "all", "Le film est fini, la cagette a encore de la place."),
            ("give", "end", "gave", "Vous avez la main verte. Un panier de plus, de votre poche ?"),
        ),
    ),
    CampaignText(
        "tour-du-monde",
        "Campagne n° 8",
        "Le tour du monde en quatre heures",
        "Six duplex, un par continent, et pas un seul billet d’avion.",
        "plum",
        "tour-du-monde",
        "500 gestes = 2 000 paquets de café équitable",
        "Boussole",
        "Pont",
        "tour-du-monde",
        "<p>Quatre heures en direct, six liaisons, trois thèmes. Le café est équitable, "
        "les décalages horaires beaucoup moins.</p>",
        calls=(
            ("share", "view", "all", ""),
            ("collect", "end", "all", "Un pot de départ sans discours ? Ouvrez une page : le café, lui, sera payé."),
        ),
    ),
    CampaignText(
        "un-pack-un-vaccin",
        "Campagne n° 3",
        "Un pack acheté, un vaccin envoyé",
        "Une campagne d’avant, gardée ici parce qu’une promesse tenue se montre.",
        "sun",
        "chute",
        "1 pack = 1 vaccin",
        "Mirabelle",
        "Vaccins",
    ),
)  # fmt: skip

PLAIN_PAGES = (
    (
        "qui-sommes-nous",
        "Qui sommes-nous ?",
        "Trois maraîchères, un comptable et beaucoup de légumes.",
        "<p>La cagette.tv est la télé imaginaire d’une coopérative imaginaire. Elle montre ce que "
        "sait faire Potager, le logiciel libre qui la fait tourner : publier des films, lancer des "
        "campagnes, tenir des promesses.</p><h2>Et les gens ?</h2><p>Tous les noms sont inventés. "
        "Les légumes, eux, ont insisté pour jouer sous leur vrai nom.</p>",
        ("Who are we?", "Three growers, an accountant and a great many vegetables."),
    ),
    (
        "mentions-legales",
        "Mentions légales",
        "Ce que ce site fait de vos données : presque rien.",
        "<p>Aucun cookie n’est posé tant que vous ne faites que lire ou regarder, et aucune image, "
        "police ou vidéo ne vient d’un autre site. Quand un geste compte, un jeton tiré au hasard "
        "évite qu’il compte deux fois ; il ne dit pas qui vous êtes. Votre navigateur garde seul, chez vous, l’endroit où vous avez "
        "arrêté un film.</p><p>Éditeur : cette démonstration n’en a pas. Sur votre site, "
        "écrivez ici le nom, l’adresse et le responsable de la publication.</p>",
        ("Legal notice", "What this site does with your data: next to nothing."),
    ),
)

SHOWCASE_SLUG = "qui-sommes-nous"
SHOWCASE_CAPTION = "L’équipe au complet, un jour sans vent."
SHOWCASE_QUOTE = ("On a demandé aux légumes leur avis. Ils ont pris racine.", "le comptable")
SHOWCASE_PICTURES = (
    ("sieste", "La sieste de la patate."),
    ("argent", "L’inspectrice au travail."),
    ("tour-du-monde", "Deux correspondants, aucun avion."),
)


def rich(html: str) -> str:
    """Return French rich text with the spaces its punctuation asks for."""
    return typeset(html)


# Lines to pass on: words, who says them, when; by film.
QUOTES = {
    "pas-de-monnaie": (
        ("Tu es un poireau. Tu n’as pas de poches.", "La cagette", "0:04"),
        ("Un clic, ça ne rend pas la monnaie.", "La carotte", "0:10"),
    ),
}
