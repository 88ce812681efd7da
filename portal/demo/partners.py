"""The demo's causes, years of partnership, and what its organisations say of themselves."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Locale

from campaigns.domain.rule_claim import accept_proof
from campaigns.domain.rule_contestation import answer_contestation, publish_contestation
from campaigns.models import (
    CampaignPage,
    Cause,
    Claim,
    Contestation,
    Organisation,
    Partnership,
    PartnershipEvent,
    Representative,
)
from portal.demo.drawing import typeset
from users.models import User

KG, TONNE = 1_000, 1_000_000
Organisations = dict[str, Organisation]
KINDS = {"La Fourche": "cooperative", "Boussole": "firm", "Mirabelle": "farm"}
# Stands for the sources of made-up facts: a name that never leads anywhere.
SOURCES = "https://example.org/archives"


@dataclass(frozen=True)
class CauseText:
    slug: str
    name: str
    summary: str
    text: str
    colour: str
    campaigns: tuple[str, ...]
    english: tuple[str, str, str]


CAUSES = (
    CauseText(
        "manger-bien",
        "Manger bien, même le 28 du mois",
        "Des légumes frais pour celles et ceux qui comptent chaque pièce.",
        "Un légume moche a le même goût qu’un beau. Un frigo vide, lui, a toujours le même goût.\n\n"
        "Ces campagnes remplissent les cagettes des épiceries solidaires, et le registre dit "
        "combien, jusqu’au dernier poireau.",
        "leek",
        ("deux-kilos",),
        (
            "Eating well, even on the 28th",
            "Fresh vegetables for those who count every coin.",
            "An ugly vegetable tastes like a pretty one. An empty fridge always tastes the same.",
        ),
    ),
    CauseText(
        "payer-juste",
        "Payer juste celles et ceux qui cultivent",
        "Un prix qui nourrit aussi la personne qui a fait pousser le repas.",
        "Le café fait le tour du monde en bateau. L’argent, lui, devrait faire le chemin du retour.",
        "plum",
        ("tour-du-monde",),
        (
            "Paying growers fairly",
            "A price that also feeds whoever grew the meal.",
            "Coffee goes round the world by boat. The money ought to make the way back.",
        ),
    ),
)


@dataclass(frozen=True)
class EventText:
    year: int
    place: str
    sentence: str
    quantity: int | None = None
    unit: str = "g"
    goods: str = ""
    source: str = ""
    day: date | None = None


@dataclass(frozen=True)
class PartnershipText:
    sponsor: str
    beneficiary: str
    since: int
    summary: str
    events: tuple[EventText, ...]


PARTNERSHIPS = (
    PartnershipText(
        "La Fourche",
        "Pont",
        2019,
        "Une rencontre sur un marché, un jour de pluie : il restait des courges.",
        (
            EventText(
                2019,
                "Le Pont, local de la rue des Tanneurs",
                "Suzon Fourchet dépose trois cagettes invendues, et repart avec un café.",
                45 * KG,
                "g",
                "courges",
                f"{SOURCES}/cahier-2019",
                date(2019, 11, 16),
            ),
            EventText(
                2021,
                "Le Pont, antenne des Hauts-Prés",
                "Une deuxième antenne ouvre. Le camion de la coopérative apprend la route par cœur.",
                12 * TONNE,
                "g",
                "légumes",
                f"{SOURCES}/bilan-2021",
            ),
            EventText(
                2023,
                "Le Pont, antenne des Hauts-Prés",
                "L’année du chou : tout le monde en a eu, certains en ont encore.",
                31 * TONNE + 400 * KG,
                "g",
                "légumes, surtout du chou",
            ),
            EventText(
                2025,
                "Le Pont, local de la rue des Tanneurs",
                "La chambre froide tombe en panne un 14 juillet. La coopérative prête la sienne.",
                None,
                source=f"{SOURCES}/gazette-2025",
                day=date(2025, 7, 14),
            ),
        ),
    ),
    PartnershipText(
        "Boussole",
        "Pont",
        2024,
        "Du café contre rien du tout, sauf des nouvelles.",
        (
            EventText(
                2024,
                "Le Pont, local de la rue des Tanneurs",
                "Premier carton. Les bénévoles ne dorment pas de la semaine.",
                120,
                "item",
                "paquets de café",
                f"{SOURCES}/carton-no-1",
            ),
        ),
    ),
)


@dataclass(frozen=True)
class ClaimText:
    organisation: str
    statement: str
    proof: str = ""
    is_proven: bool = False
    contestation: str = ""
    answer: str = ""


CLAIMS = (
    ClaimText(
        "La Fourche",
        "Nos légumes font moins de 80 kilomètres entre le champ et l’assiette.",
        f"{SOURCES}/tournees-2025",
        is_proven=True,
    ),
    ClaimText("La Fourche", "Nos poireaux sont les plus heureux de la région."),
    ClaimText(
        "La Fourche",
        "100 % de nos légumes sont bio.",
        contestation="Sur votre étal du 3 octobre, les échalotes portaient l’étiquette "
        "« en conversion ». En conversion, ce n’est pas encore bio.",
        answer="C’est exact, et l’étiquette avait raison. Les échalotes deviennent bio en mars. "
        "D’ici là, comptez 100 % moins les échalotes. Merci d’avoir lu l’étiquette jusqu’au bout.",
    ),
)
SPEAKER = ("suzon", "Suzon", "Fourchet", "maraîchère")


def make_partners(
    user: User, organisations: Organisations, campaigns: dict[str, CampaignPage]
) -> None:
    """Fill an empty site with causes, partnerships and claims; `user` decides about them."""
    french = Locale.objects.get(language_code="fr")
    for key, kind in KINDS.items():
        organisations[key].kind = kind
        organisations[key].save()
    for cause in CAUSES:
        _cause(cause, french, campaigns)
    for partnership in PARTNERSHIPS:
        _partnership(partnership, organisations)
    speaker = _speaker(organisations["La Fourche"])
    for age, claim in enumerate(CLAIMS):
        _claim(user, claim, organisations, speaker, timezone.localdate() - timedelta(90 * age + 40))


def translate_causes(english: Locale) -> None:
    """Translate the causes that have no English yet."""
    for text in CAUSES:
        cause = Cause.objects.get(slug=text.slug, locale__language_code="fr")
        if not cause.has_translation(english):
            copy = cause.copy_for_translation(english)
            copy.name, copy.summary, copy.text = text.english
            copy.save()


def _cause(text: CauseText, locale: Locale, campaigns: dict[str, CampaignPage]) -> None:
    values = {
        "name": typeset(text.name),
        "summary": typeset(text.summary),
        "text": typeset(text.text),
        "colour": text.colour,
    }
    cause, _ = Cause.objects.get_or_create(slug=text.slug, locale=locale, defaults=values)
    for slug in text.campaigns:
        page = campaigns[slug]
        page.causes.add(cause)
        page.save_revision().publish()


def _partnership(text: PartnershipText, organisations: Organisations) -> None:
    partnership = Partnership(
        sponsor=organisations[text.sponsor],
        beneficiary=organisations[text.beneficiary],
        since_year=text.since,
        summary=typeset(text.summary),
    )
    partnership.events = [
        PartnershipEvent(
            sort_order=order,
            year=event.year,
            happened_on=event.day,
            place=typeset(event.place),
            sentence=typeset(event.sentence),
            quantity=event.quantity,
            unit=event.unit,
            goods=event.goods,
            source_url=event.source,
        )
        for order, event in enumerate(text.events)
    ]
    partnership.save()


def _speaker(organisation: Organisation) -> Representative:
    username, first, last, title = SPEAKER
    person, _ = User.objects.get_or_create(
        username=username, defaults={"first_name": first, "last_name": last}
    )
    return Representative.objects.get_or_create(
        organisation=organisation, user=person, defaults={"title": title}
    )[0]


def _claim(
    user: User,
    text: ClaimText,
    organisations: Organisations,
    speaker: Representative,
    made_on: date,
) -> None:
    claim = Claim.objects.create(
        organisation=organisations[text.organisation],
        statement=typeset(text.statement),
        made_on=made_on,
        proof_url=text.proof,
    )
    if text.is_proven:
        accept_proof(user, claim, typeset("Les bons de tournée donnent 74 km au plus."))
    if text.contestation:
        filed = Contestation.objects.create(claim=claim, reason=typeset(text.contestation))
        filed = publish_contestation(user, filed)
        answer_contestation(user, filed, typeset(text.answer), speaker)
