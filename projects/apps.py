from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """Projects that look for a godparent, and how they find one."""

    name = "projects"
    verbose_name = _("Projects")

    def ready(self) -> None:
        """Tell the lower rooms what projects bring to them."""
        _tell_audience()
        _tell_campaigns()
        _tell_questions_and_team()


def _tell_audience() -> None:
    """What is written to proposers, firms and followers, and what is passed on."""
    from audience.letters import register_writer
    from audience.shared import register_shared
    from projects.domain import (
        followed_projects,
        send_link,
        shared_projects,
        tell_offerer,
        tell_proposer,
        tell_steps,
    )

    for occasion, write, sample in (
        (send_link.OCCASION, send_link.write_link, send_link.sample_link),
        (tell_proposer.OCCASION, tell_proposer.write_to_proposer, tell_proposer.sample_to_proposer),
        (tell_offerer.LINK, tell_offerer.write_offer_link, tell_offerer.sample_offer_link),
        (tell_offerer.STEP, tell_offerer.write_to_offerer, tell_offerer.sample_to_offerer),
    ):
        register_writer(occasion, write, sample)
    register_writer(
        tell_steps.OCCASION,
        followed_projects.write_step,
        followed_projects.sample_step,
        is_subscribed=True,
    )
    register_shared(
        shared_projects.PROJECT,
        shared_projects.find_shared_project,
        shared_projects.projects_without_codes,
        shared_projects.search_projects,
    )


def _tell_campaigns() -> None:
    """Whose likes meters count, what can be followed, cards, and acts on the menu."""
    from campaigns.card_sources import register_cards
    from campaigns.counted_places import register_counted
    from campaigns.domain.followed import register_followed
    from campaigns.menu_of_acts import register_menu_act
    from projects.domain.followed_projects import FOLLOWED
    from projects.domain.shared_projects import PROJECT, counted_project, project_cards
    from projects.menu_acts import MENU_ACTS

    register_counted(counted_project)
    register_followed(FOLLOWED)
    register_cards(PROJECT, project_cards)
    for menu_act in MENU_ACTS:
        register_menu_act(menu_act)


def _tell_questions_and_team() -> None:
    """Which texts are moderated, who follows what is decided, and what waits in the inbox."""
    from projects.domain import follow_decision, tell_proposer
    from projects.inbox_sources import SOURCES
    from projects.models import Project, ProjectNews
    from qa.decided import tell_of_decisions
    from qa.kinds import register_kind
    from users.inbox import register_source

    for kind in (Project, ProjectNews):
        register_kind(kind)
    for follow in (tell_proposer.tell_of_decision, follow_decision.follow_decision):
        tell_of_decisions(follow)
    for source in SOURCES:
        register_source(source)
