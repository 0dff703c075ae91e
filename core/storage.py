"""Files of films and pictures, in one folder, under names we make: the database holds names, never paths."""

import os
import re
import secrets
import shutil
from pathlib import Path

_NAME = re.compile(r"[0-9a-f]{32}(\.[a-z0-9]{1,8})?")
_SUFFIX = re.compile(r"(\.[a-z0-9]{1,8})?")


class Storage:
    """A folder, made when the first file comes. A file never changes; a name never comes to mean another file."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, source: Path, suffix: str) -> str:
        """Take a copy of `source`; its new, unguessable name. Whole or not at all, also in a power cut.

        Raises:
            ValueError: the suffix is not a dot with up to eight small letters or digits.
            OSError: the file cannot be read, or the folder not written.
        """
        if not _SUFFIX.fullmatch(suffix):
            raise ValueError(f"not a suffix: {suffix!r}")
        self.folder.mkdir(parents=True, exist_ok=True)
        name = secrets.token_hex(16) + suffix
        coming = self.folder / f".coming-{name}"
        try:
            with source.open("rb") as reader, coming.open("xb") as writer:
                shutil.copyfileobj(reader, writer, 1 << 20)
                writer.flush()
                os.fsync(writer.fileno())
            coming.rename(self.folder / name)
        finally:
            coming.unlink(missing_ok=True)
        return name

    def path(self, name: str) -> Path:
        """Where a file lies, whether or not it is (still) there. ValueError for a name that we did not make."""
        if not _NAME.fullmatch(name):
            raise ValueError(f"not a storage name: {name!r}")
        return self.folder / name

    def delete(self, name: str) -> None:
        """Away with it; harmless when it is gone."""
        self.path(name).unlink(missing_ok=True)

    def writable(self) -> bool:
        """Whether a file could be put here now."""
        probe = self.folder / f".probe-{secrets.token_hex(4)}"
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(b"")
            probe.unlink()
        except OSError:
            return False
        return True
