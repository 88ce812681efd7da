"""Forms of the film library."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtailmedia.forms import BaseMediaForm

from media.enums import TrackKind
from media.models import Video
from media.models.video import POSTER_CANDIDATES
from media.timecode import format_timecode, parse_timecode

EMPTY_CHAPTERS = 3


class VideoForm(BaseMediaForm):
    """Title, description, collection and tags. The file comes in another way: in pieces."""

    class Meta(BaseMediaForm.Meta):
        widgets = {
            **BaseMediaForm.Meta.widgets,
            "description": forms.Textarea(attrs={"rows": 3}),
        }

    def save(self, commit: bool = True) -> Video:
        """Write only the columns of this form: a worker may be writing the others right now."""
        if not commit or self.instance.pk is None:
            return super().save(commit)
        columns = {field.name for field in Video._meta.concrete_fields}
        self.instance.save(update_fields=sorted(columns & set(self.cleaned_data)))
        self._save_m2m()
        return self.instance


class TimecodeField(forms.Field):
    """A moment of a film, in seconds, written 80, 1:20 or 0:01:20."""

    default_error_messages = {
        "invalid": _("Write a time as minutes and seconds, like 1:20."),
    }

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            return parse_timecode(str(value))
        except ValueError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid") from error

    def prepare_value(self, value: Any) -> Any:
        return format_timecode(value) if isinstance(value, int | float) else value


class ChapterForm(forms.Form):
    """One chapter."""

    start_s = TimecodeField(
        label=_("Starts at"),
        widget=forms.TextInput(attrs={"placeholder": "1:20", "inputmode": "text", "size": 8}),
    )
    title = forms.CharField(label=_("Title"), max_length=120)


ChapterFormSet = forms.formset_factory(
    ChapterForm, extra=EMPTY_CHAPTERS, can_delete=True, max_num=500
)


class UploadTextTrackForm(forms.Form):
    """Captions or subtitles from a file."""

    kind = forms.ChoiceField(label=_("Kind"), choices=TrackKind, initial=TrackKind.CAPTIONS)
    language = forms.ChoiceField(
        label=_("Language"), choices=settings.TRACK_LANGUAGES, initial=settings.LANGUAGE_CODE
    )
    file = forms.FileField(
        label=_("Caption file"),
        help_text=_("WebVTT (.vtt) or SubRip (.srt)."),
        widget=forms.FileInput(attrs={"accept": ".vtt,.srt,text/vtt"}),
    )


class PosterForm(forms.Form):
    """One of the ten frames, or a picture of one's own."""

    candidate = forms.TypedChoiceField(
        label=_("A frame of the film"),
        choices=[(number, str(number)) for number in range(1, POSTER_CANDIDATES + 1)],
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )
    picture = forms.FileField(
        label=_("Or your own picture"),
        required=False,
        help_text=_("JPEG, PNG or WebP, at least 640 pixels wide; best 1920 × 1080."),
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp"}),
    )

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if not self.errors and not values.get("candidate") and not values.get("picture"):
            raise ValidationError(_("Choose a frame of the film, or a picture of your own."))
        return values


class AddFilmForm(forms.Form):
    """The way in for browsers without JavaScript: one file, in one go."""

    file = forms.FileField(label=_("Film file"))
    collection = forms.IntegerField(required=False)
