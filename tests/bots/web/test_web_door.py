import hashlib
import re
from typing import Any

import pytest
from aiohttp import CookieJar, DummyCookieJar
from aiohttp.test_utils import TestClient, TestServer

from bots.desk import Desk
from bots.house import House
from bots.web.records import WebSession
from bots.web.server import make_app
from bots.web.sessions import COOKIE
from core.records import Community, Identity, Member

CODE = re.compile(r"[A-Z0-9]{4}-[A-Z0-9]{4}")


def first_code(person: Any) -> str:
    texts = [message["card"]["text"] for message in person.welcome["messages"] if "card" in message]
    found = CODE.search("\n".join(texts))
    assert found is not None
    return found[0]


async def test_the_first_visitor_owns_the_room_and_is_handed_an_invite(enter: Any) -> None:
    hanako = await enter("はなこ")

    assert hanako.welcome["you"]["joined"] is True
    greeting = hanako.welcome["messages"][0]
    assert "あなたの部屋です" in greeting["card"]["text"]
    assert greeting["private"] is True
    assert first_code(hanako)
    owner = await Member.get(role="owner")
    assert (owner.name, (await Community.get(platform="web")).owner_id) == ("はなこ", owner.id)


async def test_the_page_is_told_whether_the_room_has_an_owner(enter: Any, server: TestServer) -> None:
    stranger: Any = TestClient(server)
    before = await (await stranger.get("/hello")).json()
    await enter("はなこ", open=False)
    after = await (await stranger.get("/hello")).json()
    await stranger.session.close()

    assert (before["unowned"], after["unowned"]) == (True, False)
    assert before["you"] is None


async def test_a_second_visitor_is_a_guest_until_a_code_is_redeemed(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")

    assert taro.welcome["you"]["joined"] is False
    refused = await taro.command("make", prompt="猫が踊る")
    assert "メンバーだけ" in refused["refused"]
    card = await taro.until_message(lambda m: m.get("card", {}).get("tone") == "refusal")
    assert card["card"]["buttons"][0]["command"] == "join"

    joined = await taro.command("join", code=first_code(hanako))

    assert joined["joined"] is True
    member = await Member.get(name="たろう")
    assert member.invited_by_id == (await Member.get(name="はなこ")).id


async def test_a_session_survives_a_restart_of_the_room(enter: Any, house: House, server: TestServer) -> None:
    hanako = await enter("はなこ")
    cookie = hanako.client.session.cookie_jar.filter_cookies(server.make_url("/"))[COOKIE].value

    async with TestServer(make_app(Desk(house))) as again:
        client: Any = TestClient(again, cookies={COOKIE: cookie}, cookie_jar=CookieJar(unsafe=True))
        hello = await (await client.get("/hello")).json()
        await client.session.close()

    assert hello["you"] == {"user": hanako.user, "name": "はなこ", "joined": True}


async def test_the_cookie_is_for_the_browser_alone_and_kept_hashed(server: TestServer) -> None:
    client: Any = TestClient(server, cookie_jar=CookieJar(unsafe=True))
    origin = f"http://{server.host}:{server.port}"

    answer = await client.post("/enter", json={"name": "はなこ"}, headers={"Origin": origin})
    await client.session.close()

    cookie = answer.headers["Set-Cookie"]
    token = answer.cookies[COOKIE].value
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert len(token) >= 43  # 256 bits in base64
    assert (await WebSession.get()).token_hash == hashlib.sha256(token.encode()).hexdigest()


async def test_behind_a_tls_proxy_the_cookie_travels_over_tls_only(server: TestServer) -> None:
    client: Any = TestClient(server)
    headers = {"Origin": "https://room.example", "Host": "room.example"}

    answer = await client.post("/enter", json={"name": "はなこ"}, headers=headers)
    await client.session.close()

    assert "Secure" in answer.headers["Set-Cookie"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("", "目に見える名前"),
        ("   ", "目に見える名前"),
        ("\u200b\u202e\u2066", "目に見える名前"),
        ("あ" * 25, "24 文字まで"),
        ("Kamishibai", "もういます"),
        ("kamishibai", "もういます"),
        ("はなこ", "もういます"),
        (" は な こ ", "もういます"),
    ],
)
async def test_a_name_that_will_not_do_is_refused_in_words(enter: Any, name: str, said: str) -> None:
    hanako = await enter("はなこ")
    client: Any = TestClient(hanako.client.server, headers={"Accept-Language": "ja"}, cookie_jar=CookieJar(unsafe=True))

    answer = await client.post("/enter", json={"name": name}, headers={"Origin": hanako.origin})
    body = await answer.json()
    await client.session.close()

    assert answer.status == 400
    assert said in body["refused"]
    assert await Identity.all().count() == 1


@pytest.mark.parametrize("body", ["", "[]", "{}", '{"name": 5}', '{"name": null}', "{", '"x"'])
async def test_a_malformed_entry_is_refused_and_no_error_of_ours(server: TestServer, body: str) -> None:
    client: Any = TestClient(server)

    answer = await client.post("/enter", data=body, headers={"Origin": f"http://{server.host}:{server.port}"})
    said = await answer.json()
    await client.session.close()

    assert answer.status == 400
    assert said["refused"]


async def test_entering_again_keeps_the_name_one_has(enter: Any) -> None:
    hanako = await enter("はなこ")

    answer = await hanako.client.post("/enter", json={"name": "べつの名"}, headers={"Origin": hanako.origin})

    assert answer.status == 200
    assert [session.name for session in await WebSession.all()] == ["はなこ"]


async def test_one_address_cannot_fill_the_room_with_names(server: TestServer) -> None:
    client: Any = TestClient(server, cookie_jar=DummyCookieJar())  # somebody new each time
    origin = f"http://{server.host}:{server.port}"

    answers = [
        (await client.post("/enter", json={"name": f"n{number}"}, headers={"Origin": origin})).status
        for number in range(12)
    ]
    await client.session.close()

    assert answers == [200] * 10 + [400] * 2
