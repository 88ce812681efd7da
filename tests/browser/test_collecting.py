"""A collection page from the form to the gift, on a phone; and a refund that lowers its total."""

import re
from datetime import date, timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import NewContext, log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite

PHONE = {"width": 390, "height": 844}
TITLE = "Nadia nage pour des navets"
# Told, counted, shown: PRODUCT's five seconds, and what a loaded machine adds to the asking.
MOVES_WITHIN_MS = 10_000


def the_link(site: LiveSite, email: str) -> str:
    """Return the address that stands in the mail to a supporter."""
    path = site.data_dir / "link.txt"
    site.seed(f"write_link({email!r}, {str(path)!r})")
    return path.read_text()


def on_a_phone(new_context: NewContext, **options: bool) -> Page:
    page = new_context(has_touch=True, **options).new_page()
    page.set_viewport_size(PHONE)
    return page


def give(page: Page, amount: str, name: str) -> None:
    """Give on the test provider's page, from the public one."""
    page.get_by_role("link", name="Donner", exact=True).last.click()
    free = page.get_by_label("Un autre montant en euros")
    expect(free).to_be_hidden()
    page.get_by_label("un autre montant", exact=True).check()
    free.fill(amount)
    page.get_by_label("Nom ou surnom").fill(name)
    assert axe_faults(page) == []
    page.get_by_role("button", name="Continuer vers le paiement").click()
    page.get_by_label("Numéro de carte").fill("4242 4242 4242 4242")
    assert axe_faults(page) == []
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Merci")


def test_opened_approved_given_to_and_given_back(new_context, site: LiveSite):
    phone = on_a_phone(new_context)
    phone.goto("/collectes/ouvrir/")
    phone.get_by_label("Occasion").select_option("race")
    phone.get_by_label("Votre nom, tel qu’on le lira").fill("Nadia")
    phone.get_by_label("Pourquoi collectez-vous").fill("Une longueur, un navet.")
    phone.get_by_label("Objectif en euros").fill("100")
    phone.get_by_label("Jusqu’au").fill(f"{date.today() + timedelta(days=9):%Y-%m-%d}")  # noqa: DTZ011
    phone.get_by_label("Votre adresse e-mail").fill("nadia@example.org")
    phone.get_by_label("Titre").fill(TITLE)
    phone.get_by_role("button", name="Envoyez-moi le lien").click()
    phone.wait_for_url("**/collectes/envoyee/")

    phone.goto(the_link(site, "nadia@example.org"))
    phone.get_by_role("button", name="Ouvrir ma page").click()
    expect(phone.get_by_role("heading", name=TITLE)).to_be_visible()
    assert axe_faults(phone) == []
    assert layout_faults(phone) == []
    phone.set_viewport_size(PHONE)
    phone.get_by_role("link", name="Modifier, ajouter").click()
    expect(phone.get_by_label("Titre")).to_have_value(TITLE)
    assert axe_faults(phone) == []
    phone.go_back()
    phone.get_by_role("button", name="Envoyer à l’équipe").click()
    expect(phone.get_by_role("heading", name="Votre page est chez nous")).to_be_visible()

    team = new_context().new_page()
    log_in(team, site, "moderator")
    team.goto("/admin/collections-of-supporters/")
    assert axe_faults(team, "main") == []
    team.get_by_role("link", name=TITLE).click()
    expect(team.get_by_role("button", name=re.compile("^Accepter"))).to_be_visible()
    assert axe_faults(team, "main") == []
    assert layout_faults(team, "main") == []
    team.get_by_role("button", name=re.compile("^Accepter")).click()
    team.get_by_role("link", name="Voir sur le site").click()
    address = team.url

    viewer, donor = on_a_phone(new_context), on_a_phone(new_context)
    viewer.goto(address)
    total = viewer.locator('[data-part="total"]')
    expect(total).to_have_text("0\u00a0€")
    donor.goto(address)
    give(donor, "12,50", "Un navet reconnaissant")
    expect(total).to_have_text("12,50\u00a0€", timeout=MOVES_WITHIN_MS)
    expect(viewer.get_by_text("Un navet reconnaissant")).to_be_visible()
    assert axe_faults(viewer) == []

    donor.get_by_role("link", name="Rembourser cet essai").click()
    give_back = donor.get_by_role("button", name="Rembourser", exact=True)
    expect(give_back).to_be_visible()
    assert axe_faults(donor) == []
    donor.get_by_label("Montant").fill("2,50")
    donor.get_by_role("button", name="Rembourser").click()
    expect(total).to_have_text("10\u00a0€", timeout=MOVES_WITHIN_MS)
    donor.get_by_role("link", name="Rembourser cet essai").click()
    donor.get_by_role("button", name="Rembourser").click()
    expect(total).to_have_text("0\u00a0€", timeout=MOVES_WITHIN_MS)
    expect(viewer.get_by_text("Un navet reconnaissant")).to_have_count(0)


