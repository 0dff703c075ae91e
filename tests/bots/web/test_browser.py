"""The page in a real browser: a system Chromium, if there is one."""

import io
import re
import shutil
import subprocess
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestServer
from PIL import Image
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

from bots.cards import Button, Card, Field, Form, Media, Progress
from bots.house import House
from bots.web.room import CHANNEL
from core.records import Clip, Community, Identity, Like, Post

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser", "google-chrome") if (path := shutil.which(name))), None
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
    # a mouse, which a machine without a screen does not have
    "--blink-settings=primaryHoverType=2,availableHoverTypes=2,primaryPointerType=4,availablePointerTypes=4",
]

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")

Visit = Callable[..., Awaitable[Page]]


@pytest.fixture(scope="module")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a running Chromium, started once: every test has contexts of its own in it."""
    profile = tmp_path_factory.mktemp("chromium")
    argv = [str(CHROMIUM), "--headless=new", "--remote-debugging-port=0", f"--user-data-dir={profile}", *ARGUMENTS]
    with subprocess.Popen(argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        port = profile / "DevToolsActivePort"
        deadline = time.monotonic() + 20
        while not (port.is_file() and port.read_text().strip()):
            assert process.poll() is None, "Chromium ended before it was ready"
            assert time.monotonic() < deadline, "Chromium did not get ready"
            time.sleep(0.02)
        yield f"http://127.0.0.1:{port.read_text().splitlines()[0]}"
        process.terminate()


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        yield await playwright.chromium.connect_over_cdp(chromium)


@pytest.fixture
async def visit(browser: Browser, server: TestServer) -> AsyncIterator[Visit]:
    """`await visit("はなこ")`: the page after entering; `visit(None)`: at the door. No page may complain."""
    origin = f"http://{server.host}:{server.port}"
    complaints: list[str] = []

    async def visit(name: str | None, path: str = "/", locale: str = "ja-JP", **how: Any) -> Page:
        context: BrowserContext = await browser.new_context(locale=locale, reduced_motion="reduce", **how)
        page = await context.new_page()
        page.set_default_timeout(8000)
        page.on("pageerror", lambda error: complaints.append(f"error: {error}"))
        page.on("console", lambda line: complaints.append(line.text) if "Content Security" in line.text else None)
        page.on("request", lambda sent: complaints.append(sent.url) if not ours(sent.url, origin) else None)
        await page.goto(origin + path)
        if name is not None:
            await page.fill("#name", name)
            await page.click(".enter")
            await page.wait_for_selector("#composer")
        return page

    yield visit
    for context in browser.contexts:
        await context.close()
    assert complaints == []


def ours(url: str, origin: str) -> bool:
    return url.startswith((origin, origin.replace("http", "ws", 1), f"blob:{origin}"))


async def film_card(house: House, name: str, **changes: Any) -> Card:
    """A card with a film of somebody's whose files are there."""
    picture = house.settings.data / "poster"
    Image.new("RGB", (90, 160), (40, 70, 110)).save(picture, "JPEG")
    captions = house.settings.data / "captions"
    captions.write_text("WEBVTT\n\n00:00.000 --> 00:02.000\nにゃあ\n", encoding="utf-8")
    author = await Identity.get(member__name=name)
    clip = await Clip.create(
        public_id="abc234",
        author_id=author.member_id,
        community_id=(await Community.get(platform="web")).id,
        state="posted",
        seed=1,
        request_key="abc234",
        video=house.storage.put(picture, ".mp4"),
        poster=house.storage.put(picture, ".jpg"),
        vtt=house.storage.put(captions, ".vtt"),
    )
    media = Media(str(clip.video), str(clip.poster), str(clip.vtt), 720, 1280, 8.0, "動画「猫が踊る」", **changes)
    return Card(text="", title="猫が踊る", tone="post", author=name, media=media, clip=clip.public_id)


def picture_file(folder: Path) -> Path:
    file = folder / "cat.png"
    Image.new("RGB", (40, 30), (240, 170, 90)).save(file)
    return file


