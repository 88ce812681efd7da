"""Who writes causes, partnerships and claims, and who decides about proofs and contestations."""

from django.db import migrations

WRITES = {
    "cause": ("add", "change", "view"),
    "partnership": ("add", "change", "delete", "view"),
    "claim": ("add", "change", "view"),
}
RIGHTS = {
    "Editors": WRITES,
    "Moderators": {
        **WRITES,
        "claim": (*WRITES["claim"], "rule"),
        "contestation": ("view", "change"),
    },
}
NAMES = {"rule": "Can decide about proofs and contestations"}


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    for group in apps.get_model("auth.Group").objects.filter(name__in=RIGHTS):
        for model, verbs in RIGHTS[group.name].items():
            kind, _ = ContentType.objects.get_or_create(app_label="campaigns", model=model)
            name = apps.get_model("campaigns", model)._meta.verbose_name_raw
            for verb in verbs:
                # Django makes these after all migrations; here they are needed now.
                permission, _ = Permission.objects.get_or_create(
                    content_type=kind,
                    codename=f"{verb}_{model}",
                    defaults={"name": NAMES.get(verb, f"Can {verb} {name}")},
                )
                group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [("campaigns", "0012_causes")]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop, elidable=True)]
