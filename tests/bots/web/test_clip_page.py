from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bots.house import House
from core.asking import arrive
from core.clock import now
from core.records import Clip


@pytest.fixture
async def film(house: House, tmp_path: Path) -> Clip:
    asker = await arrive(
        platform="web", external_id="mika", name="<b>みか", locale="ja", community="room", channel="stage"
    )
    file = tmp_path / "film"
    file.write_bytes(b"not really a film")
    return await Clip.create(
        public_id="abcd2345",
        author_id=asker.member_id,
        community_id=asker.community_id,
        seed=1,
        request_key="k",
        title="猫 & <script>",
        seconds=6.0,
        width=720,
        height=1280,
        video=house.storage.put(file, ".mp4"),
        poster=house.storage.put(file, ".jpg"),
        state="posted",
        posted_at=now(),
    )


async def test_a_posted_film_has_a_page_of_its_own_for_everybody(film: Clip, server: TestServer) -> None:
    async with TestClient(server) as stranger:
        page = await stranger.get(f"/c/{film.public_id}", headers={"Accept-Language": "ja"})
        text = await page.text()
        assert page.status == 200
        assert 'lang="ja"' in text
        assert "猫 &amp; &lt;script&gt;" in text
        assert "<b>" not in text
        video = await stranger.get(f"/c/{film.public_id}/film.mp4", headers={"Range": "bytes=4-9"})
        assert (video.status, await video.read()) == (206, b"really")
        assert (await stranger.get(f"/c/{film.public_id}/captions.vtt")).status == 404


@pytest.mark.parametrize("state", ["draft", "hidden", "removed"])
async def test_a_film_that_is_not_posted_has_no_page(film: Clip, server: TestServer, state: str) -> None:
    await Clip.filter(id=film.id).update(state=state)
    async with TestClient(server) as stranger:
        for address in (f"/c/{film.public_id}", f"/c/{film.public_id}/film.mp4", "/c/none", "/c/abcd2345/state"):
            assert (await stranger.get(address)).status == 404
