"""How long a person waits in the page: from Enter to the draft on screen, the first film after `up` and the next."""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from playwright.sync_api import Page, sync_playwright

from benchmarks.ports import free_port

SENTENCES = ("猫が踊っている動画を作って", "犬が公園で走る。カエルが「待って!」と叫ぶ。")


def wait_for_draft(page: Page, sentence: str, number: int) -> float:
    """Seconds from Enter to the `number`th draft."""
    page.fill("#composer", f"/make {sentence}")
    started = time.perf_counter()
    page.keyboard.press("Enter")
    page.locator(".card[data-tone=draft]").nth(number - 1).wait_for(timeout=300_000)
    return round(time.perf_counter() - started, 1)


def main() -> None:
    """Two films of 6 s and what the second sentence needs, at full size."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("no Chromium on this machine")
        return
    with tempfile.TemporaryDirectory() as data, sync_playwright() as playwright:
        env = {**os.environ, "KAMISHIBAI_DATA": data, "KAMISHIBAI_WEB_PORT": str(free_port())}
        with subprocess.Popen(
            [sys.executable, "-m", "kamishibai", "up"],
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        ) as service:
            assert service.stdout is not None
            address = re.search(r"http://\S+", service.stdout.readline())
            assert address is not None
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
            page = browser.new_context(locale="ja-JP").new_page()
            page.goto(address[0])
            page.fill("#name", "はなこ")
            page.click(".enter")
            page.wait_for_selector("#composer")
            for number, sentence in enumerate(SENTENCES, start=1):
                print(f"Enter to draft, film {number}: {wait_for_draft(page, sentence, number)} s", flush=True)
            browser.close()
            service.send_signal(signal.SIGINT)
            service.wait(30)


if __name__ == "__main__":
    main()
