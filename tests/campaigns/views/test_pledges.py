"""The list, the form and the page of pledges, as the team uses them."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from campaigns.enums import PledgeState
from campaigns.models import Clause, LedgerEntry, Organisation, Pledge
from tests.audience.following import follower

pytestmark = pytest.mark.django_db
T, KG = 1_000_000, 1_000


def sent(campaign, /, **values) -> dict[str, object]:
    """Return the grower's contract as a browser sends it."""
    now = timezone.localtime()
    organisations = [
        Organisation.objects.get_or_create(name=name)[0].pk for name in ("Coop", "Épicerie")
    ]
    return {
        "campaign": campaign.pk,
        "sponsor": organisations[0],
        "beneficiary": organisations[1],
        "unit": "g",
        "goods": "légumes",
        "goods_en": "vegetables",
        "kinds": ["click", "view"],
        "cap": "150 t",
        "starts_at": f"{now:%Y-%m-%d %H:%M}",
        "ends_at": f"{now + timedelta(days=30):%Y-%m-%d %H:%M}",
        "delivery_due_on": f"{now + timedelta(days=60):%Y-%m-%d}",
        "clauses-TOTAL_FORMS": 2,
        "clauses-INITIAL_FORMS": 0,
        "clauses-MIN_NUM_FORMS": 0,
        "clauses-MAX_NUM_FORMS": 1000,
        "clauses-0-kind": "base",
        "clauses-0-quantity": "110 t",
        "clauses-0-ORDER": 1,
        "clauses-1-kind": "per_act",
        "clauses-1-quantity": "2 kg",
        "clauses-1-ORDER": 2,
        "milestones-TOTAL_FORMS": 1,
        "milestones-INITIAL_FORMS": 0,
        "milestones-MIN_NUM_FORMS": 0,
        "milestones-MAX_NUM_FORMS": 1000,
        "milestones-0-acts": "20 000",
        "milestones-0-title": "Vingt mille",
        "milestones-0-ORDER": 1,
        **values,
    }


def test_an_editor_writes_a_pledge_in_human_units(client, editor, make_campaign):
    client.force_login(editor)
    campaign = make_campaign()
    answer = client.post(reverse("pledges:add"), sent(campaign))
    pledge = Pledge.objects.get()
    assert answer.url == reverse("pledges:inspect", args=[pledge.pk])
    assert (pledge.state, pledge.cap, pledge.created_by) == ("draft", 150 * T, editor)
    assert pledge.meter == campaign.meter
    assert list(pledge.clauses.values_list("kind", "quantity", "acts", "cap")) == [
        ("base", 110 * T, None, None),
        ("per_act", 2 * KG, None, None),
    ]
    assert pledge.milestones.get().acts == 20_000
    form = client.get(reverse("pledges:edit", args=[pledge.pk])).content.decode()
    for text in ('value="150 t"', 'value="110 t"', 'value="2 kg"', 'value="20000"'):
        assert text in form


def test_a_translation_counts_for_the_same_campaign(client, editor, make_campaign, translate):
    client.force_login(editor)
    french = make_campaign()
    client.post(reverse("pledges:add"), sent(translate(french)))
    assert Pledge.objects.get().meter == french.meter


@pytest.mark.parametrize(
    ("values", "text"),
    [
        ({"cap": ""}, "id_cap"),
        ({"cap": "beaucoup"}, "beaucoup"),
        ({"cap": "1,500 t"}, "1500"),
        ({"clauses-1-quantity": "2 l"}, "2 l"),
        ({"clauses-1-kind": "threshold", "clauses-1-acts": ""}, "clauses-1-acts"),
        ({"clauses-TOTAL_FORMS": 0}, "clauses"),
        ({"ends_at": "2020-01-01 10:00"}, "ends_at"),
        ({"delivery_due_on": "2020-01-01"}, "delivery_due_on"),
        ({"campaign": 0}, "campaign"),
        ({"kinds": []}, "kinds"),
        ({"clauses-0-quantity": "-1 kg"}, "-1 kg"),
        ({"cap": "9" * 40}, "9" * 40),
    ],
)
def test_what_is_wrong_is_said_and_nothing_typed_is_lost(
    client, editor, make_campaign, values, text
):
    client.force_login(editor)
    answer = client.post(reverse("pledges:add"), sent(make_campaign(), **values))
    page = answer.content.decode()
    assert (answer.status_code, Pledge.objects.count()) == (200, 0)
    assert text in page
    assert "Vingt mille" in page
    assert "error-message" in page


