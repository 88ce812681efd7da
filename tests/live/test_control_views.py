"""The control room in the CMS: for who may see it, with every refusal as a sentence."""

import pytest
from django.urls import reverse

from live.domain.start_run import start_run
from live.domain.take import take
from live.models import Run, RunPresence

pytestmark = pytest.mark.django_db


@pytest.fixture
def room(programme_on_debate):
    return reverse("control_room", args=[programme_on_debate.pk])


@pytest.fixture
def inside(client, caller):
    client.force_login(caller)
    return client


def command(run, verb):
    return reverse("run_command", args=[run.key, verb])


def test_the_list_of_control_rooms(inside, programme_on_debate, caller):
    start_run(programme_on_debate, caller, is_rehearsal=True)
    page = inside.get(reverse("control_rooms")).content.decode()
    assert page.count("Le tour du monde") == 2
    assert "répétition" in page


def test_an_empty_list_says_what_to_do(inside, house):
    assert "Pas encore de direct" in inside.get(reverse("control_rooms")).content.decode()


def test_before_it_begins_then_started(inside, room, programme_on_debate):
    page = inside.get(room).content.decode()
    assert "Lancer le direct" in page
    assert "<control-room" not in page
    start = reverse("start_run", args=[programme_on_debate.pk])
    answer = inside.post(start, {"how": "real"})
    run = Run.objects.get()
    assert (answer.status_code, answer["Location"]) == (302, f"{room}?run={run.key}")
    assert not run.is_rehearsal
    page = inside.get(answer["Location"]).content.decode()
    assert f'data-state="/live-staff/{run.key}"' in page
    assert "data-may-operate" in page


def test_a_second_start_is_refused_with_a_sentence(inside, room, programme_on_debate, run):
    answer = inside.post(reverse("start_run", args=[programme_on_debate.pk]), {"how": "real"})
    assert answer.status_code == 409
    page = answer.content.decode()
    assert "RUN-004" in page
    assert "<control-room" in page


def test_a_draft_is_not_started_for_real(inside, make_show):
    draft = make_show(live=False)
    answer = inside.post(reverse("start_run", args=[draft.pk]), {"how": "real"})
    assert (answer.status_code, Run.objects.count()) == (409, 0)
    assert "RUN-005" in answer.content.decode()


def test_a_rehearsal_is_marked_and_beside_the_real_one(inside, room, run, caller):
    rehearsal = start_run(run.programme, caller, is_rehearsal=True)
    real = inside.get(room).content.decode()
    assert run.key in real
    assert f"?run={rehearsal.key}" in real
    marked = inside.get(f"{room}?run={rehearsal.key}").content.decode()
    assert "Répétition : personne hors de l’équipe".replace(" :", "\u00a0:") in marked


def test_a_command_answers_with_the_state_after_it(inside, run):
    answer = inside.post(command(run, "take"), {"seen": "1", "believed": ""})
    state = answer.json()["state"]
    assert (answer.status_code, state["version"], state["lines"][0]["state"]) == (200, 2, "on_air")


def test_a_stale_command_gets_a_sentence_and_what_is_now(inside, run, make_user):
    take(run, make_user("ana", "live.operate_run"), 1, believed=None)
    answer = inside.post(command(run, "hold"), {"seen": "1"})
    told = answer.json()
    assert (answer.status_code, told["code"], told["state"]["version"]) == (409, "RUN-002", 2)
    assert "ana" in told["refusal"]
    assert "Accueil" in told["refusal"]


def test_a_refusal_of_the_moderation_is_told_too(client, run, make_user, make_asked):
    client.force_login(make_user("ana", "live.operate_run"))
    question = make_asked()
    answer = client.post(command(run, "put_question"), {"seen": "1", "question": question.pk})
    assert (answer.status_code, answer.json()["code"]) == (403, "MOD-001")


def test_a_link_for_the_presenter_is_a_whole_address(inside, run):
    address = inside.post(command(run, "make_link")).json()["address"]
    assert address.startswith("http://testserver/presentateur/")


def test_who_looks_is_seen(inside, run, caller):
    assert inside.post(reverse("control_look", args=[run.key])).status_code == 204
    assert RunPresence.objects.get().user == caller


def test_who_may_only_watch_sees_and_is_refused(client, room, run, make_user):
    client.force_login(make_user("ana", "live.watch_run"))
    page = client.get(room).content.decode()
    assert "data-may-operate" not in page
    answer = client.post(command(run, "panic"))
    assert (answer.status_code, answer.json()["code"]) == (403, "RUN-001")
    assert Run.objects.get().version == 1


def test_watching_before_it_begins(client, room, make_user):
    client.force_login(make_user("ana", "live.watch_run"))
    assert "Lancer le direct" not in client.get(room).content.decode()


def test_nobody_else(client, room, run, make_user):
    assert client.get(room).status_code == 302
    client.force_login(make_user("zoe"))
    addresses = (reverse("control_rooms"), room)
    assert all(client.get(address).status_code in (302, 403) for address in addresses)
    assert client.post(command(run, "take")).status_code in (302, 403)
    assert Run.objects.get().version == 1


def test_a_picture_from_elsewhere(inside, room, programme_on_debate, caller):
    programme_on_debate.outside_address = "https://tube.example.org/w/9c9de5e8FQhPaJyYwNbQ2X"
    programme_on_debate.save()
    assert "L’image vient de tube.example.org" in inside.get(room).content.decode()
    run = start_run(programme_on_debate, caller, is_rehearsal=False)
    page = inside.get(room).content.decode()
    assert 'data-part="feeds" hidden' in page
    answer = inside.post(command(run, "show_slate"), {"seen": run.version})
    assert answer.json()["state"]["shows_slate"]
