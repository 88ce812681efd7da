import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("live", "0002_ingest")]

    operations = [
        migrations.AddField(
            model_name="run",
            name="slate_key",
            field=models.CharField(blank=True, default="", editable=False, max_length=16),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="airsegment",
            name="added_at",
            field=models.DateTimeField(default=django.utils.timezone.now),
        ),
    ]
