"""Django as the front door sees it."""

from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from portal.wsgi import application


def test_it_answers_and_refuses_strange_hosts(db):
    begun: list[tuple] = []
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": "/robots.txt",
        "SERVER_NAME": "evil.example",
        "SERVER_PORT": "80",
        "wsgi.input": BytesIO(),
        "wsgi.url_scheme": "http",
    }
    # In a thread, as the front door calls it: it closes its thread's connections afterwards.
    with ThreadPoolExecutor(1) as threads:
        threads.submit(application, environ, lambda *start: begun.append(start)).result().close()
    assert begun[0][0] == "400 Bad Request"