def test_a_match_is_in_percent(client, editor, make_campaign):
    client.force_login(editor)
    percent = {"clauses-0-kind": "match", "clauses-0-quantity": "50 %"}
    client.post(reverse("pledges:add"), sent(make_campaign(), **percent))
    assert Clause.objects.get(kind="match").quantity == 50


@pytest.mark.parametrize(("preset", "text"), [("linear", "2 kg"), ("threshold", "40 t")])
def test_a_preset_fills_the_form_in(client, editor, make_campaign, preset, text):
    client.force_login(editor)
    page = client.get(reverse("pledges:add"), {"preset": preset}).content.decode()
    for value in (text, "110 t", "150 t", "20000"):
        assert f'value="{value}"' in page
    assert "150\xa0t" in page


def test_a_preset_can_be_saved_as_it_came(client, editor, make_campaign):
    """The browser sends its rows as if they had been stored, without a number."""
    client.force_login(editor)
    initial = {
        "clauses-INITIAL_FORMS": 2,
        "clauses-0-id": "",
        "clauses-1-id": "",
        "milestones-INITIAL_FORMS": 1,
        "milestones-0-id": "",
    }
    client.post(reverse("pledges:add"), sent(make_campaign(), **initial))
    assert [clause.quantity for clause in Pledge.objects.get().clauses.all()] == [110 * T, 2 * KG]


def test_the_list_leads_to_form_or_page(client, editor, make_pledge):
    client.force_login(editor)
    draft, running = make_pledge(state="draft"), make_pledge()
    page = client.get(reverse("pledges:index")).content.decode()
    assert reverse("pledges:edit", args=[draft.pk]) in page
    assert reverse("pledges:edit", args=[running.pk]) not in page
    assert reverse("pledges:inspect", args=[running.pk]) in page
    assert "Deux kilos" in page


def test_what_runs_is_read_only(client, admin, make_pledge):
    client.force_login(admin)
    running = make_pledge()
    for name in ("edit", "delete"):
        for ask in (client.get, client.post):
            answer = ask(reverse(f"pledges:{name}", args=[running.pk]))
            assert answer.url == reverse("pledges:inspect", args=[running.pk])
    assert Pledge.objects.filter(pk=running.pk, state="active").exists()
    page = client.get(reverse("pledges:inspect", args=[running.pk])).content.decode()
    assert reverse("pledges:step", args=[running.pk, "amend"]) in page


def test_a_draft_signed_meanwhile_is_not_saved(client, editor, make_pledge, make_campaign):
    client.force_login(editor)
    draft = make_pledge(state="draft")
    Pledge.objects.update(state="proposed")
    client.post(reverse("pledges:edit", args=[draft.pk]), sent(make_campaign()))
    draft.refresh_from_db()
    assert (draft.state, draft.cap) == (PledgeState.PROPOSED, 40_000 * KG)


def test_a_draft_is_saved_and_deleted(client, editor, make_pledge, make_campaign):
    client.force_login(editor)
    draft = make_pledge([], state="draft")
    client.post(reverse("pledges:edit", args=[draft.pk]), sent(make_campaign()))
    draft.refresh_from_db()
    assert draft.cap == 150 * T
    client.post(reverse("pledges:delete", args=[draft.pk]))
    assert not Pledge.objects.exists()


