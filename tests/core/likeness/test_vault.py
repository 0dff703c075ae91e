from pathlib import Path

import pytest

from core.likeness.vault import Vault
from core.refusals import Misconfigured


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return Vault.of("", tmp_path / "keys" / "likeness.key")


def test_what_is_sealed_can_be_opened_and_shows_nothing(vault: Vault) -> None:
    key, plain = vault.new_key(), b"a face, a face, a face"
    sealed = vault.seal(key, plain)
    assert vault.open(key, sealed) == plain
    assert b"face" not in sealed
    assert vault.seal(key, plain) != sealed  # never twice alike


def test_another_likeness_key_opens_nothing(vault: Vault) -> None:
    sealed = vault.seal(vault.new_key(), b"a face")
    with pytest.raises(ValueError, match="cannot be opened"):
        vault.open(vault.new_key(), sealed)


def test_another_house_opens_nothing(vault: Vault, tmp_path: Path) -> None:
    key = vault.new_key()
    sealed = vault.seal(key, b"a face")
    with pytest.raises(ValueError, match="cannot be opened"):
        Vault.of("", tmp_path / "other.key").open(key, sealed)


def test_a_changed_byte_is_noticed(vault: Vault) -> None:
    key = vault.new_key()
    sealed = bytearray(vault.seal(key, b"a face"))
    for place in range(len(sealed)):
        sealed[place] ^= 1
        with pytest.raises(ValueError, match="cannot be opened"):
            vault.open(key, bytes(sealed))
        sealed[place] ^= 1


def test_the_file_is_for_its_owner_alone_and_made_once(tmp_path: Path) -> None:
    file = tmp_path / "likeness.key"
    first = Vault.of("", file)
    key = first.new_key()
    assert Vault.of("", file).open(key, first.seal(key, b"x")) == b"x"
    assert file.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("setting", ["nonsense", "ab", "00" * 31])
def test_a_key_that_is_none_is_one_clear_line(tmp_path: Path, setting: str) -> None:
    with pytest.raises(Misconfigured, match="KAMISHIBAI_LIKENESS_KEY"):
        Vault.of(setting, tmp_path / "unused")


def test_a_key_from_the_settings_needs_no_file(tmp_path: Path) -> None:
    Vault.of("0f" * 32, tmp_path / "unused")
    assert not (tmp_path / "unused").exists()
