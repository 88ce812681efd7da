"""Acts that counted and were taken back."""

import django.db.models.deletion
from django.db import migrations, models

REASONS = [
    ("", "nothing against it"),
    ("already_counted", "this person was already counted today"),
    ("token_used", "somebody else has used this button's token"),
    ("token_expired", "the page stood open for too long"),
    ("token_forged", "the token is not ours"),
    ("too_fast", "the button had been shown for less than a second"),
    ("not_a_post", "a link was followed; no button was pressed"),
    ("prefetch", "a browser loaded the page in advance"),
    ("bot", "a robot or a link preview"),
    ("team", "a member of the team"),
    ("not_open_yet", "the count had not begun"),
    ("closed", "the count was over"),
    ("busy_network", "very many acts from one network in a few minutes"),
    ("by_hand", "decided by the team"),
    ("revoked", "a declaration that counted and was revoked"),
]
KINDS = [("click", "click"), ("view", "view"), ("like", "like"), ("offsite", "act elsewhere")]


class Migration(migrations.Migration):
    dependencies = [("audience", "0007_sharing")]

    operations = [
        migrations.AddField(
            "meter", "taken_back", models.PositiveBigIntegerField(default=0, editable=False)
        ),
        migrations.CreateModel(
            "ActCorrection",
            [
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("kind", models.CharField(choices=KINDS, max_length=8)),
                ("host", models.CharField(max_length=24)),
                ("acts", models.PositiveIntegerField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "meter",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrections",
                        to="audience.meter",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meter", "day", "kind", "host"), name="taken_back_once"
                    )
                ],
            },
        ),
        migrations.AlterField(
            "act",
            "reason",
            models.CharField(blank=True, choices=REASONS, max_length=16, verbose_name="reason"),
        ),
        migrations.AlterField(
            "dailytotal", "reason", models.CharField(blank=True, choices=REASONS, max_length=16)
        ),
    ]
