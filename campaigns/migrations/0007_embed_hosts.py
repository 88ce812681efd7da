"""The sites that show the widget; Wagtail's own groups look after them."""

import campaigns.models.host
import django.core.validators
from django.db import migrations, models


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="campaigns", model="embedhost")
    for group in apps.get_model("auth.Group").objects.filter(name__in=("Editors", "Moderators")):
        for verb in ("change", "view"):
            # Django makes these after all migrations; here they are needed now.
            permission, _ = Permission.objects.get_or_create(
                content_type=kind,
                codename=f"{verb}_embedhost",
                defaults={"name": f"Can {verb} site that shows the widget"},
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0005_who_may_promise"),
    ]

    operations = [
        migrations.CreateModel(
            name="EmbedHost",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=campaigns.models.host.new_host_key,
                        editable=False,
                        max_length=12,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("\\A[a-z0-9]{8,12}\\Z")],
                        verbose_name="key",
                    ),
                ),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                (
                    "address",
                    models.URLField(
                        validators=[django.core.validators.URLValidator(schemes=("http", "https"))],
                        verbose_name="address",
                    ),
                ),
                (
                    "contact",
                    models.EmailField(
                        blank=True,
                        help_text="Only the team sees it.",
                        max_length=254,
                        verbose_name="contact e-mail",
                    ),
                ),
                ("created_at", models.DateTimeField(auto_now_add=True, verbose_name="made")),
                (
                    "is_open",
                    models.BooleanField(
                        default=True,
                        help_text="Without this, clicks from there still count, and nobody is named for them.",
                        verbose_name="credited",
                    ),
                ),
            ],
            options={
                "verbose_name": "site that shows the widget",
                "verbose_name_plural": "sites that show the widget",
                "ordering": ["-created_at"],
            },
        ),
        migrations.RunPython(give_rights, migrations.RunPython.noop, elidable=True),
    ]
