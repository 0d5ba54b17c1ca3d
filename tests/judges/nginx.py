"""nginx as the host of a built site: a reader then meets a real server, not Python's."""

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.judges.tools import program

LONGEST = "7200"
"""Seconds after which a server ends whose test was killed and could not end it."""

_CONFIGURATION = """
daemon off;
master_process off;
pid "{scratch}/nginx.pid";
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    log_not_found off; # nobody reads what it says: a full pipe would stop it
    client_body_temp_path "{scratch}/client";
    proxy_temp_path "{scratch}/proxy";
    fastcgi_temp_path "{scratch}/fastcgi";
    uwsgi_temp_path "{scratch}/uwsgi";
    scgi_temp_path "{scratch}/scgi";
    server {{
        listen 127.0.0.1:{port};
        root "{root}";
        charset utf-8;
        absolute_redirect off;
        error_page 404 {path}404.html;
        {directives}
    }}
}}
"""


@contextmanager
def served_by_nginx(root: Path, *, path: str = "/", directives: str = "") -> Iterator[str]:
    """Serve a folder, that of the site being at `path` in it, on a free port of 127.0.0.1; yields the site's URL.

    `directives` go into nginx's `server` block. Raises RuntimeError, with what nginx says, if it does not start.
    """
    with TemporaryDirectory(prefix="nginx-") as scratch:
        said = ""
        for _ in range(5):  # another process may take the port that was free
            port = _free_port()
            text = _CONFIGURATION.format(scratch=scratch, port=port, root=root, path=path, directives=directives)
            server = _start(Path(scratch), text)
            try:
                if _answers(server, port):
                    yield f"http://127.0.0.1:{port}{path}"
                    return
            finally:
                server.terminate()
                said = server.communicate()[0]
        raise RuntimeError(said)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _start(scratch: Path, text: str) -> subprocess.Popen[str]:
    configuration = scratch / "nginx.conf"
    configuration.write_text(text, encoding="utf-8")
    command = ["timeout", LONGEST, program("nginx"), "-e", "stderr", "-c", str(configuration)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def _answers(server: subprocess.Popen[str], port: int) -> bool:
    """Wait until the server takes connections; False if it ends instead."""
    while server.poll() is None:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return True
        time.sleep(0.02)
    return False
