"""How long a person waits in the page: for something to look at and for the draft, first after `up` and then."""

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

READS_FOR = 5.0  # seconds that somebody looks around before they ask for their first film
SENTENCES = (
    "猫が踊っている動画を作って",
    "犬が公園で走る。カエルが「待って!」と叫ぶ。",
    "夜の屋上で忍者とパンダが戦う。忍者が「まいった」と言う。",
)


def waits(page: Page, sentence: str, number: int) -> dict[str, float]:
    """Seconds from Enter to the first picture, to the small film that plays, and to the `number`th draft."""
    page.fill("#composer", f"/make {sentence}")
    started = time.perf_counter()
    page.keyboard.press("Enter")
    seen = {}
    for what, selector in (("picture", ".sketch img, .sketch video"), ("preview", ".sketch video")):
        page.locator(selector).first.wait_for(timeout=300_000)
        seen[what] = time.perf_counter() - started
    page.locator(".card[data-tone=draft]").nth(number - 1).wait_for(timeout=300_000)
    seen["draft"] = time.perf_counter() - started
    return {what: round(seconds, 1) for what, seconds in seen.items()}


def main() -> None:
    """Three films at full size, two of them with a line."""
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
            page.wait_for_timeout(READS_FOR * 1000)
            for number, sentence in enumerate(SENTENCES, start=1):
                print(f"seconds from Enter, film {number}: {waits(page, sentence, number)}", flush=True)
            browser.close()
            service.send_signal(signal.SIGINT)
            service.wait(30)


if __name__ == "__main__":
    main()
