"""What the worker does for the shell itself."""

from django_tasks import task

from portal.demo.library import render_source


@task(queue_name="default", backend="jobs", priority=40)
def render_demo_film(slug: str) -> None:
    """Draw one demo film and hand it to the encoder, as if somebody had uploaded it."""
    render_source(slug)
