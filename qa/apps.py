from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QaConfig(AppConfig):
    """The themes people debate, each with its question."""

    name = "qa"
    verbose_name = _("Questions")

    def ready(self) -> None:
        from audience.letters import register_writer
        from audience.shared import register_shared
        from campaigns.call_acts import register_act
        from campaigns.card_sources import register_cards
        from campaigns.menu_of_acts import register_menu_act
        from campaigns.models import CampaignPage
        from campaigns.recounts import register_recounter
        from media.edition import new_edition
        from qa.commented import register_commented
        from qa.decided import tell_of_decisions
        from qa.domain.answer_cards import answer_cards
        from qa.domain.confirm_comment import sample_confirmation, write_confirmation
        from qa.domain.menu_acts import MENU_ACTS
        from qa.domain.offer_asking import ASK
        from qa.domain.post_comment import CONFIRMING
        from qa.domain.recount_votes import recount_votes
        from qa.domain.shared_questions import (
            QUESTION,
            find_shared_question,
            questions_without_codes,
            search_questions,
        )
        from qa.domain.tell_answered import OCCASION as REPLY
        from qa.domain.tell_answered import sample_reply, tell_answered, write_reply
        from qa.domain.tell_asker import OCCASION, sample_to_asker, tell_asker, write_to_asker
        from qa.domain.tell_reporter import OCCASION as NOTICE
        from qa.domain.tell_reporter import sample_to_reporter, write_to_reporter
        from qa.domain.theme_cards import THEME, theme_cards
        from qa.inbox_sources import COMMENTS, NOTICES, QUESTIONS
        from qa.kept_copies import clear_on_removal
        from qa.kinds import register_kind
        from qa.listeners import listen
        from qa.models import Comment, Question
        from users.inbox import register_source

        register_writer(NOTICE, write_to_reporter, sample_to_reporter)
        tell_of_decisions(tell_asker)
        register_writer(OCCASION, write_to_asker, sample_to_asker, is_subscribed=True)
        register_act(ASK)
        for menu_act in MENU_ACTS:
            register_menu_act(menu_act)
        register_cards(THEME, theme_cards)
        register_cards(QUESTION, answer_cards)
        register_shared(QUESTION, find_shared_question, questions_without_codes, search_questions)
        register_kind(Question)
        register_kind(Comment)
        register_commented(CampaignPage)
        register_writer(CONFIRMING, write_confirmation, sample_confirmation)
        register_writer(REPLY, write_reply, sample_reply, is_subscribed=True)
        tell_of_decisions(tell_answered)
        listen()
        register_source(QUESTIONS)
        register_source(NOTICES)
        register_source(COMMENTS)
        clear_on_removal("pages", new_edition)
        register_recounter(recount_votes)
