"""Who curates: five roles as groups, each with what it needs and no more."""

from django.db import migrations

SORT, MODERATE, LEAD, PRESENT, REMOVE = (
    ("sort_text", "Can label, star and assign questions and comments"),
    ("moderate_text", "Can show, decline, edit and merge questions and comments"),
    ("lead_moderation", "Can exclude votes, keep stop lists and undo colleagues' decisions"),
    ("present_question", "Can make questions ready, put them on air and answer them"),
    ("remove_text", "Can remove texts by law and bring them back"),
)
ROLES = {
    "Contributors": (SORT,),
    "Moderators": (SORT, MODERATE),
    "Lead moderators": (SORT, MODERATE, LEAD, PRESENT),
    "Presenters": (SORT, PRESENT),
    "Legal": (SORT, REMOVE),
}


def make_roles(apps, schema_editor):
    ContentType = apps.get_model("contenttypes.ContentType")
    Permission = apps.get_model("auth.Permission")
    kind, _ = ContentType.objects.get_or_create(app_label="qa", model="decision")
    admin = Permission.objects.get(
        content_type__app_label="wagtailadmin", codename="access_admin"
    )
    for name, rights in ROLES.items():
        group, is_new = apps.get_model("auth.Group").objects.get_or_create(name=name)
        if is_new:
            group.permissions.add(admin)
        for codename, label in rights:
            # Django makes these after all migrations; here they are needed now.
            permission, _ = Permission.objects.get_or_create(
                content_type=kind, codename=codename, defaults={"name": label}
            )
            group.permissions.add(permission)


class Migration(migrations.Migration):
    dependencies = [
        ("qa", "0002_questions"),
        ("wagtailadmin", "0001_create_admin_access_permissions"),
        ("wagtailcore", "0002_initial_data"),
    ]

    operations = [migrations.RunPython(make_roles, migrations.RunPython.noop, elidable=True)]
