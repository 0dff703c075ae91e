"""Receipts: what was used, when and by what right, as a chain of signed records that shows every change.

    hash      = SHA-256(previous hash, a line break, body)         both in hexadecimal and UTF-8
    signature = Ed25519 over the 32 bytes of the hash

Changing, leaving out, adding or reordering a receipt breaks the chain at that place; cutting off its end disagrees
with the head, whose hash and number are kept apart. What the chain cannot show is a whole database set back to an
earlier day: for that, keep an export (`kamishibai receipts export`) elsewhere.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from core.clock import now
from core.likeness.records import Receipt, ReceiptHead

START = "0" * 64  # the hash before the first receipt
_HEAD = 1


class Signer:
    """The operator's signing key."""

    def __init__(self, key: Ed25519PrivateKey) -> None:
        self._key = key

    @classmethod
    def of(cls, file: Path) -> "Signer":
        """The key in that PEM file, which is made if there is none, and the public one beside it (.pub)."""
        if not file.exists():
            _make(file)
        key = load_pem_private_key(file.read_bytes(), password=None)
        if not isinstance(key, Ed25519PrivateKey):
            raise ValueError(f"{file} holds no Ed25519 key")
        return cls(key)

    @property
    def public(self) -> str:
        """The public key, in hexadecimal: all that a verifier needs."""
        return self._key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()

    def sign(self, hash: str) -> str:
        """The signature of a receipt's hash, in hexadecimal."""
        return self._key.sign(bytes.fromhex(hash)).hex()


@dataclass(frozen=True, slots=True)
class Link:
    """A receipt as it is exported and verified."""

    number: int
    body: str
    previous: str
    hash: str
    signature: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a chain, at which receipt. `why`: gap | order | hash | signature | head."""

    number: int
    why: str


async def write(
    signer: Signer,
    kind: str,
    body: Mapping[str, object],
    *,
    likeness_id: int | None = None,
    clip_id: int | None = None,
    moment: datetime | None = None,
) -> Receipt:
    """Write the next receipt. Within the transaction of what it is about, whose other locks come first."""
    at = moment or now()
    head = await _locked_head()
    number, previous = head.number + 1, head.hash or START
    text = json.dumps(
        {**body, "kind": kind, "number": number, "at": at.isoformat()},
        ensure_ascii=False, sort_keys=True, separators=(",", ":"),
    )  # fmt: skip
    hash = hashed(previous, text)
    receipt = await Receipt.create(
        number=number,
        kind=kind,
        body=text,
        previous=previous,
        hash=hash,
        signature=signer.sign(hash),
        likeness_id=likeness_id,
        clip_id=clip_id,
        at=at,
    )
    await ReceiptHead.filter(id=_HEAD).update(number=number, hash=hash)
    return receipt


def hashed(previous: str, body: str) -> str:
    """The hash of a receipt."""
    return hashlib.sha256(f"{previous}\n{body}".encode()).hexdigest()


def faults(links: Iterable[Link], public: str, *, head: tuple[int, str] | None = None) -> list[Fault]:
    """What is wrong with a chain from its first receipt on; nothing, if it is whole.

    `head` is the number and hash of the last receipt as they are kept apart from the chain.
    """
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(public))
    found: list[Fault] = []
    number, previous = 0, START
    for link in links:
        if link.number != number + 1:
            found.append(Fault(link.number, "gap"))
        elif link.previous != previous:
            found.append(Fault(link.number, "order"))
        if link.hash != hashed(link.previous, link.body):
            found.append(Fault(link.number, "hash"))
        elif not _signed(key, link):
            found.append(Fault(link.number, "signature"))
        number, previous = link.number, link.hash
    if head is not None and head != (number, previous if number else ""):
        found.append(Fault(head[0], "head"))
    return found


async def chain() -> tuple[list[Link], tuple[int, str]]:
    """All receipts in order, and the head."""
    head = await ReceiptHead.get_or_none(id=_HEAD)
    rows = await Receipt.all().order_by("number")
    links = [Link(row.number, row.body, row.previous, row.hash, row.signature) for row in rows]
    return links, (head.number, head.hash) if head else (0, "")


async def _locked_head() -> ReceiptHead:
    if not await ReceiptHead.exists(id=_HEAD):
        await ReceiptHead.bulk_create([ReceiptHead(id=_HEAD)], ignore_conflicts=True)  # two may be the first at once
    return await ReceiptHead.select_for_update().get(id=_HEAD)


def _signed(key: Ed25519PublicKey, link: Link) -> bool:
    try:
        key.verify(bytes.fromhex(link.signature), bytes.fromhex(link.hash))
    except (InvalidSignature, ValueError):
        return False
    return True


def _make(file: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    key = Ed25519PrivateKey.generate()
    coming = file.with_name(f".{file.name}-{secrets.token_hex(4)}")
    coming.touch(0o600)
    coming.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    try:
        os.link(coming, file)  # unlike a rename, never over somebody else's
    except FileExistsError:
        return
    finally:
        coming.unlink()
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw).hex()
    file.with_suffix(".pub").write_text(public + "\n", encoding="ascii")
