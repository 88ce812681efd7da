"""How films are watched: sums per film and day, and nothing about anybody."""

from django.db import models

BUCKETS = 50


class FilmPlays(models.Model):
    """How often a film was started on a day. `film` is its public name in addresses."""

    film = models.CharField(max_length=24)
    day = models.DateField()
    plays = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["film", "day"], name="one_count_of_plays_per_day")
        ]

    def __str__(self) -> str:
        return f"{self.film} {self.day}: {self.plays}"


class FilmWatched(models.Model):
    """Seconds watched on a day of one fiftieth of a film: the retention curve is made of these."""

    film = models.CharField(max_length=24)
    day = models.DateField()
    bucket = models.PositiveSmallIntegerField()
    seconds = models.FloatField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["film", "day", "bucket"], name="one_sum_per_bucket"),
            models.CheckConstraint(condition=models.Q(bucket__lt=BUCKETS), name="bucket_of_film"),
        ]

    def __str__(self) -> str:
        return f"{self.film} {self.day} {self.bucket}: {self.seconds} s"
