import asyncio
import io
import struct
import zlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bots.pictures import MAX_BYTES, sniff
from bots.web.uploads import KEPT_SECONDS, Uploads
from core.refusals import BadInput, NotFound, Refusal, Spent


def picture(kind: str = "PNG", size: tuple[int, int] = (32, 24)) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, (200, 60, 30)).save(file, kind)
    return file.getvalue()


def bomb() -> bytes:
    """A PNG that says it is 20 000 pixels square in a few dozen bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 64)) + chunk(b"IEND", b"")
    )


async def chunks(*parts: bytes) -> AsyncIterator[bytes]:
    for part in parts:
        await asyncio.sleep(0)
        yield part


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_is_known_by_what_it_holds(kind: str) -> None:
    assert sniff(picture(kind)) == kind


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "refusal-picture-empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "refusal-picture-unreadable"),
        (b"%PDF-1.7 not a picture at all", "refusal-picture-unreadable"),
        (b"\x89PNG\r\n\x1a\n lies", "refusal-picture-unreadable"),
        (picture("JPEG", (256, 256))[:300], "refusal-picture-unreadable"),
        (picture("BMP"), "refusal-picture-unreadable"),
        (bomb(), "refusal-picture-too-many-pixels"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        sniff(content)

    assert refused.value.message == message


async def test_a_picture_is_kept_for_the_one_who_brought_it(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)

    upload = await uploads.take("hanako", None, chunks(picture()[:20], picture()[20:]))

    assert uploads.find("hanako", upload).read_bytes() == picture()
    for user, name in (("taro", upload), ("hanako", "0" * 16), ("hanako", "../x"), ("hanako", "*"), ("hanako", "")):
        with pytest.raises(NotFound):
            uploads.find(user, name)


async def test_a_picture_that_is_too_large_is_stopped_while_it_comes(tmp_path: Path) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        while True:
            taken += 2**20
            yield b"x" * 2**20

    with pytest.raises(BadInput):
        await Uploads(tmp_path).take("hanako", None, endless())
    assert taken <= MAX_BYTES + 2 * 2**20
    with pytest.raises(BadInput):
        await Uploads(tmp_path).take("hanako", MAX_BYTES + 1, endless())
    assert Uploads(tmp_path).sweep(now=2**40) == 0  # nothing was kept


async def test_pictures_come_one_at_a_time(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    go_on = asyncio.Event()

    async def slow() -> AsyncIterator[bytes]:
        await go_on.wait()
        yield picture()

    first = asyncio.create_task(uploads.take("hanako", None, slow()))
    await asyncio.sleep(0)
    with pytest.raises(Spent):
        await uploads.take("hanako", None, chunks(picture()))
    assert await uploads.take("taro", None, chunks(picture()))
    go_on.set()
    assert await first
    assert await uploads.take("hanako", None, chunks(picture()))


async def test_old_pictures_are_swept_away(tmp_path: Path) -> None:
    uploads = Uploads(tmp_path)
    upload = await uploads.take("hanako", None, chunks(picture()))
    brought = uploads.find("hanako", upload).stat().st_mtime

    assert uploads.sweep(now=brought + KEPT_SECONDS - 1) == 0
    assert uploads.sweep(now=brought + KEPT_SECONDS + 1) == 1
    with pytest.raises(Refusal):
        uploads.find("hanako", upload)


async def test_an_uploaded_picture_reaches_the_film_that_names_it(enter: Any) -> None:
    from core.records import Clip

    hanako = await enter("はなこ")
    answer = await hanako.client.post("/upload", data=picture(), headers={"Origin": hanako.origin})
    upload = (await answer.json())["upload"]

    made = await hanako.command("make", attachments={"image": upload}, prompt="この絵から")

    assert "refused" not in made
    clip = await Clip.get()
    assert clip.prompt == "この絵から"
    assert clip.picture is not None
    progress = await hanako.until_message(lambda m: m.get("card", {}).get("tone") == "progress")
    assert progress["private"] is True


async def test_four_pictures_reach_the_film_in_their_order(enter: Any) -> None:
    from core.records import Clip

    hanako = await enter("はなこ")
    attachments = {}
    for name in ("image", "image2", "image3", "image4"):
        answer = await hanako.client.post("/upload", data=picture(), headers={"Origin": hanako.origin})
        attachments[name] = (await answer.json())["upload"]

    made = await hanako.command("make", attachments=dict(reversed(attachments.items())), prompt="みんなで踊る")

    assert "refused" not in made
    clip = await Clip.get()
    assert len(set(clip.pictures)) == 4


async def test_somebody_elses_upload_cannot_be_used(enter: Any) -> None:
    hanako, taro = await enter("はなこ"), await enter("たろう")
    answer = await hanako.client.post("/upload", data=picture(), headers={"Origin": hanako.origin})
    upload = (await answer.json())["upload"]

    refused = await taro.command("make", attachments={"image": upload})

    assert refused["text"] == "その画像はもう残っていません。もう一度つけてください。"


@pytest.mark.parametrize("content", [b"", b"nonsense", b"x" * (MAX_BYTES + 1)])
async def test_a_bad_upload_is_refused_in_words(enter: Any, content: bytes) -> None:
    hanako = await enter("はなこ")

    answer = await hanako.client.post("/upload", data=io.BytesIO(content), headers={"Origin": hanako.origin})

    assert answer.status == 400
    assert (await answer.json())["refused"]
