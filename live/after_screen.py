"""What the screen that closes a live shows."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from campaigns.domain.gifts import gift_label
from campaigns.domain.show_promise import promises_of
from live.after_forms import (
    NextForm,
    ReplayChapterFormSet,
    ReplayPlaceForm,
    TrimForm,
    chosen_next,
)
from live.domain.check_after import check_after, is_complete
from live.domain.replay_player import replay_player
from live.inbox_sources import AFTER_WITHIN
from live.models import LiveProgrammePage, Recording, ReplayFilm
from media.domain.library_rights import visible_videos
from media.enums import VideoState
from media.errors import error_for_code
from media.models import Video
from users.models import User

# Before the end, so that one sees how it ends.
LAST_S = 15
MOST_FILMS = 100


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a pledge of the programme's campaign has unlocked by now."""

    title: str
    gift: str


def after_context(recording: Recording, user: User, **bound: Any) -> dict[str, Any]:
    """Return the context of the screen; `bound` are forms that were sent and not taken."""
    checks = check_after(recording)
    return {
        "recording": recording,
        "programme": recording.run.programme,
        "checks": checks,
        "is_complete": is_complete(checks),
        "is_overdue": timezone.now() - recording.waits_since > AFTER_WITHIN,
        "player": replay_player(recording),
        "end_s": max(0, int(recording.length_s) - LAST_S),
        "trim_form": trim_form(recording),
        "chapter_forms": chapter_forms(recording),
        "next_form": next_form(recording),
        "place_form": place_form(recording, user),
        "quantities": quantities(recording),
        "film": ReplayFilm.objects.filter(recording=recording).select_related("video").first(),
        **bound,
    } | _film_error(recording)


def trim_form(recording: Recording) -> TrimForm:
    """Return the form of the cuts as they are."""
    return TrimForm(
        initial={
            "head": recording.head_trim_s,
            "tail": recording.tail_trim_s,
            "slates": recording.slate_cut_s,
        }
    )


def chapter_initials(recording: Recording) -> list[dict[str, Any]]:
    """Return the chapters as the form shows them, in order of time; what is cut away is last."""
    return [
        {
            "pk": chapter.pk,
            "at": int(chapter.at_s) if chapter.at_s < recording.length_s else None,
            "title": chapter.title,
            "is_gone": chapter.is_hidden,
        }
        for chapter in recording.chapters.exclude(is_hidden=True, title="")
    ]


def chapter_forms(recording: Recording) -> Any:
    """Return a form for each chapter, and one to add another."""
    return ReplayChapterFormSet(initial=chapter_initials(recording), prefix="chapters")


def next_form(recording: Recording) -> NextForm:
    """Return the form of the next live."""
    return NextForm(initial={"following": chosen_next(recording)}, lives=coming_lives(recording))


def place_form(recording: Recording, user: User) -> ReplayPlaceForm:
    """Return the form of where it can be watched again."""
    initial = {"address": recording.outside_address, "film": str(recording.video_id or "")}
    return ReplayPlaceForm(initial=initial, films=films_to_choose(recording, user))


def films_to_choose(recording: Recording, user: User) -> list[Video]:
    """Return the latest films of the library that `user` sees, and the one chosen before.

    None where the live was recorded here.
    """
    if not recording.was_elsewhere:
        return []
    ready = visible_videos(user).filter(state=VideoState.READY).order_by("-created_at", "-pk")
    found = list(ready[:MOST_FILMS])
    chosen = recording.video
    return found if chosen is None or chosen in found else [chosen, *found]


def coming_lives(recording: Recording) -> list[LiveProgrammePage]:
    """Return the announced lives that are still to come, and the one that was chosen before."""
    programme = recording.run.programme
    coming = LiveProgrammePage.objects.live().filter(
        starts_at__gt=timezone.now(), locale=programme.locale_id
    )
    found = list(coming.exclude(pk=programme.pk).order_by("starts_at"))
    chosen = recording.next_programme
    return found if chosen is None or chosen in found else [chosen, *found]


def quantities(recording: Recording) -> list[Quantity]:
    """Return what the promises of the programme's campaign have unlocked."""
    campaign = recording.run.programme.campaign
    if campaign is None or campaign.meter is None:
        return []
    return [
        Quantity(str(promise.pledge), gift_label(promise.unlocked, promise.pledge))
        for promise in promises_of(campaign.meter)
        if promise.is_current
    ]


def _film_error(recording: Recording) -> dict[str, Any]:
    film = ReplayFilm.objects.filter(recording=recording).exclude(error_code="").first()
    return (
        {"film_error": error_for_code(film.error_code), "film_code": film.error_code}
        if film
        else {}
    )
