"""Mails to followers become the outbox of everything that is sent."""

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def copy_languages(apps, schema_editor):
    Mail = apps.get_model("audience", "Mail")
    Subscription = apps.get_model("audience", "Subscription")
    language = Subscription.objects.filter(pk=OuterRef("subscription")).values("language")
    Mail.objects.update(language=Subquery(language))


class Migration(migrations.Migration):
    dependencies = [("audience", "0005_acts_to_forget")]

    operations = [
        migrations.RenameModel("FollowerMail", "Mail"),
        migrations.AddField(
            "Mail",
            "language",
            models.CharField(
                choices=[("fr", "Français"), ("en", "English")], default="fr", max_length=5
            ),
        ),
        migrations.RunPython(copy_languages, migrations.RunPython.noop),
        migrations.AlterField(
            "Mail",
            "subscription",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="mails",
                to="audience.subscription",
            ),
        ),
    ]
