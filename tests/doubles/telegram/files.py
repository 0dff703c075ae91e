"""What has been sent to this Telegram: files by id and by path."""

from dataclasses import dataclass, field

DOWNLOAD = 20_000_000  # bytes that a bot may fetch
_FOLDERS = {"photo": "photos", "video": "videos", "animation": "animations", "audio": "music", "voice": "voice"}
_SUFFIXES = {"photo": ".jpg", "video": ".mp4", "animation": ".mp4", "audio": ".mp3", "voice": ".oga"}


@dataclass(frozen=True)
class Upload:
    """A file on its way."""

    name: str
    data: bytes = field(repr=False)
    type: str = "application/octet-stream"

    def __len__(self) -> int:
        return len(self.data)


@dataclass(frozen=True)
class Stored:
    """A file that is here."""

    id: str
    unique_id: str
    kind: str  # photo, video, document, ...
    path: str  # under /file/bot<token>/
    upload: Upload


class Files:
    """All files, each under the ids of the time when it was sent."""

    def __init__(self) -> None:
        self._by_id: dict[str, Stored] = {}
        self._by_path: dict[str, Stored] = {}

    def keep(self, kind: str, upload: Upload) -> Stored:
        """A new file."""
        number = len(self._by_id)
        path = f"{_FOLDERS.get(kind, 'documents')}/file_{number}{_SUFFIXES.get(kind, '')}"
        stored = Stored(f"{kind}-id-{number}", f"{kind}-unique-{number}", kind, path, upload)
        self._by_id[stored.id] = self._by_path[path] = stored
        return stored

    def find(self, id: str) -> Stored | None:
        """A file by its id."""
        return self._by_id.get(id)

    def at(self, path: str) -> Stored | None:
        """A file by its path."""
        return self._by_path.get(path)