async def test_from_the_door_into_the_room_by_keyboard_alone(visit: Visit) -> None:
    page = await visit(None)
    await expect(page.locator(".ticket-lead")).to_contain_text("最初に入った人")
    await expect(page.locator("#name")).to_be_focused()

    await page.keyboard.type("はなこ")
    await page.keyboard.press("Enter")

    await expect(page.locator("#composer")).to_be_focused()
    await expect(page.locator(".card-text").first).to_contain_text("あなたの部屋です")
    await expect(page.locator(".invite code")).to_have_text(re.compile(r"^[A-Z0-9]{4}-[A-Z0-9]{4}$"))
    assert await page.title() == "Kamishibai"
    assert await page.evaluate("document.documentElement.lang") == "ja"


async def test_a_taken_name_is_explained_at_the_door(visit: Visit) -> None:
    await visit("はなこ")
    page = await visit(None)

    await page.fill("#name", "はなこ")
    await page.click(".enter")

    await expect(page.locator(".form-error")).to_contain_text("もういます")


async def test_an_invite_link_brings_a_friend_in_as_a_member(visit: Visit) -> None:
    owner = await visit("はなこ")
    code = await owner.locator(".invite code").inner_text()

    friend = await visit(None, f"/?invite={code}")
    await expect(friend.locator("#code")).to_have_value(code)
    await friend.fill("#name", "たろう")
    await friend.click(".enter")

    await expect(friend.locator(".card-text").first).to_contain_text("ようこそ")
    await expect(friend.locator(".join")).to_be_hidden()
    assert "invite" not in friend.url


async def test_english_readers_find_an_english_room(visit: Visit) -> None:
    page = await visit("Alice", locale="en-GB")

    await expect(page.locator("#composer")).to_have_attribute("placeholder", "Write, or / for commands")
    await expect(page.locator(".strip").first).to_contain_text("A cat dances")


async def test_people_talk_react_and_reply_in_real_time(visit: Visit, house: House, room: Any) -> None:
    hanako, taro = await visit("はなこ"), await visit("たろう")
    await hanako.fill("#composer", "一本できたよ\n見てね")
    await hanako.keyboard.press("Enter")
    await expect(taro.locator(".text")).to_have_text("一本できたよ\n見てね")
    message = (await room.send(CHANNEL, await film_card(house, "はなこ"), only=None)).message_id
    await Post.create(clip=await Clip.get(), platform="web", channel=CHANNEL, message_id=message)
    film = taro.locator(f"[data-id='{message}']")

    await film.hover()
    await film.locator(".quick").first.click()
    await expect(film.locator(".reaction[data-emoji='❤️']")).to_have_attribute("aria-pressed", "true")
    await expect(hanako.locator(f"[data-id='{message}'] .reaction-count").first).to_have_text("1")
    assert await Like.all().count() == 1
    await film.get_by_role("button", name="返信").click()
    await taro.keyboard.type("しっぽが最高")
    await taro.keyboard.press("Enter")
    await expect(hanako.locator(".quote-text").last).to_have_text("猫が踊る")

    await film.locator(".reaction").first.click()
    await expect(hanako.locator(f"[data-id='{message}'] .reaction")).to_have_count(0)
    assert await Like.all().count() == 0


async def test_the_palette_is_walked_with_the_keyboard(visit: Visit) -> None:
    page = await visit("はなこ")
    rows = page.locator(".palette-row")

    await page.keyboard.type("/")
    assert await rows.count() > 10
    await page.keyboard.press("ArrowDown")
    await expect(rows.nth(1)).to_have_attribute("aria-selected", "true")
    await expect(page.locator("#composer")).to_have_attribute("aria-activedescendant", "palette-1")
    await page.keyboard.press("Escape")
    await expect(page.locator(".palette")).to_be_hidden()
    await page.fill("#composer", "/ma")
    await expect(rows).to_have_count(1)
    await page.keyboard.press("Tab")
    await expect(page.locator("#composer")).to_have_value("/make ")
    await expect(page.locator(".options-head")).to_contain_text("/make")
    await page.fill("#composer", "/quo")
    await page.keyboard.press("Enter")
    await expect(page.locator(".quote-text").last).to_contain_text("/quota")


