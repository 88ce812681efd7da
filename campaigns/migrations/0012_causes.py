"""Causes, partnerships with their history, claims and contestations."""

import campaigns.models.claim
import django.core.validators
import django.db.models.deletion
import modelcluster.fields
import modelsearch.index
import uuid
from django.conf import settings
from django.db import migrations, models
from django.utils.text import slugify


def name_addresses(apps, schema_editor):
    """Give the organisations that are there the addresses of their pages."""
    taken = set()
    for organisation in apps.get_model("campaigns", "Organisation").objects.order_by("pk"):
        word = slugify(organisation.name)[:110] or "organisation"
        slug, number = word, 2
        while slug in taken:
            slug, number = f"{word}-{number}", number + 1
        taken.add(slug)
        organisation.slug = slug
        organisation.save(update_fields=["slug"])


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0011_announcements"),
        ("wagtailcore", "0098_apitoken"),
        ("wagtaildocs", "0014_alter_document_file_size"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="organisation",
            name="slug",
            field=models.SlugField(
                db_index=False, editable=False, max_length=120, null=True, verbose_name="address"
            ),
        ),
        migrations.RunPython(name_addresses, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="organisation",
            name="slug",
            field=models.SlugField(
                editable=False, max_length=120, unique=True, verbose_name="address"
            ),
        ),
        migrations.CreateModel(
            name="Cause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("translation_key", models.UUIDField(default=uuid.uuid4, editable=False)),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("slug", models.SlugField(max_length=60, verbose_name="address")),
                (
                    "summary",
                    models.CharField(
                        help_text="The cause in one sentence.",
                        max_length=160,
                        verbose_name="summary",
                    ),
                ),
                (
                    "text",
                    models.TextField(
                        blank=True,
                        help_text="An empty line starts a new paragraph.",
                        verbose_name="text",
                    ),
                ),
                (
                    "colour",
                    models.CharField(
                        choices=[
                            ("carrot", "Carrot"),
                            ("sun", "Sun"),
                            ("leek", "Leek"),
                            ("tomato", "Tomato"),
                            ("plum", "Aubergine"),
                        ],
                        default="leek",
                        max_length=10,
                        verbose_name="colour",
                    ),
                ),
                (
                    "locale",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtailcore.locale",
                        verbose_name="locale",
                    ),
                ),
            ],
            options={
                "verbose_name": "cause",
                "verbose_name_plural": "causes",
                "ordering": ["name"],
                "abstract": False,
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.AddField(
            model_name="campaignpage",
            name="causes",
            field=modelcluster.fields.ParentalManyToManyField(
                blank=True, related_name="campaigns", to="campaigns.cause", verbose_name="causes"
            ),
        ),
        migrations.CreateModel(
            name="Claim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "statement",
                    models.CharField(
                        help_text="In its own words, without quotation marks.",
                        max_length=240,
                        verbose_name="statement",
                    ),
                ),
                ("made_on", models.DateField(verbose_name="said on")),
                ("proof_url", models.URLField(blank=True, verbose_name="address of the proof")),
                (
                    "state",
                    models.CharField(
                        choices=[("no_proof", "no proof yet"), ("proven", "proven")],
                        default="no_proof",
                        editable=False,
                        max_length=8,
                        verbose_name="state",
                    ),
                ),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="campaigns.organisation",
                        verbose_name="organisation",
                    ),
                ),
                (
                    "proof",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtaildocs.document",
                        verbose_name="proof as a document",
                    ),
                ),
            ],
            options={
                "verbose_name": "claim",
                "verbose_name_plural": "claims",
                "ordering": ["-made_on", "-pk"],
                "permissions": (("rule_claim", "Can decide about proofs and contestations"),),
            },
        ),
        migrations.CreateModel(
            name="Contestation",
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
                        default=campaigns.models.claim.new_contestation_key,
                        max_length=22,
                        unique=True,
                    ),
                ),
                ("reason", models.TextField(verbose_name="reason")),
                ("source_url", models.URLField(blank=True, verbose_name="source")),
                (
                    "email",
                    models.EmailField(blank=True, max_length=254, verbose_name="e-mail address"),
                ),
                ("language", models.CharField(default="fr", max_length=10)),
                ("filed_at", models.DateTimeField(auto_now_add=True, verbose_name="filed")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waiting"),
                            ("published", "published"),
                            ("rejected", "not published"),
                        ],
                        default="waiting",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("answer", models.TextField(blank=True, verbose_name="answer")),
                ("answered_at", models.DateTimeField(null=True)),
                ("answered_by", models.CharField(blank=True, max_length=200)),
                (
                    "answered_for",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="campaigns.organisation",
                    ),
                ),
                (
                    "claim",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contestations",
                        to="campaigns.claim",
                    ),
                ),
                (
                    "pledge",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contestations",
                        to="campaigns.pledge",
                    ),
                ),
            ],
            options={
                "verbose_name": "contestation",
                "verbose_name_plural": "contestations",
                "ordering": ["filed_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Partnership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "since_year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="since",
                    ),
                ),
                (
                    "until_year",
                    models.PositiveSmallIntegerField(
                        blank=True,
                        help_text="Empty while it goes on.",
                        null=True,
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="until",
                    ),
                ),
                (
                    "summary",
                    models.CharField(blank=True, max_length=200, verbose_name="in one sentence"),
                ),
                (
                    "beneficiary",
                    models.ForeignKey(
                        help_text="Who receives.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships_received",
                        to="campaigns.organisation",
                        verbose_name="beneficiary",
                    ),
                ),
                (
                    "sponsor",
                    models.ForeignKey(
                        help_text="Who gives.",
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="partnerships",
                        to="campaigns.organisation",
                        verbose_name="sponsor",
                    ),
                ),
            ],
            options={
                "verbose_name": "partnership",
                "verbose_name_plural": "partnerships",
                "ordering": ["-since_year", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartnershipEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "year",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(1800),
                            django.core.validators.MaxValueValidator(2200),
                        ],
                        verbose_name="year",
                    ),
                ),
                (
                    "happened_on",
                    models.DateField(blank=True, null=True, verbose_name="exact day, if known"),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="place or local branch"
                    ),
                ),
                (
                    "sentence",
                    models.CharField(
                        help_text="One sentence: who did what.",
                        max_length=240,
                        verbose_name="what happened",
                    ),
                ),
                (
                    "quantity",
                    models.PositiveBigIntegerField(blank=True, null=True, verbose_name="quantity"),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("g", "grams"),
                            ("ml", "millilitres"),
                            ("item", "items"),
                            ("cent", "euro cents"),
                        ],
                        default="g",
                        max_length=4,
                        verbose_name="measured in",
                    ),
                ),
                (
                    "goods",
                    models.CharField(
                        blank=True,
                        help_text="As it follows a quantity.",
                        max_length=60,
                        verbose_name="of what",
                    ),
                ),
                ("source_url", models.URLField(blank=True, verbose_name="address of the source")),
                (
                    "document",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="wagtaildocs.document",
                        verbose_name="source as a document",
                    ),
                ),
                (
                    "partnership",
                    modelcluster.fields.ParentalKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="campaigns.partnership",
                    ),
                ),
            ],
            options={
                "verbose_name": "event of a partnership",
                "verbose_name_plural": "events of a partnership",
                "ordering": ["sort_order"],
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Ruling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("proven", "Proof accepted"),
                            ("unproven", "Proof no longer accepted"),
                            ("published", "Published"),
                            ("rejected", "Not published"),
                            ("answered", "Answered"),
                        ],
                        max_length=9,
                        verbose_name="decision",
                    ),
                ),
                ("reason", models.TextField(blank=True, verbose_name="reason")),
                ("ruled_at", models.DateTimeField(auto_now_add=True)),
                (
                    "claim",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rulings",
                        to="campaigns.claim",
                    ),
                ),
                (
                    "contestation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rulings",
                        to="campaigns.contestation",
                    ),
                ),
                (
                    "ruled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "decision",
                "verbose_name_plural": "decisions",
                "ordering": ["pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="cause",
            constraint=models.UniqueConstraint(
                fields=("slug", "locale"), name="one_cause_per_slug"
            ),
        ),
        migrations.AlterUniqueTogether(
            name="cause",
            unique_together={("translation_key", "locale")},
        ),
        migrations.AddConstraint(
            model_name="contestation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("claim", None), ("pledge__isnull", False)),
                    models.Q(("claim__isnull", False), ("pledge", None)),
                    _connector="OR",
                ),
                name="contestation_of_one_thing",
            ),
        ),
        migrations.AddConstraint(
            model_name="partnership",
            constraint=models.UniqueConstraint(
                fields=("sponsor", "beneficiary"),
                name="one_partnership_a_pair",
                violation_error_message="There is already a partnership between these two. Add its years there.",
            ),
        ),
    ]
