"""How many posters a version has, instead of whether it has some: short films have fewer."""

from django.db import migrations, models
from django.db.models import Case, Value, When


def count_ten(apps, schema_editor):
    apps.get_model("media", "Encoding").objects.update(
        poster_count=Case(When(has_posters=True, then=Value(10)), default=Value(0))
    )


class Migration(migrations.Migration):
    dependencies = [("media", "0002_initial")]
    operations = [
        migrations.AddField(
            model_name="encoding",
            name="poster_count",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.RunPython(count_ten, migrations.RunPython.noop),
        migrations.RemoveField(model_name="encoding", name="has_posters"),
    ]
