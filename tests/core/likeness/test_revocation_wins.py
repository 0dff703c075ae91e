from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bots.house import House
from bots.language import Language
from core.likeness import receipts
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage
from tests.core.likeness.interleaving import Community

LOCALES = Path(__file__).resolve().parents[3] / "locales"
LIVES = 40  # communities; `make bench` lives ten thousand
DEEDS = 40


@pytest.fixture
async def house(database: str, tmp_path: Path) -> AsyncIterator[House]:
    settings = Settings(data=tmp_path, clips_per_day=10_000, _env_file=None)  # type: ignore[call-arg]
    signals = await Signals.open(tmp_path / "nobody.sock")
    yield House(settings, Language(LOCALES), Storage(tmp_path / "media"), signals)
    await signals.close()


async def test_whatever_happens_in_whatever_order_nothing_is_shown_after_a_revocation(house: House) -> None:
    films = 0
    for seed in range(LIVES):
        community = await Community.of(house, seed)
        await community.live(DEEDS)
        films += len(await community.clips())
        await community.settle()
        assert await community.wrong() == [], f"seed {seed}"
    assert films > LIVES  # or it would prove nothing
    chain, head = await receipts.chain()
    assert len(chain) > LIVES
    assert receipts.faults(chain, house.trust.signer.public, head=head) == []
