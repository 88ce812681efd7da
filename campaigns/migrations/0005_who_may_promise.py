"""Give Wagtail's own groups their part in promises, and make the group of beneficiaries.

Editors write pledges, moderators let them take effect, beneficiaries confirm what they received.
"""

from django.db import migrations

BENEFICIARIES = "Beneficiaries"
WRITES = {
    "pledge": ("add", "change", "delete", "view"),
    "organisation": ("add", "change", "view"),
    "ledgerentry": ("view",),
}
RIGHTS = {
    "Editors": WRITES,
    "Moderators": {**WRITES, "pledge": (*WRITES["pledge"], "activate")},
    BENEFICIARIES: {"pledge": ("view",)},
}
NAMES = {"activate": "Can activate a pledge and correct the ledger"}


def give_rights(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    Group = apps.get_model("auth.Group")
    Group.objects.get_or_create(name=BENEFICIARIES)
    for group in Group.objects.filter(name__in=RIGHTS):
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
    Group.objects.get(name=BENEFICIARIES).permissions.add(
        *Permission.objects.filter(content_type__app_label="wagtailadmin", codename="access_admin")
    )


class Migration(migrations.Migration):
    dependencies = [
        ("campaigns", "0004_life_of_a_pledge"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
    ]

    operations = [migrations.RunPython(give_rights, migrations.RunPython.noop, elidable=True)]
