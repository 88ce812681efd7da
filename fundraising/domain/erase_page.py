"""What owners do with all that is kept of their page: take it along, or erase it for good."""

from functools import partial
from typing import Any

from django.db import transaction

from audience.models import Mail
from fundraising.domain.close_page import withdraw_page
from fundraising.domain.open_team import dissolve_team
from fundraising.domain.post_news import erase_news
from fundraising.domain.send_link import OCCASION as LINK
from fundraising.domain.tell_author import OCCASION as DECISION_ON_TEXT
from fundraising.domain.tell_owner import OCCASION as DECISION
from fundraising.gateways.page_pictures import address_of, forget_picture
from fundraising.models import Fundraiser, Supporter
from qa.domain.decide import ensure_not_frozen, locked
from qa.domain.forget_text import forget_notes
from qa.enums import TextState

_OCCASIONS = (LINK, DECISION, DECISION_ON_TEXT)


def erase_page(page: Fundraiser) -> None:
    """Take the page off the site and forget its words, its picture and whose it was.

    A page without gifts is deleted. Of one with gifts the figures stay, since money is accounted
    for, and nothing that names anybody. Raises a DecisionRefused while the law wants it kept.
    """
    with transaction.atomic():
        page = locked(page)
        ensure_not_frozen(page)
        for news in page.news.all():
            ensure_not_frozen(news)
        owner, pictures = page.owner, [page.picture, page.proposed.get("picture", "")]
        if page.state not in (TextState.WITHDRAWN, TextState.REMOVED):
            page = withdraw_page(page)
        forget_notes(page)
        pictures += [erase_news(news) for news in page.news.all()]
        if page.donations.exists() or page.monthly_gifts.exists():
            _blank(page)
        else:
            page.delete()
        has_pages = owner.fundraisers.exclude(title="").exists()
        for team in () if has_pages else owner.teams.all():
            dissolve_team(team)
        if not has_pages and not (owner.gifts.exists() or owner.monthly_gifts.exists()):
            Supporter.objects.filter(pk=owner.pk).update(
                email=f"erased-{owner.pk}@example.invalid",
                sessions_version=owner.sessions_version + 1,
            )
            Mail.objects.filter(email=owner.email, occasion__in=_OCCASIONS).delete()
        for picture in pictures:
            transaction.on_commit(partial(forget_picture, picture))


def exported_page(page: Fundraiser) -> dict[str, Any]:
    """Return all that the site holds about a page, for its owner."""
    return {
        "address": page.get_absolute_url(),
        "title": page.title,
        "reason": page.reason,
        "name": page.name,
        "email": page.owner.email,
        "occasion": page.occasion,
        "cause": str(page.fund.cause),
        "goal_cents": page.goal_cents,
        "total_cents": page.total_cents,
        "ends_on": page.ends_on.isoformat(),
        "language": page.language,
        "state": page.state,
        "reason_of_refusal": page.refused_for,
        "note": page.note,
        "proposed": page.proposed,
        "team": page.team.name if page.team else "",
        "captain_of": [team.name for team in page.owner.teams.all()],
        "news": [
            {
                "text": news.text,
                "picture": address_of(news.picture),
                "picture_alt": news.picture_alt,
                "state": news.state,
                "sent_at": news.received_at.isoformat(),
            }
            for news in page.news.all()
        ],
        "sent_at": page.sent_at.isoformat() if page.sent_at else None,
        "gifts": [
            {
                "name": gift.name,
                "hides_name": gift.hides_name,
                "amount_cents": gift.net_cents,
                "message": gift.message,
                "thanks": gift.thanks.words if gift.thanks else "",
            }
            for gift in page.donations.filter(paid_at__isnull=False).select_related("thanks")
        ],
    }


def _blank(page: Fundraiser) -> None:
    page.title = page.reason = page.name = page.first_words = page.fold = page.picture = ""
    page.note = page.objection = page.held_for = ""
    page.proposed, page.proposed_at, page.slug = {}, None, page.code
    page.save()
    page.thanks.all().delete()
    page.donations.update(message="", name="", thanks_email="")
