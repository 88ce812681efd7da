from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class QaConfig(AppConfig):
    """The themes people debate, each with its question."""

    name = "qa"
    verbose_name = _("Questions")

    def ready(self) -> None:
        from audience.letters import register_writer
        from media.edition import new_edition
        from qa.decided import tell_of_decisions
        from qa.domain.tell_asker import OCCASION, sample_to_asker, tell_asker, write_to_asker
        from qa.domain.tell_reporter import OCCASION as NOTICE
        from qa.domain.tell_reporter import sample_to_reporter, write_to_reporter
        from qa.inbox_sources import NOTICES, QUESTIONS
        from qa.kept_copies import clear_on_removal
        from qa.kinds import register_kind
        from qa.models import Question
        from users.inbox import register_source

        register_writer(NOTICE, write_to_reporter, sample_to_reporter)
        tell_of_decisions(tell_asker)
        register_writer(OCCASION, write_to_asker, sample_to_asker)
        register_kind(Question)
        register_source(QUESTIONS)
        register_source(NOTICES)
        clear_on_removal("pages", new_edition)
