"""Teams: the public page, the captain's, and the link with which pages join."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from audience.domain.form_tickets import key_of, new_ticket
from front.session import hide_address
from fundraising.domain.join_team import (
    invite_address,
    join_team,
    pages_that_may_join,
    quit_team,
    renew_invite,
    team_invited,
    teams_of,
)
from fundraising.domain.open_team import PURPOSE, dissolve_team, open_team, rename_team
from fundraising.domain.sign_in import supporter_of
from fundraising.domain.team_state import goal_of, percent_of, ranked
from fundraising.models import Fundraiser, Team
from fundraising.refusals import CollectionRefused
from fundraising.team_form import TeamForm
from fundraising.views.own import own_page
from fundraising.views.public import KEPT_S
from qa.refusals import TextRefused

LEAVE, REMOVE, RENAME, RENEW, DISSOLVE = "leave", "remove", "rename", "renew", "dissolve"


@require_safe
def team(request: HttpRequest, code: str) -> HttpResponse:
    """Show a team: what it collected together, and who collected how much."""
    found = Team.objects.public().select_related("fund__cause__locale", "fund__beneficiary")
    shown = get_object_or_404(found, code=code)
    members = ranked(shown)
    context = {
        "team": shown,
        "members": members,
        "goal_cents": goal_of(members),
        "percent": percent_of(shown, members),
    }
    answer = render(request, "fundraising/team.html", context)
    answer.kept_s = KEPT_S  # type: ignore[attr-defined]
    return answer


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def team_of_page(request: HttpRequest, code: str) -> HttpResponse:
    """Open a team around one's page, or leave the team that it is in."""
    if supporter_of(request.session) is None:
        return redirect("own_pages")
    page, form, status = own_page(request, code), TeamForm(request.POST or None), 200
    if request.method == "POST" and request.POST.get("deed") == LEAVE:
        quit_team(page)
        return redirect(page.get_private_url())
    key = key_of(request.POST.get("ticket", ""), PURPOSE)
    if request.method == "POST" and form.is_valid() and key is not None:
        try:
            return redirect(open_team(page, key, form.cleaned_data["name"]).get_private_url())
        except (CollectionRefused, TextRefused) as refusal:
            form.add_error(None, str(refusal))
            status = refusal.status
    ticket = request.POST["ticket"] if key else new_ticket(PURPOSE)
    status = 422 if request.method == "POST" and status == 200 else status
    context = {"fundraiser": page, "form": form, "ticket": ticket}
    return render(request, "fundraising/open_team.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def own_team(request: HttpRequest, code: str) -> HttpResponse:
    """Show the captain the team, with its link; do what they press."""
    supporter = supporter_of(request.session)
    if supporter is None:
        return redirect("own_pages")
    found = get_object_or_404(teams_of(supporter), code=code)
    form, status = TeamForm(initial={"name": found.name}), 200
    if request.method == "POST":
        form = TeamForm(request.POST)
        status = _press(found, form, request.POST)
        if status == 302:
            is_there = Team.objects.filter(pk=found.pk).exists()
            return redirect(found.get_private_url() if is_there else "own_pages")
    context = {
        "team": found,
        "form": form,
        "members": Fundraiser.objects.filter(team=found).exclude(title="").order_by("pk"),
        "invite": request.build_absolute_uri(invite_address(found)),
    }
    return hide_address(render(request, "fundraising/own_team.html", context, status=status))


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
def join(request: HttpRequest, token: str) -> HttpResponse:
    """Let somebody who was invited choose which of their pages enters the team."""
    invited, refusal = team_invited(token), None
    supporter = supporter_of(request.session)
    if request.method == "POST":
        page = own_page(request, request.POST.get("page", ""))
        try:
            join_team(page, token)
            return redirect(page.get_private_url())
        except CollectionRefused as refused:
            refusal = refused
    pages = pages_that_may_join(supporter, invited) if supporter and invited else []
    context = {"team": invited, "pages": pages, "is_known": supporter, "refusal": refusal}
    status = refusal.status if refusal else 200 if invited else 410
    return hide_address(render(request, "fundraising/join_team.html", context, status=status))


def _press(found: Team, form: TeamForm, typed: Any) -> int:
    """Do what the captain pressed and return 302, or the status of what was refused."""
    try:
        match typed.get("deed", ""):
            case "remove":
                quit_team(get_object_or_404(Fundraiser, code=typed.get("page", "")), found)
            case "renew":
                renew_invite(found)
            case "dissolve":
                dissolve_team(found)
            case "rename":
                if not form.is_valid():
                    return 422
                rename_team(found, form.cleaned_data["name"])
            case _:
                raise Http404
    except (CollectionRefused, TextRefused) as refusal:
        form.add_error(None, str(refusal))
        return refusal.status
    return 302
