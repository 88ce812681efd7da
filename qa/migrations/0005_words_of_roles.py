"""Who keeps the words of the desk: lead moderators all of them, moderators the prepared ones."""

from django.db import migrations

DEEDS = (("add", "Can add"), ("change", "Can change"), ("delete", "Can delete"), ("view", "Can view"))
MODELS = {"stoplist": "stop list", "preparedwords": "prepared words"}
ROLES = {
    "Lead moderators": ("stoplist", "preparedwords"),
    "Moderators": ("preparedwords",),
}


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    for role, models in ROLES.items():
        group, _ = apps.get_model("auth.Group").objects.get_or_create(name=role)
        for model in models:
            kind, _ = ContentType.objects.get_or_create(app_label="qa", model=model)
            for deed, label in DEEDS:
                # Django makes these after all migrations; here they are needed now.
                permission, _ = Permission.objects.get_or_create(
                    content_type=kind,
                    codename=f"{deed}_{model}",
                    defaults={"name": f"{label} {MODELS[model]}"},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("qa", "0004_desk_words")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop, elidable=True)]
