"""Share links that the team revoked, with the reason."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("audience", "0008_taken_back"),
    ]

    operations = [
        migrations.AddField(
            "sharecode",
            "revoked_for",
            models.CharField(blank=True, default="", max_length=200, verbose_name="reason"),
            preserve_default=False,
        ),
        migrations.AddField(
            "sharecode",
            "revoked_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
