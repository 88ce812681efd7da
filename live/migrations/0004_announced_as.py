from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("live", "0003_air")]

    operations = [
        migrations.AddField(
            model_name="liveprogrammepage",
            name="announced_as",
            field=models.JSONField(default=dict, editable=False),
        ),
        migrations.AlterField(
            model_name="liveprogrammepage",
            name="planned_minutes",
            field=models.PositiveSmallIntegerField(
                default=60,
                help_text="For the calendar. The rundown says it more exactly, once there is one.",
                validators=[MinValueValidator(1), MaxValueValidator(720)],
                verbose_name="planned length (minutes)",
            ),
        ),
        migrations.AlterField(
            model_name="segment",
            name="planned_s",
            field=models.PositiveIntegerField(
                default=300,
                validators=[MinValueValidator(1), MaxValueValidator(21600)],
                verbose_name="planned length",
            ),
        ),
        migrations.AlterField(
            model_name="segment",
            name="place",
            field=models.CharField(blank=True, max_length=80, verbose_name="town or place"),
        ),
    ]
