"""Where things are on the site of the browser tests; what it holds is in seed.py."""

# Slugs of the demo's films that have a file here, and the paths of their episodes.
FILM, CHRONICLE = "pas-de-monnaie", "la-minute-du-poireau"
PROGRAMME_PATH = "/emissions/les-bonnes-excuses/"
FILM_PATH = f"{PROGRAMME_PATH}{FILM}/"
CHRONICLE_PATH = f"/emissions/{CHRONICLE}/{CHRONICLE}/"
# The film that a test brings in while its page is open.
GROWING, GROWING_PATH = "tour-du-monde", "/emissions/le-cours-du-radis/tour-du-monde/"
# The film whose file a test replaces.
REPLACED, REPLACED_PATH = "assez-de-problemes", f"{PROGRAMME_PATH}assez-de-problemes/"
# The live programme that the demo announces, and the list it stands in.
LIVES_PATH, LIVE_PATH = "/directs/", "/directs/le-tour-du-monde-des-potagers/"
# The premiere that tests announce, and its film, which they draw themselves.
PREMIERE, PREMIERE_PATH = "la-premiere", "/directs/la-premiere/"
PREMIERED, PREMIERED_PATH = "prix-d-une-tomate", "/emissions/le-cours-du-radis/prix-d-une-tomate/"
CHAPTERS = ((0, "L’excuse"), (8, "La réponse"))

# A question, and the private page of somebody who reported it; the seed gives them these names.
QUESTION, NOTICE = "carotte234", "le-signalement"

# One page of each type, in both languages.
# A collection page of the demo, with some gifts.
COLLECTION_PATH = "/collectes/les-30-ans-de-lulu/"
PAGES = {
    "home": "/",
    "home in English": "/en/",
    "campaign list": "/campagnes/",
    "campaign list in English": "/en/campaigns/",
    "campaign": "/campagnes/deux-kilos/",
    "campaign in English": "/en/campaigns/two-kilos/",
    "programme list": "/emissions/",
    "programme list in English": "/en/programmes/",
    "programme": PROGRAMME_PATH,
    "programme in English": "/en/programmes/good-excuses/",
    "episode": FILM_PATH,
    "episode to listen to": CHRONICLE_PATH,
    "episode whose film is being prepared": "/emissions/les-bonnes-excuses/ca-ne-sert-a-rien/",
    "live list": LIVES_PATH,
    "live list in English": "/en/live/",
    "live programme": LIVE_PATH,
    "live programme in English": "/en/live/a-world-tour-of-kitchen-gardens/",
    "plain page": "/qui-sommes-nous/",
    "plain page in English": "/en/who-are-we/",
    "theme": "/themes/donner/",
    "theme in English": "/en/themes/donner/",
    "theme without films": "/en/themes/juste-prix/",
    "themes": "/themes/",
    "themes in English": "/en/themes/",
    "questions": "/themes/donner/questions/",
    "newest questions": "/themes/donner/questions/nouvelles/",
    "answered questions": "/themes/donner/questions/repondues/",
    "questions in English": "/en/themes/donner/questions/",
    "asking": "/themes/donner/poser/?texte=Qui+va+chercher+les+cagettes",
    "asking in English": "/en/themes/donner/poser/",
    "question": f"/questions/{QUESTION}/",
    "reporting": f"/signaler/question/{QUESTION}/",
    "reporting in English": f"/en/signaler/question/{QUESTION}/",
    "a report": f"/signalement/{NOTICE}/",
    "figures of moderation": "/moderation/",
    "figures of moderation in English": "/en/moderation/",
    "causes": "/causes/",
    "causes in English": "/en/causes/",
    "cause": "/causes/manger-bien/",
    "partners": "/partenaires/",
    "partners in English": "/en/partenaires/",
    "partner": "/partenaires/coop-la-fourche/",
    "partner in English": "/en/partenaires/coop-la-fourche/",
    "collection pages": "/collectes/",
    "collection pages in English": "/en/collectes/",
    "collection page": COLLECTION_PATH,
    "giving to a collection page": f"{COLLECTION_PATH}donner/",
    "giving in English": f"/en{COLLECTION_PATH}donner/",
    "opening a collection page": "/collectes/ouvrir/",
    "opening a collection page in English": "/en/collectes/ouvrir/",
    "a mail with a link is on its way": "/collectes/envoyee/",
    "my collection pages": "/mes-collectes/",
    "contesting": "/contester/affirmation/1/",
    "search": "/search/",
    "search with results": "/search/?q=poireau",
    "search without results": "/search/?q=ornithorynque",
    "search with results in English": "/en/search/?q=vegetables",
    "not found": "/nulle-part/",
    "not found in English": "/en/nowhere/",
}
# The run of the programme that a test puts on air, and the folders of its senders.
BROADCAST_KEY = "0123456789abcdef"
STUDIO, DUPLEX, BACK = "a" * 16, "b" * 16, "c" * 16
