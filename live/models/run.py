"""What happens while a programme is live: the run, its lines, and what viewers were sent."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from live.enums import EntryState, Outcome, SegmentKind
from live.models.feed import Feed, FeedSegment, FeedSession
from live.models.keys import new_public_key
from live.models.programme import LiveProgrammePage


class Run(models.Model):
    """One time that a programme goes live, or a rehearsal of it, which no public byte may show.

    The pointers (`entry`, `feed`, `question`) say what is on air. Each command carries the
    `version` it saw and changes the row only while that is still the version (compare-and-set).
    """

    programme = models.ForeignKey(LiveProgrammePage, on_delete=models.PROTECT, related_name="runs")
    key = models.CharField(max_length=16, unique=True, default=new_public_key, editable=False)
    is_rehearsal = models.BooleanField(_("rehearsal"), default=False)
    # Whether players are offered the parts of what is being made; from the page, at the start.
    is_low_latency = models.BooleanField(default=False, editable=False)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveBigIntegerField(default=1)
    entry = models.ForeignKey(
        "live.RunEntry", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    feed = models.ForeignKey(Feed, null=True, on_delete=models.SET_NULL, related_name="+")
    question = models.ForeignKey(
        "qa.Question", null=True, on_delete=models.SET_NULL, related_name="+"
    )
    taken_at = models.DateTimeField(null=True)
    is_held = models.BooleanField(default=False)
    shows_slate = models.BooleanField(default=False)
    hides_overlay = models.BooleanField(default=False)
    questions_closed = models.BooleanField(default=False)
    # What viewers are asked to do now: {"key", "act", "sentence", "label", "address", "since"}.
    call = models.JSONField(null=True)
    # Which slate stands in its gaps; once chosen it stays, whatever becomes of the page.
    slate_key = models.CharField(max_length=16, blank=True, editable=False)

    class Meta:
        ordering = ["-started_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["programme", "is_rehearsal"],
                condition=models.Q(ended_at__isnull=True),
                name="one_open_run_per_programme",
            )
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.started_at:%Y-%m-%d %H:%M}"


class RunEntry(models.Model):
    """One line of the run, copied from the rundown when it starts, or put in while it goes on.

    Later edits of the page change the plan of the next run, never this one.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="entries")
    # Tenths leave room for lines that are put in between.
    position = models.FloatField()
    segment_key = models.CharField(max_length=16, blank=True)
    kind = models.CharField(max_length=10, choices=SegmentKind)
    title = models.CharField(max_length=120)
    planned_s = models.PositiveIntegerField()
    hard_start_at = models.DateTimeField(null=True)
    theme = models.ForeignKey("qa.Theme", null=True, on_delete=models.SET_NULL, related_name="+")
    feed = models.ForeignKey(Feed, null=True, on_delete=models.SET_NULL, related_name="+")
    guests = models.CharField(max_length=250, blank=True)
    place = models.CharField(max_length=200, blank=True)
    fallback_key = models.CharField(max_length=16, blank=True)
    notes = models.TextField(blank=True)
    prompter = models.TextField(blank=True)
    state = models.CharField(max_length=8, choices=EntryState, default=EntryState.WAITING)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["run"],
                condition=models.Q(state=EntryState.ON_AIR),
                name="one_entry_on_air_per_run",
            )
        ]

    def __str__(self) -> str:
        return self.title


class AirSegment(models.Model):
    """One media segment that viewers of a run were given: the truth of what was on air.

    Appended once, numbered without gaps, never changed: the live manifest, the way back to the
    beginning, the replay and its chapters all read these rows. Without a `source` it is the
    `slate_number`-th second of the slate. Two writers cannot both append a number.
    """

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="air")
    number = models.PositiveIntegerField()
    source = models.ForeignKey(FeedSegment, null=True, on_delete=models.PROTECT, related_name="+")
    slate_number = models.PositiveIntegerField(null=True)
    # Where a player must start afresh: another session, a slate, a hole.
    is_discontinuity = models.BooleanField()
    # `aired_at` is when its first picture was made, on our clock; `added_at` when the row came.
    aired_at = models.DateTimeField()
    added_at = models.DateTimeField(default=timezone.now)
    length_s = models.FloatField()

    class Meta:
        ordering = ["run", "number"]
        constraints = [
            models.UniqueConstraint(fields=["run", "number"], name="one_air_segment_per_number")
        ]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"


class AirPromise(models.Model):
    """What a run airs next, although it is still being made: players may have parts of it already.

    Segment `number` of the air will be segment `source_number` of `session`, whatever the
    showcaller does meanwhile; a switch comes after it. One row for each run, changed together with
    the rows of its air.
    """

    run = models.OneToOneField(
        Run, primary_key=True, on_delete=models.CASCADE, related_name="promise"
    )
    number = models.PositiveIntegerField()
    session = models.ForeignKey(FeedSession, on_delete=models.CASCADE, related_name="+")
    source_number = models.PositiveIntegerField()
    is_discontinuity = models.BooleanField()
    aired_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.run_id}/{self.number}"


class AiredQuestion(models.Model):
    """One time that a question was on air: from when to when, and with what outcome."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="aired_questions")
    question = models.ForeignKey("qa.Question", on_delete=models.CASCADE, related_name="airings")
    entry = models.ForeignKey(RunEntry, null=True, on_delete=models.SET_NULL, related_name="+")
    put_on_air_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    on_air_at = models.DateTimeField()
    off_air_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)

    class Meta:
        ordering = ["on_air_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["run"],
                condition=models.Q(off_air_at__isnull=True),
                name="one_question_on_air_per_run",
            )
        ]

    def __str__(self) -> str:
        return str(self.question)
