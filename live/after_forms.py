"""Forms of the screen that closes a live."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from live.models import LiveProgrammePage, Recording
from live.outside import LONGEST_ADDRESS, is_outside_address
from media.forms import TimecodeField
from media.models import Video
from media.timecode import format_timecode

EMPTY_CHAPTERS = 1
LONGEST_SLATE_S = 3_600
NONE = "none"


class ReplayTimeField(TimecodeField):
    """A moment of a replay, in whole seconds, written 80, 1:20 or 1:12:07."""

    widget = forms.TextInput(attrs={"placeholder": "0:00:00", "inputmode": "text", "size": 9})

    def prepare_value(self, value: Any) -> Any:
        return format_timecode(value) if isinstance(value, int | float) else value


class TrimForm(forms.Form):
    """What is cut off at both ends, and which slates."""

    head = ReplayTimeField(label=_("Cut off at the beginning"), required=False)
    tail = ReplayTimeField(label=_("Cut off at the end"), required=False)
    slates = forms.IntegerField(
        label=_("Cut slates longer than (seconds)"), min_value=0, max_value=LONGEST_SLATE_S
    )


class ReplayChapterForm(forms.Form):
    """One chapter. Without a time it stands where it was on air."""

    pk = forms.IntegerField(widget=forms.HiddenInput, required=False)
    at = ReplayTimeField(label=_("Time"), required=False)
    title = forms.CharField(label=_("Title"), max_length=250, required=False)
    is_gone = forms.BooleanField(label=_("Take away"), required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if values.get("pk") and not values.get("title") and not values.get("is_gone"):
            self.add_error("title", _("Write a title, or take the chapter away."))
        has_no_time = values.get("at") is None and "at" not in self.errors
        if not values.get("pk") and values.get("title") and has_no_time:
            self.add_error("at", _("Write at which time the chapter begins."))
        return values


ReplayChapterFormSet = forms.formset_factory(
    ReplayChapterForm, extra=EMPTY_CHAPTERS, max_num=1_000, absolute_max=1_000
)


class NextForm(forms.Form):
    """Which live comes next, or none."""

    def __init__(self, *args: Any, lives: list[LiveProgrammePage], **named: Any) -> None:
        super().__init__(*args, **named)
        self._lives = {str(page.pk): page for page in lives}
        pages = [(key, page.title) for key, page in self._lives.items()]
        choices = [("", _("Choose")), *pages, (NONE, _("none is planned"))]
        self.fields["following"] = forms.ChoiceField(label=_("Next live"), choices=choices)

    @property
    def chosen(self) -> LiveProgrammePage | None:
        """The chosen programme; None: none is planned."""
        return self._lives.get(self.cleaned_data["following"])


class ReplayPlaceForm(forms.Form):
    """Where a live that came from elsewhere can be watched again: there, or as a film of ours."""

    address = forms.CharField(
        label=_("Address of the replay"),
        max_length=LONGEST_ADDRESS,
        required=False,
        validators=[is_outside_address],
        help_text=_(
            "The page on which one watches it on PeerTube, YouTube or Vimeo, or an HLS address."
        ),
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
    )

    def __init__(self, *args: Any, films: list[Video], **named: Any) -> None:
        super().__init__(*args, **named)
        self._films = {str(film.pk): film for film in films}
        choices = [("", _("none")), *((key, film.title) for key, film in self._films.items())]
        self.fields["film"] = forms.ChoiceField(
            label=_("Or a film of the library"), choices=choices, required=False
        )

    @property
    def chosen(self) -> Video | None:
        """The chosen film, if any."""
        return self._films.get(self.cleaned_data["film"])


def chosen_next(recording: Recording) -> str:
    """Return what the form shows as chosen."""
    return NONE if recording.has_no_next else str(recording.next_programme_id or "")