def test_a_new_version_keeps_its_campaign_and_unit(client, editor, make_pledge, make_campaign):
    client.force_login(editor)
    campaign = make_campaign()
    old = make_pledge(meter=campaign.meter)
    draft = make_pledge([], state="draft", replaces=old, meter=campaign.meter, version=2)
    other = sent(make_campaign("Autre"), unit="ml", **{"clauses-1-quantity": "3 kg"})
    client.post(reverse("pledges:edit", args=[draft.pk]), other)
    draft.refresh_from_db()
    assert (draft.meter, draft.unit, draft.sponsor) == (campaign.meter, "g", old.sponsor)
    assert draft.clauses.last().quantity == 3 * KG


def test_the_page_shows_versions_lines_and_deliveries(client, admin, make_pledge):
    client.force_login(admin)
    old = make_pledge(state="amended")
    new = make_pledge(replaces=old, version=2, unlocked=7 * KG)
    entry = LedgerEntry.objects.create(
        pledge=new, kind="unlocked", quantity=7 * KG, unit="g", recorded_at=timezone.now()
    )
    page = client.get(reverse("pledges:inspect", args=[new.pk])).content.decode()
    assert reverse("pledges:inspect", args=[old.pk]) in page
    assert reverse("pledges:reverse", args=[entry.pk]) in page
    assert "7\xa0kg" in page


def test_a_representative_reads_what_is_theirs(client, receiver, make_pledge):
    client.force_login(receiver)
    theirs = make_pledge()
    foreign = make_pledge(beneficiary=Organisation.objects.create(name="Autre"))
    assert client.get(reverse("pledges:inspect", args=[theirs.pk])).status_code == 200
    assert client.get(reverse("pledges:inspect", args=[foreign.pk])).status_code == 302
    page = client.get(reverse("pledges:index")).content.decode()
    assert reverse("pledges:inspect", args=[foreign.pk]) not in page


def test_strangers_stay_outside(client, make_user, make_pledge):
    client.force_login(make_user("zoe"))
    pledge = make_pledge()
    for name in ("index", "add"):
        assert client.get(reverse(f"pledges:{name}")).status_code == 302
    for name in ("edit", "inspect"):
        assert client.get(reverse(f"pledges:{name}", args=[pledge.pk])).status_code == 302


def test_the_ledger_is_read_only(client, admin, make_pledge):
    client.force_login(admin)
    LedgerEntry.objects.create(
        pledge=make_pledge(), kind="reversed", reverses="delivered", quantity=5 * KG, unit="g",
        recorded_at=timezone.now(), note="Pesée fausse",
    )  # fmt: skip
    answer = client.get(reverse("ledger:index"))
    page = answer.content.decode()
    assert "5\xa0kg" in page
    assert "Pesée fausse" in page
    for place in ("new/", "edit/1/", "delete/1/"):
        assert client.get(reverse("ledger:index") + place).status_code == 404


def test_lists_cost_the_same_for_one_and_three(
    client, admin, make_pledge, django_assert_num_queries
):
    client.force_login(admin)
    make_pledge()
    client.get(reverse("pledges:index"))
    with CaptureQueriesContext(connection) as first:
        client.get(reverse("pledges:index"))
    for _ in range(2):
        make_pledge()
    with django_assert_num_queries(len(first)):
        client.get(reverse("pledges:index"))


def test_how_many_follow_and_not_who(client, admin, make_pledge):
    pledge = make_pledge()
    follower("zoe@example.org", kind="campaign", key=pledge.meter.key)
    for name in ("lea", "omar"):
        follower(f"{name}@example.org", kind="organisation", key=str(pledge.sponsor_id))
    client.force_login(admin)
    answer = client.get(reverse("pledges:inspect", args=[pledge.pk]))
    assert (answer.context["followers"], answer.context["sponsor_followers"]) == (1, 2)
    assert "zoe@example.org" not in answer.text
