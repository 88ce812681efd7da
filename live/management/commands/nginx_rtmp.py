"""Print the configuration with which nginx's RTMP module stands before our RTMP door."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from live.ingest.rtmp.conversation import PLACE

SHORTEST_SECRET = 16
CONFIGURATION = """\
# Made by manage.py nginx_rtmp. It holds a secret: readable for root alone.
rtmp {{
    access_log off;                      # it would name the stream keys
    notify_update_timeout 3s;            # how soon a changed key ends a stream
    server {{
        listen {listens_on};
        chunk_size 4096;
        max_message 8m;
        ping 10s;
        ping_timeout 5s;
        application {place} {{
            live on;
            deny play all;
            drop_idle_publisher 8s;
            on_publish {ask};
            on_update {ask};
            on_publish_done {ask};
            push rtmp://{door}/{place};
            push_reconnect 1s;
        }}
    }}
}}
"""


class Command(BaseCommand):
    """Print it; nothing is changed."""

    help = "Print the configuration for nginx's RTMP module before our RTMP door."

    def handle(self, *args: Any, **options: Any) -> None:
        if len(settings.NGINX_RTMP_SECRET) < SHORTEST_SECRET:
            raise CommandError(
                "Set NGINX_RTMP_SECRET to at least "
                f"{SHORTEST_SECRET} letters and digits first, "
                "for example to what “openssl rand -hex 16” prints."
            )
        if not (settings.NGINX_RTMP_SECRET.isascii() and settings.NGINX_RTMP_SECRET.isalnum()):
            raise CommandError("NGINX_RTMP_SECRET may hold letters and digits only.")
        if settings.RTMP_PORT in (0, settings.RTMP_PUBLIC_PORT):
            raise CommandError(
                "nginx listens on RTMP_PUBLIC_PORT and our door on RTMP_PORT: "
                "set them to two ports, for example 1935 and 1936."
            )
        self.stdout.write(configuration(), ending="")


def configuration() -> str:
    """Return the configuration that fits the settings."""
    return CONFIGURATION.format(
        listens_on=settings.RTMP_PUBLIC_PORT,
        place=PLACE,
        ask=f"http://127.0.0.1:{settings.PORT}/nginx-rtmp/?secret={settings.NGINX_RTMP_SECRET}",
        door=f"127.0.0.1:{settings.RTMP_PORT}",
    )
