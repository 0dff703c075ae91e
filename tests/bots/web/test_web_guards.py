import asyncio
from typing import Any

import pytest
from aiohttp import ClientSession, WSServerHandshakeError
from aiohttp.test_utils import TestClient, TestServer

from bots.desk import Desk
from bots.house import House
from bots.web.guards import answers_to
from bots.web.server import serve
from core.records import Clip, Community, Identity
from core.settings import Settings


async def film(house: House, author: str, state: str, public_id: str = "abc234") -> Clip:
    """A film with files; the video is a hundred bytes that count up."""
    source = house.settings.data / "source"
    source.write_bytes(bytes(range(100)))
    identity = await Identity.get(platform="web", external_id=author)
    return await Clip.create(
        public_id=public_id,
        author_id=identity.member_id,
        community_id=(await Community.get(platform="web")).id,
        state=state,
        seed=1,
        request_key=public_id,
        video=house.storage.put(source, ".mp4"),
        poster=house.storage.put(source, ".jpg"),
        vtt=house.storage.put(source, ".vtt"),
    )


@pytest.mark.parametrize("path", ["/", "/hello", "/static/js/main.js", "/nowhere", "/media/x"])
async def test_every_answer_carries_the_headers_that_keep_others_out(server: TestServer, path: str) -> None:
    async with TestClient(server) as client:
        answer = await client.get(path)

    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("host", "heard"),
    [
        ("localhost:8765", True),
        ("127.0.0.1:8765", True),
        ("[::1]:8765", True),
        ("192.168.1.20", True),
        ("room.example", True),
        ("ROOM.example.", True),
        ("evil.example", False),
        ("room.example.evil.example", False),
        ("localhost.evil.example", False),
        ("", False),
        ("[::1", False),
    ],
)
def test_only_addresses_and_names_of_ours_are_answered_to(host: str, heard: bool) -> None:
    assert answers_to(host, frozenset({"room.example"})) is heard


async def test_a_rebound_name_gets_nothing(server: TestServer) -> None:
    async with TestClient(server) as client:
        answer = await client.get("/hello", headers={"Host": "evil.example"})

    assert answer.status == 421


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "", "http://[", None])
async def test_a_foreign_page_can_neither_enter_nor_listen_nor_upload(enter: Any, origin: str | None) -> None:
    hanako = await enter("はなこ")
    headers = {} if origin is None else {"Origin": origin}

    for path in ("/enter", "/upload"):
        assert (await hanako.client.post(path, data=b"{}", headers=headers)).status == 403
    with pytest.raises(WSServerHandshakeError) as refused:
        await hanako.client.ws_connect("/socket", headers=headers)
    assert refused.value.status == 403


async def test_without_a_session_there_is_nothing_to_hear_or_see(server: TestServer) -> None:
    origin = f"http://{server.host}:{server.port}"
    async with TestClient(server, headers={"Accept-Language": "ja"}) as client:
        upload = await client.post("/upload", data=b"x", headers={"Origin": origin})
        media = await client.get("/media/" + "0" * 32 + ".mp4")
        with pytest.raises(WSServerHandshakeError):
            await client.ws_connect("/socket", headers={"Origin": origin})

        assert (upload.status, media.status) == (400, 400)
        assert (await upload.json())["refused"] == "先に名前を決めてください。"


@pytest.mark.parametrize(
    ("asked", "language"),
    [
        ("ja", "ja"),
        ("ja-JP,ja;q=0.9,en;q=0.8", "ja"),
        ("en-US,en;q=0.9,ja;q=0.8", "en"),
        ("fr,de;q=0.9", "en"),
        ("fr,ja;q=0.3", "ja"),
        ("en;q=0.2,ja;q=0.7", "ja"),
        ("ja;q=0,en", "en"),
        ("ja;q=x,,;;", "en"),
        ("", "en"),
    ],
)
async def test_the_page_speaks_what_the_browser_asks_for(server: TestServer, asked: str, language: str) -> None:
    async with TestClient(server, headers={"Accept-Language": asked}) as client:
        hello = await (await client.get("/hello")).json()

    assert hello["locale"] == language
    assert hello["texts"]["web-send"] == {"ja": "送る", "en": "Send"}[language]
    assert next(c for c in hello["commands"] if c["name"] == "make")["positional"] == "prompt"


async def test_a_draft_is_for_its_maker_and_a_post_for_everybody(enter: Any, house: House) -> None:
    hanako, taro = await enter("はなこ", open=False), await enter("たろう", open=False)
    await hanako.open()
    await taro.open()
    clip = await film(house, hanako.user, "draft")

    for name in (clip.video, clip.poster, clip.vtt):
        assert (await hanako.client.get(f"/media/{name}")).status == 200
        assert (await taro.client.get(f"/media/{name}")).status == 404
    clip.state = "posted"
    await clip.save()
    assert (await taro.client.get(f"/media/{clip.video}")).status == 200
    clip.state = "hidden"
    await clip.save()
    assert (await taro.client.get(f"/media/{clip.video}")).status == 404
    clip.state = "removed"
    await clip.save()
    assert (await hanako.client.get(f"/media/{clip.video}")).status == 404


async def test_films_are_served_by_ranges_with_their_kind_and_may_be_kept(enter: Any, house: House) -> None:
    hanako = await enter("はなこ")
    clip = await film(house, hanako.user, "posted")

    part = await hanako.client.get(f"/media/{clip.video}", headers={"Range": "bytes=10-19"})
    captions = await hanako.client.get(f"/media/{clip.vtt}")
    beyond = await hanako.client.get(f"/media/{clip.video}", headers={"Range": "bytes=500-"})

    assert (part.status, await part.read()) == (206, bytes(range(10, 20)))
    assert part.headers["Content-Range"] == "bytes 10-19/100"
    assert part.headers["Content-Type"] == "video/mp4"
    assert part.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    assert captions.headers["Content-Type"] == "text/vtt; charset=utf-8"
    assert beyond.status == 416


@pytest.mark.parametrize("name", ["..%2Fkamishibai.sqlite3", "x.mp4", "0" * 32 + ".mp4", "%00", "あ"])
async def test_nothing_but_films_is_served(enter: Any, name: str) -> None:
    hanako = await enter("はなこ")

    assert (await hanako.client.get(f"/media/{name}")).status == 404


async def test_a_served_room_ends_when_told_and_closes_its_pages(house: House, unused_tcp_port: int) -> None:
    settings = Settings(data=house.settings.data, web_port=unused_tcp_port, _env_file=None)  # type: ignore[call-arg]
    stop = asyncio.Event()
    served = asyncio.create_task(
        serve(Desk(House(settings, house.language, house.storage, house.signals)), stop),
    )
    url = f"http://127.0.0.1:{unused_tcp_port}"
    async with ClientSession() as browser:
        for _ in range(100):
            try:
                assert await (await browser.get(f"{url}/healthz")).text() == "ok\n"
                break
            except OSError:
                await asyncio.sleep(0.02)
        answer = await browser.post(f"{url}/enter", json={"name": "はなこ"}, headers={"Origin": url})
        cookie = answer.headers["Set-Cookie"].split(";")[0]
        page = await browser.ws_connect(f"{url}/socket", headers={"Origin": url, "Cookie": cookie})
        await page.receive()
        stop.set()
        async with asyncio.timeout(3):
            while not page.closed:
                await page.receive()
            await served
        assert page.close_code == 1001
