from pathlib import Path

import pytest

from core.storage import Storage


@pytest.fixture
def storage(tmp_path: Path) -> Storage:
    return Storage(tmp_path / "media")


def _file(tmp_path: Path, content: bytes = b"film") -> Path:
    source = tmp_path / "source.mp4"
    source.write_bytes(content)
    return source


def test_what_is_put_lies_under_a_new_name_each_time(storage: Storage, tmp_path: Path) -> None:
    source = _file(tmp_path)
    names = {storage.put(source, ".mp4") for _ in range(20)}
    assert len(names) == 20
    assert all(name.endswith(".mp4") and len(name) == 36 for name in names)
    assert {storage.path(name).read_bytes() for name in names} == {b"film"}


def test_a_put_that_fails_leaves_nothing(storage: Storage, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="missing"):
        storage.put(tmp_path / "missing", ".mp4")
    assert list(storage.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["", ".", "..", "../x", "/etc/passwd", "a" * 32 + "/x", "A" * 32, "0" * 32 + ".mp4\n"])
def test_a_name_that_we_did_not_make_has_no_path(storage: Storage, name: str) -> None:
    with pytest.raises(ValueError, match="not a storage name"):
        storage.path(name)
    with pytest.raises(ValueError, match="not a storage name"):
        storage.delete(name)


@pytest.mark.parametrize("suffix", ["mp4", "/x", ".MP4", ".a/b", ".toolongsuffix"])
def test_a_suffix_that_could_lead_elsewhere_is_refused(storage: Storage, tmp_path: Path, suffix: str) -> None:
    with pytest.raises(ValueError, match="not a suffix"):
        storage.put(_file(tmp_path), suffix)


def test_deleting_twice_is_harmless(storage: Storage, tmp_path: Path) -> None:
    name = storage.put(_file(tmp_path), "")
    storage.delete(name)
    storage.delete(name)
    assert not storage.path(name).exists()


def test_a_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    assert Storage(tmp_path / "media").writable()
    assert not Storage(_file(tmp_path)).writable()