async def test_a_full_width_slash_opens_the_palette_too(visit: Visit) -> None:
    page = await visit("はなこ")

    await page.fill("#composer", "/queue")
    await expect(page.locator(".palette-row")).to_have_count(1)
    await page.keyboard.press("Enter")

    await expect(page.locator(".card-text").last).to_contain_text("待っている")


async def test_enter_while_composing_japanese_sends_nothing(visit: Visit) -> None:
    page = await visit("はなこ")
    await page.fill("#composer", "ねこがおどる")

    for event in ("{key: 'Enter', isComposing: true}", "{key: 'Enter', keyCode: 229}"):
        await page.evaluate(f"composer.dispatchEvent(new KeyboardEvent('keydown', {{...{event}, bubbles: true}}))")
    await expect(page.locator("#composer")).to_have_value("ねこがおどる")
    await page.press("#composer", "Shift+Enter")
    await page.press("#composer", "Enter")

    await expect(page.locator(".text")).to_have_text("ねこがおどる")


async def test_a_film_is_ordered_with_options_and_a_picture(visit: Visit, tmp_path: Path) -> None:
    page = await visit("はなこ")
    await page.locator(".composer input[type=file]").set_input_files(picture_file(tmp_path))
    await expect(page.locator("#composer")).to_have_value("/make ")
    await expect(page.locator(".thumb")).to_have_attribute("data-busy", "false")
    await page.locator("#composer").press_sequentially("猫が踊る")
    await page.click("[data-option=style]")
    await page.select_option("#option-style", "noir")
    await page.click("[data-option=seconds]")
    await page.keyboard.type("6")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("progressbar")).to_be_visible()
    clip = await Clip.get()
    assert (clip.prompt, clip.wish["style"], clip.wish["seconds"]) == ("猫が踊る", "noir", 6)
    assert clip.picture is not None
    await expect(page.locator("#composer")).to_have_value("")


async def test_a_dropped_and_a_pasted_picture_go_to_the_film(visit: Visit) -> None:
    page = await visit("はなこ")
    file = io.BytesIO()
    Image.new("RGB", (8, 8), (9, 99, 199)).save(file, "PNG")
    bring = """async ([bytes, kind]) => {
        const data = new DataTransfer()
        data.items.add(new File([new Uint8Array(bytes)], 'cat.png', {type: 'image/png'}))
        const event = kind === 'drop'
            ? new DragEvent('drop', {dataTransfer: data, bubbles: true, cancelable: true})
            : new ClipboardEvent('paste', {clipboardData: data, bubbles: true, cancelable: true})
        document.getElementById('composer').dispatchEvent(event)
    }"""

    for kind in ("drop", "paste"):
        await page.fill("#composer", "夜の海")
        await page.evaluate(bring, [list(file.getvalue()), kind])
        await expect(page.locator(".thumb")).to_have_attribute("data-busy", "false")
        await expect(page.locator("#composer")).to_have_value("/make 夜の海")
        await page.get_by_role("button", name="画像を外す").click()
        await expect(page.locator(".thumb")).to_have_count(0)


async def test_several_pictures_go_to_one_film_and_no_more_than_it_takes(visit: Visit, tmp_path: Path) -> None:
    page = await visit("はなこ")
    paths = []
    for number in range(5):
        paths.append(tmp_path / f"{number}.png")
        Image.new("RGB", (40, 40), (50 * number, 99, 199)).save(paths[-1])

    await page.set_input_files(".pictures > input[type=file]", paths[:2])
    await page.set_input_files(".pictures > input[type=file]", paths[2:])
    await expect(page.locator(".thumb")).to_have_count(4)
    await expect(page.locator(".thumb[data-busy=false]")).to_have_count(4)
    await page.get_by_role("button", name="画像を外す").nth(1).click()
    await expect(page.locator(".thumb")).to_have_count(3)
    await page.locator("#composer").press_sequentially("みんなで踊る")
    await page.keyboard.press("Enter")

    await expect(page.get_by_role("progressbar")).to_be_visible()
    assert len((await Clip.get()).pictures) == 3
    await expect(page.locator(".thumb")).to_have_count(0)


