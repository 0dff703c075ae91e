"""A likeness whose owner can be asked."""

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from core.asking import Asker
from core.ids import new_public_id
from core.likeness.receipts import Signer
from core.likeness.records import Likeness
from core.likeness.vault import Vault

Faces = Callable[..., Awaitable[Likeness]]


@pytest.fixture
def signer(tmp_path: Path) -> Signer:
    return Signer.of(tmp_path / "receipts.pem")


@pytest.fixture
def face(tmp_path: Path) -> Faces:
    """Somebody's likeness, which only they may show unless more is said."""
    vault = Vault.of("", tmp_path / "likeness.key")

    async def register(owner: Asker, **more: Any) -> Likeness:
        return await Likeness.create(
            public_id=new_public_id(),
            owner_id=owner.member_id,
            kind="person",
            name=owner.name,
            state=more.pop("state", "active"),
            key=vault.new_key(),
            **more,
        )

    return register
