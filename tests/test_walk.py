"""The whole road in a real browser: the door, a sentence, a film, the feed, a friend."""

import os
import re
import shutil
import signal
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from benchmarks.ports import free_port
from tests.up import opened

CHROMIUM = next((path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None)
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
SMALL = {"short_edge": 240, "fps": 12}
DRAFT_MS = 90_000  # on a busy machine; an idle one takes a few seconds

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")


def enter(browser: Browser, address: str, name: str, locale: str = "ja-JP") -> Page:
    page = browser.new_context(locale=locale, reduced_motion="reduce").new_page()
    page.set_default_timeout(15_000)
    page.goto(address)
    page.fill("#name", name)
    page.click(".enter")
    page.wait_for_selector("#composer")
    return page


def say(page: Page, text: str) -> None:
    page.fill("#composer", text)
    page.keyboard.press("Enter")


def worker_pids(data: Path) -> list[int]:
    """The worker processes of the service on that data folder."""
    found = subprocess.run(["pgrep", "-f", "kamishibai worker"], capture_output=True, text=True, check=False)
    return [
        int(pid)
        for pid in found.stdout.split()
        if f"KAMISHIBAI_DATA={data}".encode() in Path(f"/proc/{pid}/environ").read_bytes()
    ]


def test_a_sentence_becomes_a_film_in_the_feed_that_a_friend_likes_and_answers(tmp_path: Path) -> None:
    with opened(tmp_path, **SMALL) as (_, line), sync_playwright() as playwright:
        address = re.search(r"http://\S+", line)[0]  # type: ignore[index]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        hanako = enter(browser, address, "はなこ")
        code = hanako.locator(".invite code").inner_text()

        say(hanako, "/make 猫が踊っている動画を作って")
        expect(hanako.locator("[role=progressbar], progress").first).to_be_visible()
        draft = hanako.locator(".card[data-tone=draft]")
        expect(draft).to_be_visible(timeout=DRAFT_MS)
        expect(draft).to_contain_text("猫が踊っている")
        expect(draft.locator(".cover")).to_be_visible()
        draft.get_by_role("button", name="投稿").click()
        post = hanako.locator(".card[data-tone=post]")
        expect(post).to_contain_text("猫が踊っている")

        taro = enter(browser, address, "たろう")
        say(taro, f"/join {code}")
        expect(taro.locator(".card-text", has_text="ようこそ")).to_be_visible()
        film = taro.locator("[data-id]", has=taro.locator(".card[data-tone=post]"))
        expect(film).to_have_count(1)
        assert taro.locator(".card[data-tone=draft]").count() == 0
        film.hover()
        film.locator(".quick").first.click()
        expect(hanako.locator(".reaction-count").first).to_have_text("1")
        film.hover()
        film.get_by_role("button", name="返信").click()
        say(taro, "最高の踊り")
        expect(hanako.locator(".text", has_text="最高の踊り")).to_be_visible()

        say(hanako, "/feed")
        expect(hanako.locator(".card[data-tone=post]")).to_have_count(2)
        browser.close()


@pytest.mark.skipif(shutil.which("pgrep") is None, reason="no pgrep to find the worker with")
def test_a_film_whose_worker_is_killed_arrives_all_the_same_and_once(tmp_path: Path) -> None:
    with opened(tmp_path, short_edge=480) as (_, line), sync_playwright() as playwright:
        address = re.search(r"http://\S+", line)[0]  # type: ignore[index]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        page = enter(browser, address, "Hana", "en-US")
        say(page, "/make A dog swims in the sea")
        expect(page.locator(".card[data-tone=progress]")).to_contain_text(
            re.compile("film|voices|music", re.I), timeout=60_000
        )

        for pid in worker_pids(tmp_path):
            os.kill(pid, signal.SIGKILL)

        expect(page.locator(".card[data-tone=draft]")).to_be_visible(timeout=DRAFT_MS)
        page.wait_for_timeout(1000)
        assert page.locator(".card[data-tone=draft]").count() == 1
        browser.close()


def test_everything_is_found_again_after_a_restart(tmp_path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        port = free_port()
        with opened(tmp_path, web_port=port, **SMALL) as (_, line):
            address = re.search(r"http://\S+", line)[0]  # type: ignore[index]
            page = enter(browser, address, "はなこ")
            say(page, "/make 犬が海で泳ぐ")
            expect(page.locator(".card[data-tone=progress]")).to_be_visible()

        with opened(tmp_path, web_port=port, **SMALL):
            page.reload()
            expect(page.locator(".card[data-tone=draft]")).to_be_visible(timeout=DRAFT_MS)
            expect(page.locator(".card[data-tone=draft]")).to_contain_text("犬が海で泳ぐ")
        browser.close()