async def test_a_refused_command_stays_in_the_box(visit: Visit) -> None:
    await visit("はなこ")
    guest = await visit("たろう")

    await guest.fill("#composer", "/make 満月の夜に猫が踊る")
    await guest.press("#composer", "Enter")

    await expect(guest.locator(".card[data-tone=refusal]")).to_contain_text("メンバーだけ")
    await expect(guest.locator("#composer")).to_have_value("/make 満月の夜に猫が踊る")
    await guest.locator(".card[data-tone=refusal] .button").click()
    await guest.fill("#field-code", "WRNG-CODE")
    await guest.keyboard.press("Enter")
    await expect(guest.locator("dialog .form-error")).not_to_be_empty()
    await guest.keyboard.press("Escape")
    await expect(guest.locator("dialog")).to_have_count(0)


async def test_progress_moves_in_place_until_the_draft_is_there(visit: Visit, house: House, room: Any) -> None:
    page = await visit("はなこ")
    cancel = Button("やめる", "cancel", {"clip": "abc234"}, look="danger")
    waiting = Card(text="猫が踊る", tone="progress", progress=Progress("2 番目", None, 12.0, 2), buttons=(cancel,))
    user = (await Identity.get(member__name="はなこ")).external_id
    message = (await room.send(CHANNEL, waiting, only=user)).message_id
    bar = page.get_by_role("progressbar")
    await expect(bar).to_contain_text("2 番目")
    await bar.evaluate("bar => (bar.mine = true)")

    moving = Card(text="猫が踊る", tone="progress", progress=Progress("撮影中", 0.4, 5.0), buttons=(cancel,))
    await room.edit(CHANNEL, message, moving, only=user)
    await expect(bar).to_have_attribute("aria-valuenow", "40")
    await expect(bar).to_contain_text("あと約 5 秒")
    assert await bar.evaluate("bar => bar.mine") is True

    await room.edit(CHANNEL, message, await film_card(house, "はなこ", spoiler=True), only=user)
    await expect(bar).to_have_count(0)
    cover = page.locator(".cover")
    await expect(cover).to_contain_text("クリックで開く")
    assert "blur(" in await page.locator(".cover-picture").evaluate("cover => getComputedStyle(cover).filter")
    await cover.press("Enter")
    await expect(cover).to_have_count(0)
    await expect(page.locator(".big-play")).to_be_focused()


async def test_the_player_obeys_keys_and_remembers_captions(visit: Visit, house: House, room: Any) -> None:
    page = await visit("はなこ")
    await room.send(CHANNEL, await film_card(house, "はなこ"), only=None)
    video, captions = page.locator("video"), page.get_by_role("button", name="字幕")

    assert await video.evaluate("v => [v.muted, v.loop, v.playsInline, v.preload]") == [False, True, True, "none"]
    await page.locator(".big-play").focus()
    await page.keyboard.press("m")
    assert await video.evaluate("v => v.muted") is True
    await page.keyboard.press("l")
    assert await video.evaluate("v => v.loop") is False
    before = await captions.get_attribute("aria-pressed")
    await page.keyboard.press("c")
    assert await captions.get_attribute("aria-pressed") != before
    await page.reload()
    assert await captions.get_attribute("aria-pressed") != before


async def test_a_form_comes_filled_in_and_a_question_is_asked_first(visit: Visit, room: Any) -> None:
    page = await visit("はなこ")
    prompt = Field("prompt", "何が起きる?", "long_text", value="猫が踊る")
    form = Form("台本を直す", "作る", "make", (prompt,))
    edit = Button("直す", "make", form=form)
    discard = Button("捨てる", "discard", {"clip": "abc234"}, confirm="捨てますか?")
    await room.send(CHANNEL, Card(text="どうぞ", buttons=(edit, discard)), only=None)

    await page.get_by_role("button", name="捨てる").click()
    await expect(page.locator("dialog")).to_contain_text("捨てますか?")
    await page.get_by_role("button", name="やめる").click()
    assert await Clip.all().count() == 0
    await page.get_by_role("button", name="直す").click()
    await expect(page.locator("dialog textarea")).to_have_value("猫が踊る")
    await page.fill("dialog textarea", "犬が踊る")
    await page.get_by_role("button", name="作る").click()

    await expect(page.locator("dialog")).to_have_count(0)
    assert (await Clip.get()).prompt == "犬が踊る"


