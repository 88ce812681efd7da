"""What a gift costs after tax, and its receipt: on a phone, also without JavaScript."""

from playwright.sync_api import expect

from tests.browser.conftest import NewContext, log_in
from tests.browser.looks import axe_faults, layout_faults
from tests.browser.site import LiveSite
from tests.browser.watch import Watch
from tests.fundraising.read_pdf import words_of


def test_the_sum_without_javascript(new_context: NewContext):
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/reduction-fiscale/")
    page.get_by_label("Votre don en euros").fill("2200")
    page.get_by_label("Aide les personnes en difficulté").check()
    page.get_by_role("button", name="Faire le compte").click()
    expect(page.get_by_role("status").first).to_contain_text("568\u00a0€")


def test_a_receipt_is_asked_for_read_and_fetched(
    new_context: NewContext, site: LiveSite, watch: Watch
):
    watch.allow("status of 422")
    path = site.data_dir / "gift.txt"
    site.seed(f"give_real_money({str(path)!r})")
    page = new_context(has_touch=True).new_page()
    page.goto("/reduction-fiscale/?amount=20&scheme=need")
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    page.goto(path.read_text())
    page.get_by_role("link", name="Je voudrais un reçu fiscal").click()
    page.get_by_role("button", name="Délivrer mon reçu").click()
    expect(page.get_by_text("Écrivez le nom qui figure sur l’avis d’impôt.")).to_be_visible()
    assert axe_faults(page) == []
    page.get_by_label("Prénom et nom").fill("Zoé Poireau")
    page.get_by_label("Adresse postale").fill("12 rue du Potager\n75011 Paris")
    page.get_by_role("button", name="Délivrer mon reçu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Reçu au titre d’un don")
    expect(page.get_by_text("vingt euros")).to_be_visible()
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    with page.expect_download() as file:
        page.get_by_role("link", name="Le télécharger en PDF").click()
    assert file.value.suggested_filename.startswith("recu-fiscal-")
    assert "Donateur Nom Zoé Poireau" in words_of(file.value.path().read_bytes())


def test_one_receipt_a_year_for_a_monthly_gift(
    new_context: NewContext, site: LiveSite, watch: Watch
):
    watch.allow("status of 422")
    path = site.data_dir / "monthly.txt"
    site.seed(f"give_each_month({str(path)!r})")
    page = new_context(has_touch=True).new_page()
    page.goto(path.read_text())
    page.get_by_role("link", name="Je voudrais le reçu de l’année").click()
    page.get_by_role("button", name="Je voudrais ce reçu").click()
    expect(page.get_by_text("Écrivez une adresse")).to_be_visible()
    assert axe_faults(page) == []
    assert layout_faults(page) == []
    page.get_by_label("Prénom et nom").fill("Zoé Poireau")
    page.get_by_label("Adresse postale").fill("12 rue du Potager\n75011 Paris")
    page.get_by_label("E-mail, où le lien est envoyé").fill("zoe@example.org")
    page.get_by_role("button", name="Je voudrais ce reçu").click()
    expect(page.get_by_text("zoe@example.org")).to_be_visible()
    assert axe_faults(page) == []
    assert layout_faults(page) == []

    team = new_context().new_page()
    log_in(team, site, "admin")
    team.goto("/admin/tax-receipts/years/")
    team.get_by_label("Organisme").select_option(index=1)
    assert axe_faults(team, "main") == []
    team.get_by_role("button", name="Délivrer les reçus de cette année").click()
    row = team.get_by_role("row").nth(1)
    expect(row).to_contain_text("Pont")
    # The worker issues it; the figure is there when the page is asked for again.
    site.seed("issue_years()")
    team.reload()
    expect(team.get_by_role("row").nth(1).get_by_role("cell").nth(3)).to_have_text("1")
    assert axe_faults(team, "main") == []
    assert layout_faults(team, "main") == []
