"""The form of a live programme and of the parts of its rundown."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm, WagtailAdminPageForm
from wagtail.models import Page

from live.premiere_films import plan_premiere
from live.rundown_refusals import (
    FallbackToItself,
    FilmAfterRun,
    FilmFromElsewhere,
    LengthUnreadable,
    PremiereRefused,
    SegmentTooEarly,
)
from media.timecode import format_timecode, parse_timecode


class LengthField(forms.Field):
    """A length typed as m:ss or h:mm:ss; its value is a number of seconds."""

    widget = forms.TextInput

    def prepare_value(self, value: Any) -> Any:
        return format_timecode(value) if isinstance(value, int) else value

    def to_python(self, value: Any) -> int | None:
        if value in self.empty_values:
            return None
        try:
            return parse_timecode(str(value))
        except ValueError:
            raise ValidationError(str(LengthUnreadable())) from None

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)


class SegmentForm(WagtailAdminModelForm):
    """One part; `rundown`, the programme it belongs to, comes from the form around it."""

    # Carried along, so that a part that was saved in drafts only stays the same part.
    carried_key = forms.RegexField(r"^[0-9a-f]{16}$", required=False, widget=forms.HiddenInput)
    planned_s = LengthField(label=_("Planned length"), help_text=_("“4:30” or “1:05:00”"))
    fallback_key = forms.ChoiceField(
        required=False,
        label=_("If the link drops"),
        help_text=_("The part to go on with instead. A new one can be chosen once it is saved."),
    )

    def __init__(self, *args: Any, rundown: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        parts = list(rundown.segments.all()) if rundown else []
        if kwargs.get("instance"):  # Not in the empty row, from which new ones are cloned.
            self.initial["carried_key"] = self.instance.key
        self.fields["fallback_key"].choices = [
            ("", "–"),
            *((one.key, one.title) for one in parts if one.key != self.instance.key),
        ]
        feeds = self.fields["feed"]
        is_saved = rundown is not None and rundown.pk is not None
        feeds.queryset = rundown.feeds.all() if is_saved else feeds.queryset.none()

    def clean(self) -> dict[str, Any]:
        found = super().clean() or self.cleaned_data
        if found.get("carried_key"):
            self.instance.key = found["carried_key"]
        if found.get("fallback_key") == self.instance.key:
            self.add_error("fallback_key", str(FallbackToItself()))
        return found


class LiveProgrammeForm(WagtailAdminPageForm):
    """A programme with its rundown."""

    @property
    def rundown(self) -> Page:
        """What the forms of its parts know of this one."""
        return self.instance

    def clean(self) -> dict[str, Any]:
        """A premiere is as long as its film."""
        found = super().clean() or self.cleaned_data
        if found.get("film"):
            try:
                self._plan_premiere(found)
            except PremiereRefused as refusal:
                self.add_error("film", str(refusal))
        return found

    def _plan_premiere(self, found: dict[str, Any]) -> None:
        runs = self.instance.runs.filter(is_rehearsal=False) if self.instance.pk else None
        if runs is not None and runs.exists():
            raise FilmAfterRun
        if found.get("outside_address"):
            raise FilmFromElsewhere
        found["planned_minutes"] = plan_premiere(found["film"])

    def is_valid(self) -> bool:
        """Check the parts against the programme too, once each is right by itself."""
        return super().is_valid() and self._parts_fit()

    def _parts_fit(self) -> bool:
        starts_at, taken = self.cleaned_data.get("starts_at"), set()
        formset = self.formsets.get("segments")
        forms_kept = (
            [one for one in formset.forms if one not in formset.deleted_forms] if formset else []
        )
        for form in forms_kept:
            if form.instance.key in taken:  # A row that was copied in the browser.
                form.instance.key = type(form.instance)().key
            taken.add(form.instance.key)
            hard = form.cleaned_data.get("hard_start_at")
            if hard and starts_at and hard < starts_at:
                form.add_error("hard_start_at", str(SegmentTooEarly()))
        return not any(form.errors for form in forms_kept)