async def test_an_example_is_one_click_from_the_box(visit: Visit) -> None:
    page = await visit("はなこ")

    await page.locator(".strip").first.click()

    await expect(page.locator("#composer")).to_have_value("/make 満月の夜、屋根の上で猫が踊る")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("progressbar")).to_be_visible()
    await expect(page.locator(".strip").first).to_be_hidden()


async def test_a_broken_connection_mends_itself_and_loses_nothing(visit: Visit, room: Any) -> None:
    hanako, taro = await visit("はなこ"), await visit("たろう")
    await taro.fill("#composer", "まえ")
    await taro.press("#composer", "Enter")
    await expect(hanako.locator(".text")).to_have_count(1)

    await room.hub.close()
    await room.send(CHANNEL, Card(text="留守のあいだに"), only=None)
    await taro.fill("#composer", "あいだ")
    await taro.press("#composer", "Enter")

    for page in (hanako, taro):
        await expect(page.locator(".text")).to_have_text(["まえ", "あいだ"])
        await expect(page.locator(".card-text", has_text="留守のあいだに")).to_have_count(1)
        await expect(page.locator(".notice")).to_be_hidden()


async def test_scrolling_back_brings_older_messages(visit: Visit, room: Any) -> None:
    page = await visit("はなこ")
    for number in range(70):
        await room.send(CHANNEL, Card(text=f"その{number}"), only=None)
    await page.reload()
    await expect(page.locator(".card-text", has_text="その69")).to_be_in_viewport()
    await expect(page.locator(".card-text", has_text="その5").first).not_to_have_text("その5")

    for _ in range(3):
        await page.locator(".scroller").evaluate("scroller => (scroller.scrollTop = 0)")
        await page.wait_for_timeout(150)

    texts = await page.locator(".card-text").all_inner_texts()
    assert [text for text in texts if text.startswith("その")] == [f"その{number}" for number in range(70)]
    await expect(page.locator(".pill")).to_be_visible()


async def test_a_command_about_a_film_offers_the_films_in_sight(visit: Visit, house: House, room: Any) -> None:
    page = await visit("はなこ")
    await room.send(CHANNEL, await film_card(house, "はなこ"), only=None)
    await expect(page.locator(".plate-title")).to_be_visible()

    await page.fill("#composer", "/reroll ")
    await page.get_by_role("button", name="猫が踊る abc234").click()

    await expect(page.locator("#composer")).to_have_value("/reroll abc234")


async def test_what_people_write_is_never_markup(visit: Visit) -> None:
    page = await visit("はなこ")
    wild = "<img src=x onerror=alert(1)> https://example.com/a?b=1 \u202eabc"

    await page.fill("#composer", wild)
    await page.press("#composer", "Enter")

    await expect(page.locator(".text")).to_have_text(wild)
    await expect(page.locator(".text img")).to_have_count(0)
    link = page.locator(".text a")
    assert await link.get_attribute("href") == "https://example.com/a?b=1"
    assert "noopener" in str(await link.get_attribute("rel"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_phone_shows_everything_within_its_width(visit: Visit, house: House, room: Any, scheme: str) -> None:
    phone = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True, "color_scheme": scheme}
    page = await visit("はなこ", **phone)
    await room.send(CHANNEL, await film_card(house, "はなこ"), only=None)
    await page.fill("#composer", "https://example.com/" + "long" * 60)
    await page.locator(".send").tap()
    await expect(page.locator(".text")).to_be_visible()

    assert await page.evaluate("document.documentElement.scrollWidth") == 390
    touched = "[...document.querySelectorAll('.send, .attach, .slash, .menu')]"
    assert min(await page.evaluate(f"{touched}.flatMap(b => [b.offsetWidth, b.offsetHeight])")) >= 40
    await page.locator(".menu").tap()
    await expect(page.locator(".people")).to_be_in_viewport()
    light = "parseInt(getComputedStyle(document.body).backgroundColor.match(/\\d+/)[0]) > 128"
    assert await page.evaluate(light) is (scheme == "light")