def test_the_same_without_scripts(new_context):
    page = on_a_phone(new_context, java_script_enabled=False)
    page.goto("/collectes/les-30-ans-de-lulu/")
    page.get_by_role("link", name="Donner", exact=True).last.click()
    page.get_by_label("sans nom").check()
    page.get_by_role("button", name="Continuer vers le paiement").click()
    page.get_by_label("Numéro de carte").fill("4000 0000 0000 0002")
    page.get_by_role("button", name="Payer").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Le paiement a été refusé")


def test_each_month_until_it_is_stopped(new_context):
    viewer, donor = on_a_phone(new_context), on_a_phone(new_context)
    address = "/collectes/le-pot-de-depart-de-monique/"
    viewer.goto(address)
    total = viewer.locator('[data-part="total"]')
    before = total.inner_text()
    assert before == "15\u00a0€"
    donor.goto(address)
    donor.get_by_role("link", name="Donner", exact=True).last.click()
    expect(donor.get_by_label("une fois", exact=True)).to_be_checked()
    email = donor.get_by_label("Votre adresse e-mail, pour un don chaque mois")
    expect(email).to_be_hidden()
    donor.get_by_label("un autre montant", exact=True).check()
    donor.get_by_label("Un autre montant en euros").fill("10")
    donor.get_by_label("chaque mois", exact=True).check()
    email.fill("navet@example.org")
    donor.get_by_label("Nom ou surnom").fill("Un navet régulier")
    assert axe_faults(donor) == []
    assert layout_faults(donor) == []
    donor.set_viewport_size(PHONE)
    donor.get_by_role("button", name="Continuer vers le paiement").click()
    expect(donor.get_by_role("heading", level=1)).to_have_text("10\u00a0€ chaque mois")
    donor.get_by_label("Numéro de carte").fill("4242 4242 4242 4242")
    assert axe_faults(donor) == []
    assert layout_faults(donor) == []
    donor.set_viewport_size(PHONE)
    donor.get_by_role("button", name="Payer").click()
    expect(donor.get_by_role("heading", level=1)).to_contain_text("10\u00a0€ chaque mois")
    assert axe_faults(donor) == []
    assert layout_faults(donor) == []
    donor.set_viewport_size(PHONE)
    expect(total).to_have_text("25\u00a0€", timeout=MOVES_WITHIN_MS)
    expect(viewer.get_by_text("chaque mois depuis")).to_be_visible()

    donor.get_by_role("link", name="Jouer le mois suivant").click()
    pay = donor.get_by_role("button", name="Le mois suivant est payé")
    expect(pay).to_be_visible()
    assert axe_faults(donor) == []
    assert layout_faults(donor) == []
    donor.set_viewport_size(PHONE)
    pay.click()
    expect(total).to_have_text("35\u00a0€", timeout=MOVES_WITHIN_MS)
    # Two months, one supporter.
    expect(viewer.get_by_text("Un navet régulier")).to_have_count(1)
    assert axe_faults(viewer) == []

    expect(pay).to_have_count(0)
    months = donor.get_by_role("region", name="Mois par mois")
    expect(months).to_be_visible()
    own = donor.url
    months.get_by_role("link").first.click()
    donor.get_by_role("link", name="Rembourser cet essai").click()
    donor.get_by_role("button", name="Rembourser").click()
    expect(total).to_have_text("25\u00a0€", timeout=MOVES_WITHIN_MS)

    donor.goto(own)
    donor.get_by_role("link", name="Arrêter mon don mensuel").click()
    stop = donor.get_by_role("button", name="Arrêter maintenant")
    expect(stop).to_be_visible()
    assert axe_faults(donor) == []
    assert layout_faults(donor) == []
    donor.set_viewport_size(PHONE)
    stop.click()
    expect(donor.get_by_role("heading", level=1)).to_have_text("Votre don mensuel est terminé")
    expect(donor.get_by_role("link", name="Jouer le mois suivant")).to_have_count(0)
    expect(viewer.get_by_text("chaque mois depuis")).to_have_count(0, timeout=MOVES_WITHIN_MS)
    expect(total).to_have_text("25\u00a0€")
