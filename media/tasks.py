"""What the worker does for the library of films."""

from django_tasks import task

from media.domain.encode.run import run_job


@task(queue_name="encode", backend="jobs")
def run_encode_job(job_id: int) -> None:
    """Do one step of an encoding. Safe to call twice: the row says whether there is work."""
    run_job(job_id)
