from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ("live", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name='feedsession',
            name='reason',
            field=models.CharField(blank=True, default='', editable=False, max_length=7),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name='feedsession',
            name='receiver',
            field=models.CharField(blank=True, default='', editable=False, max_length=80),
            preserve_default=False,
        ),
    ]
