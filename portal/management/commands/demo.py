"""Fill an empty site with the demo: people, films, campaigns, programmes, in two languages."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand

from portal.demo.english import make_english
from portal.demo.library import films_without_source, make_films, make_posters
from portal.demo.pages import make_site
from portal.demo.people import make_people
from portal.tasks import render_demo_film
from users.models import User

CONSOLE = "django.core.mail.backends.console.EmailBackend"


class Command(BaseCommand):
    """Safe to run again: it only makes what is missing."""

    help = "Fill the site with demo content and print the log-ins."

    def handle(self, *args: Any, **options: Any) -> None:
        logins = make_people()
        posters = make_posters()
        films = make_films(User.objects.get(username="editor"))
        if make_site(films, posters):
            make_english()
            self.stdout.write("The demo site is built. Its films are drawn and encoded meanwhile.")
        for slug in films_without_source():
            render_demo_film.enqueue(slug)
        self.stdout.write(f"\nThe site:       {settings.PUBLIC_URL}")
        self.stdout.write(f"The CMS:        {settings.PUBLIC_URL}/admin/")
        for login in logins:
            self.stdout.write(f"  {login.role:<10}    {login.username} / {login.password}")
        if settings.EMAIL_BACKEND == CONSOLE:
            self.stdout.write("Mails:          none leaves; each is printed here, with its links")
        self.stdout.write("")
