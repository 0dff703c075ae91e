"""Faces and voices at rest: each likeness' files are sealed with a key of its own, which the house's key seals.

AES-256-GCM. Erasing the row's key makes the files unreadable even where copies of them are left in a backup.
"""

import os
import secrets
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from core.refusals import Misconfigured

KEY_BYTES = 32
_NONCE_BYTES = 12
_FOR_KEYS, _FOR_FILES = b"kamishibai likeness key", b"kamishibai likeness file"


class Vault:
    """Opened with the house's key, of KEY_BYTES bytes."""

    def __init__(self, house_key: bytes) -> None:
        if len(house_key) != KEY_BYTES:
            raise Misconfigured(f"KAMISHIBAI_LIKENESS_KEY has to be {2 * KEY_BYTES} hexadecimal digits")
        self._house = house_key

    @classmethod
    def of(cls, setting: str, file: Path) -> "Vault":
        """With the key of the setting, in hexadecimal, or with that in a file, which is made if there is none.

        Raises:
            Misconfigured: that is no such key.
        """
        try:
            return cls(bytes.fromhex(setting) if setting else _kept(file))
        except ValueError as error:
            raise Misconfigured("KAMISHIBAI_LIKENESS_KEY is not hexadecimal") from error

    def new_key(self) -> str:
        """A key for one likeness, sealed, as its row keeps it."""
        return _sealed(self._house, secrets.token_bytes(KEY_BYTES), _FOR_KEYS).hex()

    def seal(self, key: str, plain: bytes) -> bytes:
        """What a file of that likeness holds."""
        return _sealed(self._opened(key), plain, _FOR_FILES)

    def open(self, key: str, sealed: bytes) -> bytes:
        """What was sealed. ValueError if it was changed, or is not of that likeness, or the house's key is another."""
        return _unsealed(self._opened(key), sealed, _FOR_FILES)

    def _opened(self, key: str) -> bytes:
        return _unsealed(self._house, bytes.fromhex(key), _FOR_KEYS)


def _sealed(key: bytes, plain: bytes, purpose: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, plain, purpose)


def _unsealed(key: bytes, sealed: bytes, purpose: bytes) -> bytes:
    try:
        return AESGCM(key).decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], purpose)
    except InvalidTag as error:
        raise ValueError("cannot be opened with this key") from error


def _kept(file: Path) -> bytes:
    """The key in a file that its owner alone can read; whoever is first makes it."""
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        coming = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
        coming.touch(0o600)
        coming.write_text(secrets.token_hex(KEY_BYTES), encoding="ascii")
        try:
            os.link(coming, file)  # unlike a rename, never over somebody else's
        except FileExistsError:
            pass
        finally:
            coming.unlink()
    return bytes.fromhex(file.read_text(encoding="ascii").strip())
