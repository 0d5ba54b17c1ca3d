"""Hosts of every kind on this machine: one that is reached by ssh, one by FTP, one that holds a bucket."""

import os
import pwd
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.judges.tools import program

LONGEST = "600"
"""Seconds after which a server ends whose test was killed and could not end it."""

KEY, SECRET = "kunci-contoh", "rahasia-contoh"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def _running(port: int, *command: str) -> Iterator[None]:
    """Run a server until it is no longer needed. Raises RuntimeError, with what it says, if it ends before."""
    server = subprocess.Popen(
        ["timeout", LONGEST, *command], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        while not _takes_calls(port):
            if server.poll() is not None:
                raise RuntimeError(server.communicate()[0])
            time.sleep(0.02)
        yield
    finally:
        server.terminate()
        server.communicate()


def _takes_calls(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


@contextmanager
def ssh_host(scratch: Path) -> Iterator[Mapping[str, str]]:
    """A host that ssh knows as `situs`; yields the environment in which `ssh`, `scp` and `rsync` find it."""
    scratch.mkdir()
    for name in ("host", "client"):
        subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(scratch / name)], check=True)
    if os.getuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # sshd wants it where it is started by hand
    port = free_port()
    (scratch / "sshd_config").write_text(
        f"ListenAddress 127.0.0.1:{port}\nHostKey {scratch}/host\nAuthorizedKeysFile {scratch}/client.pub\n"
        "PidFile none\nStrictModes no\nPermitRootLogin prohibit-password\nSubsystem sftp internal-sftp\n"
    )
    (scratch / "ssh_config").write_text(
        f"Host situs\nHostName 127.0.0.1\nPort {port}\nUser {pwd.getpwuid(os.getuid()).pw_name}\n"
        f"IdentityFile {scratch}/client\n"
        f"IdentitiesOnly yes\nStrictHostKeyChecking accept-new\nUserKnownHostsFile {scratch}/known\nLogLevel ERROR\n"
    )
    for name in ("ssh", "scp"):
        (scratch / "bin").mkdir(exist_ok=True)
        wrapper = scratch / "bin" / name
        wrapper.write_text(f'#!/bin/sh\nexec {shutil.which(name)} -F {scratch}/ssh_config "$@"\n')
        wrapper.chmod(0o755)
    with _running(port, program("sshd"), "-D", "-e", "-f", str(scratch / "sshd_config")):
        yield {"PATH": f"{scratch}/bin{os.pathsep}{os.environ['PATH']}"}


@contextmanager
def rclone_host(kind: str, folder: Path, scratch: Path) -> Iterator[Mapping[str, str]]:
    """A host (`s3` or `ftp`) that keeps `folder`/situs; yields the environment in which rclone finds it as `situs`."""
    scratch.mkdir()
    rclone, port, config = program("rclone"), free_port(), scratch / "rclone.conf"
    if kind == "s3":
        serving = ["--auth-key", f"{KEY},{SECRET}"]
        login = f"provider = Other\naccess_key_id = {KEY}\nsecret_access_key = {SECRET}\nno_check_bucket = true\n"
        login += f"endpoint = http://127.0.0.1:{port}\n"
    else:
        hidden = subprocess.run([rclone, "obscure", SECRET], capture_output=True, text=True, check=True).stdout
        serving = ["--user", KEY, "--pass", SECRET, "--passive-port", "30000-32000"]
        login = f"host = 127.0.0.1\nport = {port}\nuser = {KEY}\npass = {hidden}"
    config.write_text(f"[host]\ntype = {kind}\n{login}\n[situs]\ntype = alias\nremote = host:situs\n")
    (folder / "situs").mkdir(parents=True)
    serve = [rclone, "--config", os.devnull, "serve", kind, "--addr", f"127.0.0.1:{port}", *serving, str(folder)]
    with _running(port, *serve):
        yield {"RCLONE_CONFIG": str(config)}
