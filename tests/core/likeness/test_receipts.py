"""The chain of receipts: whole as it is written, and broken by whatever is done to it."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from core.database import atomically
from core.likeness import receipts
from core.likeness.receipts import Fault, Link, Signer

Tamper = Callable[[list[Link]], list[Link]]


@pytest.fixture
async def chain(database: str, signer: Signer) -> list[Link]:
    for number in range(6):
        await atomically(lambda number=number: receipts.write(signer, "used", {"clip": f"clip {number}"}))  # type: ignore[misc]
    links, head = await receipts.chain()
    assert receipts.faults(links, signer.public, head=head) == []
    assert head == (6, links[-1].hash)
    return links


TAMPERS: dict[str, tuple[Tamper, str]] = {
    "a body is changed": (
        lambda c: [*c[:2], replace(c[2], body=c[2].body.replace("clip 2", "clip 9")), *c[3:]], "hash",
    ),
    "its hash is made to fit": (
        lambda c: [*c[:2], _fitted(replace(c[2], body=c[2].body.replace("clip 2", "clip 9"))), *c[3:]],
        "signature",
    ),
    "one is left out": (lambda c: [*c[:2], *c[3:]], "gap"),
    "two change places": (lambda c: [c[0], c[2], c[1], *c[3:]], "gap"),
    "one is renumbered into another's place": (
        lambda c: [c[0], replace(c[2], number=2), replace(c[1], number=3), *c[3:]], "order",
    ),
    "the first is cut off": (lambda c: c[1:], "gap"),
    "the last is cut off": (lambda c: c[:-1], "head"),
    "all are cut off": (lambda c: [], "head"),
    "one is added": (
        lambda c: [*c, _fitted(Link(7, '{"clip":"clip 7"}', c[-1].hash, "", c[-1].signature))], "signature",
    ),
    "a signature is another's": (lambda c: [*c[:2], replace(c[2], signature=c[3].signature), *c[3:]], "signature"),
    "a signature is none": (lambda c: [*c[:2], replace(c[2], signature="zz"), *c[3:]], "signature"),
}  # fmt: skip


def _fitted(link: Link) -> Link:
    return replace(link, hash=receipts.hashed(link.previous, link.body))


@pytest.mark.parametrize("what", TAMPERS)
async def test_every_tampering_is_found(chain: list[Link], signer: Signer, what: str) -> None:
    tamper, why = TAMPERS[what]
    found = receipts.faults(tamper(chain), signer.public, head=(6, chain[-1].hash))
    assert why in [fault.why for fault in found]


async def test_every_single_changed_character_is_found(chain: list[Link], signer: Signer) -> None:
    body = chain[3].body
    for place in range(len(body)):
        other = "#" if body[place] != "#" else "*"
        changed = replace(chain[3], body=body[:place] + other + body[place + 1 :])
        assert receipts.faults([*chain[:3], changed, *chain[4:]], signer.public) == [Fault(4, "hash")]


async def test_another_key_verifies_nothing(chain: list[Link], tmp_path: Path) -> None:
    other = Signer.of(tmp_path / "other.pem")
    assert {fault.why for fault in receipts.faults(chain, other.public)} == {"signature"}


async def test_many_who_write_at_once_make_one_chain(database: str, signer: Signer) -> None:
    async def write(number: int) -> None:
        await atomically(lambda: receipts.write(signer, "used", {"clip": str(number)}))

    await asyncio.gather(*[write(number) for number in range(20)])
    links, head = await receipts.chain()
    assert [link.number for link in links] == list(range(1, 21))
    assert receipts.faults(links, signer.public, head=head) == []


async def test_an_empty_chain_is_whole(database: str, signer: Signer) -> None:
    links, head = await receipts.chain()
    assert receipts.faults(links, signer.public, head=head) == []


def test_the_key_is_made_once_and_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "keys" / "receipts.pem"
    first, second = Signer.of(file), Signer.of(file)
    assert first.public == second.public
    assert file.stat().st_mode & 0o077 == 0
    assert file.with_suffix(".pub").read_text().strip() == first.public
