"""The CMS wears the crate, outside and inside."""

from django.urls import reverse


def test_at_the_door(client, db):
    door = client.get(reverse("wagtailadmin_login")).content.decode()
    assert "Derrière l’étal" in door
    assert "cagette" in door
    assert "Wagtail" not in door.partition("<main")[2].partition("<form")[0]


def test_above_the_menu(admin_client):
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    logo = home.partition("data-wagtail-sidebar-branding-logo")[2].partition("</template>")[0]
    assert "cagette" in logo
