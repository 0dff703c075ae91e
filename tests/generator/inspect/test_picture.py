import inspect
import io
import json
import os
import random
import struct
import subprocess
import sys
import zlib
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from fluent.runtime import FluentBundle, FluentResource
from PIL import Image, ImageCms

from core.refusals import BadInput
from generator.inspect import decode
from generator.inspect.picture import LARGEST_EDGE, LEAST_EDGE, MAX_BYTES, Picture, inspect_picture

REFUSALS = {"empty", "too-big", "unreadable", "too-many-pixels", "too-small", "transparent"}
ORIENTATION = 0x0112


def photo(width: int = 120, height: int = 80) -> Image.Image:
    """Red upper left quarter, the rest a gradient, so that turns and mirrorings show."""
    pixels = np.zeros((height, width, 3), np.uint8)
    pixels[..., 1] = np.linspace(0, 200, width)
    pixels[..., 2] = np.linspace(60, 255, height)[:, None]
    pixels[: height // 2, : width // 2] = (230, 20, 20)
    return Image.fromarray(pixels)


def encoded(image: Image.Image, format: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def png(width: int, height: int, rows: bytes) -> bytes:
    """A PNG of 8-bit grey whose header may say anything."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def inspected(folder: Path, upload: bytes, name: str = "upload.bin", target: str = "clean.png") -> Image.Image:
    (folder / name).write_bytes(upload)
    picture = inspect_picture(folder / name, folder / target)
    with Image.open(folder / target) as image:
        image.load()
        assert Picture(*image.size) == picture
        return image.copy()


def refused(folder: Path, upload: bytes) -> BadInput:
    with pytest.raises(BadInput) as caught:
        inspected(folder, upload)
    assert sorted(path.name for path in folder.iterdir()) == ["upload.bin"]
    return caught.value


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("name", ["upload.bin", "holiday.exe", "写真.png"])
def test_the_four_formats_are_read_whatever_the_file_is_called(tmp_path: Path, format: str, name: str) -> None:
    image = inspected(tmp_path, encoded(photo(), format), name)
    assert (image.size, image.mode) == ((120, 80), "RGB")
    assert np.abs(np.asarray(image)[20, 30].astype(int) - (230, 20, 20)).max() < 30


def test_the_target_is_a_jpeg_if_it_is_called_one(tmp_path: Path) -> None:
    inspected(tmp_path, encoded(photo(), "PNG"), target="clean.jpg")
    with Image.open(tmp_path / "clean.jpg") as image:
        assert image.format == "JPEG"


@pytest.mark.parametrize("format", ["BMP", "TIFF", "ICO", "PPM", "PDF", "EPS"])
def test_other_formats_are_refused(tmp_path: Path, format: str) -> None:
    assert refused(tmp_path, encoded(photo(64, 64), format)).message == "refusal-picture-unreadable"


def test_an_empty_upload_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, b"").message == "refusal-picture-empty"


@pytest.mark.parametrize("format", ["PNG", "JPEG", "WEBP", "GIF"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_picture_that_breaks_off_is_refused(tmp_path: Path, format: str, share: float) -> None:
    chance = np.random.default_rng(1).integers(0, 256, (200, 200, 3), dtype=np.uint8)
    whole = encoded(Image.fromarray(chance), format)
    assert refused(tmp_path, whole[: int(len(whole) * share)]).message == "refusal-picture-unreadable"


@pytest.mark.parametrize(
    "upload",
    [
        b"\xff\xd8\xff" + b"<html>" * 500,
        b"\x89PNG\r\n\x1a\n" + bytes(500),
        b"GIF89a" + b"\xff" * 500,
        b"RIFF\xff\xff\xff\x7fWEBP" + bytes(500),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"\x00\x00\x00\x18ftypmp42" + bytes(500),
        b"MZ" + bytes(500),
        b"\x89",
    ],
    ids=["jpeg", "png", "gif", "webp", "svg", "mp4", "exe", "one-byte"],
)
def test_content_that_lies_is_refused(tmp_path: Path, upload: bytes) -> None:
    assert refused(tmp_path, upload).message == "refusal-picture-unreadable"


def test_a_file_over_ten_megabytes_is_refused_before_it_is_decoded(tmp_path: Path) -> None:
    refusal = refused(tmp_path, encoded(photo(), "PNG") + bytes(MAX_BYTES))
    assert refusal.message == "refusal-picture-too-big"
    assert refusal.params == {"megabytes": 10.1, "limit": 10, "which": 0}


def test_a_small_file_of_many_pixels_is_refused_and_says_how_many(tmp_path: Path) -> None:
    refusal = refused(tmp_path, png(30_000, 30_000, bytes(1000)))
    assert refusal.message == "refusal-picture-too-many-pixels"
    assert (refusal.params["width"], refusal.params["height"], refusal.params["millions"]) == (30_000, 30_000, 40)


def test_a_bomb_that_hides_its_size_ends_with_its_process(tmp_path: Path) -> None:
    assert refused(tmp_path, png(6_000, 6_000, bytes(100))).message == "refusal-picture-unreadable"
    swollen = png(64, 64, bytes(300 * 2**20))
    assert len(swollen) < MAX_BYTES
    (tmp_path / "upload.bin").write_bytes(swollen)
    assert inspect_picture(tmp_path / "upload.bin", tmp_path / "clean.png") == Picture(64, 64)


def test_forty_million_pixels_with_transparency_fit_into_the_memory_allowed(tmp_path: Path) -> None:
    image = inspected(tmp_path, encoded(Image.new("RGBA", (6_300, 6_300), (10, 20, 30, 128)), "PNG", compress_level=1))
    assert image.size == (LARGEST_EDGE, LARGEST_EDGE)


@pytest.mark.parametrize("size", [(31, 400), (400, 31), (1, 1)])
def test_a_picture_too_small_to_see_is_refused(tmp_path: Path, size: tuple[int, int]) -> None:
    refusal = refused(tmp_path, encoded(Image.new("RGB", size), "PNG"))
    assert refusal.message == "refusal-picture-too-small"
    assert refusal.params == {"width": size[0], "height": size[1], "limit": LEAST_EDGE, "which": 0}


def test_a_strip_that_would_be_too_narrow_when_it_fits_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path, encoded(Image.new("RGB", (40, 50_000)), "PNG")).message == "refusal-picture-too-small"


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_turned_photo_is_set_upright(tmp_path: Path, format: str, orientation: int) -> None:
    undo: dict[int, list[Image.Transpose]] = {
        1: [],
        2: [Image.Transpose.FLIP_LEFT_RIGHT],
        3: [Image.Transpose.ROTATE_180],
        4: [Image.Transpose.FLIP_TOP_BOTTOM],
        5: [Image.Transpose.TRANSPOSE],
        6: [Image.Transpose.ROTATE_90],
        7: [Image.Transpose.TRANSVERSE],
        8: [Image.Transpose.ROTATE_270],
    }
    lying = photo()
    for turn in undo[orientation]:
        lying = lying.transpose(turn)
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    upright = inspected(tmp_path, encoded(lying, format, exif=exif))
    assert upright.size == (120, 80)
    assert np.abs(np.asarray(upright)[20, 30].astype(int) - (230, 20, 20)).max() < 30


def test_nothing_but_pixels_comes_through(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010E] = "secret place"
    exif.get_ifd(0x8825)[1] = "N"
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    upload = encoded(photo(), "JPEG", exif=exif, icc_profile=srgb, comment=b"secret words")
    image = inspected(tmp_path, upload + b"PK\x03\x04 secret archive")
    left = (tmp_path / "clean.png").read_bytes()
    assert not image.info
    assert not image.getexif()
    assert b"secret" not in left
    assert left.count(b"IHDR") == 1
    assert not any(name in left for name in (b"eXIf", b"iCCP", b"tEXt", b"iTXt"))


def test_what_can_be_seen_through_stays_so(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (64, 64), (200, 0, 0, 0))
    clear.paste((0, 0, 0, 128), (0, 0, 64, 32))
    for format in ("PNG", "WEBP"):
        pixels = np.asarray(inspected(tmp_path, encoded(clear, format, lossless=True)))
        assert pixels.shape == (64, 64, 4)
        assert pixels[48, 32, 3] == 0
        assert pixels[16, 32].tolist() == [0, 0, 0, 128]


def test_a_jpeg_is_on_white_paper(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (64, 64), (200, 0, 0, 0))
    clear.paste((0, 0, 0, 128), (0, 0, 64, 32))
    pixels = np.asarray(inspected(tmp_path, encoded(clear, "PNG"), target="clean.jpg")).astype(int)
    assert (pixels[48, 32] > 252).all()
    assert np.abs(pixels[16, 32] - 127).max() <= 4


@pytest.mark.parametrize("opacity", [0, 12])
def test_a_picture_of_nothing_is_refused(tmp_path: Path, opacity: int) -> None:
    nothing = Image.new("RGBA", (64, 64), (200, 0, 0, opacity))
    assert refused(tmp_path, encoded(nothing, "PNG")).message == "refusal-picture-transparent"


def test_a_refusal_says_which_of_several_pictures_it_means(tmp_path: Path) -> None:
    (tmp_path / "upload.bin").write_bytes(b"GIF89a")
    with pytest.raises(BadInput) as refusal:
        inspect_picture(tmp_path / "upload.bin", tmp_path / "clean.png", which=3)
    assert refusal.value.params["which"] == 3


def test_a_palette_can_be_seen_through_too(tmp_path: Path) -> None:
    palette = Image.new("P", (64, 64), 0)
    palette.putpalette([255, 0, 0, 0, 0, 255])
    palette.paste(1, (0, 0, 64, 32))
    pixels = np.asarray(inspected(tmp_path, encoded(palette, "GIF", transparency=0)))
    assert pixels[48, 32, 3] == 0
    assert (pixels[16, 32] == (0, 0, 255, 255)).all()


def test_of_an_animation_the_first_frame_is_taken(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (64, 64), "red"), Image.new("RGB", (64, 64), "blue")
    for format in ("GIF", "WEBP", "PNG"):
        upload = encoded(red, format, save_all=True, append_images=[blue] * 30, duration=100)
        pixels = np.asarray(inspected(tmp_path, upload)).astype(int)
        assert np.abs(pixels - (255, 0, 0)).max() < 10


def test_of_a_jpeg_with_more_pictures_behind_it_the_first_is_taken(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (64, 64), "red"), Image.new("RGB", (64, 64), "blue")
    pixels = np.asarray(inspected(tmp_path, encoded(red, "MPO", save_all=True, append_images=[blue]))).astype(int)
    assert np.abs(pixels - (255, 0, 0)).max() < 10


def test_heic_is_refused_in_words(tmp_path: Path) -> None:
    upload = b"\x00\x00\x00\x24ftypheic\x00\x00\x00\x00mif1heic" + bytes(400)
    assert refused(tmp_path, upload).message == "refusal-picture-unreadable"


def test_colours_of_another_space_are_turned_into_srgb(tmp_path: Path) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    backwards = srgb.replace(b"rXYZ", b"tmp0").replace(b"bXYZ", b"rXYZ").replace(b"tmp0", b"bXYZ")  # its red is blue
    for format in ("PNG", "WEBP"):
        for red in (Image.new("RGB", (64, 64), (255, 0, 0)), Image.new("RGBA", (64, 64), (255, 0, 0, 255))):
            upload = encoded(red, format, lossless=True, icc_profile=backwards)
            assert np.abs(np.asarray(inspected(tmp_path, upload))[9, 9, :3].astype(int) - (0, 0, 255)).max() < 4
    cmyk = Image.new("CMYK", (64, 64), (0, 255, 255, 0))
    assert np.abs(np.asarray(inspected(tmp_path, encoded(cmyk, "JPEG")))[9, 9].astype(int) - (255, 0, 0)).max() < 12


def test_a_broken_colour_profile_is_no_reason_to_refuse(tmp_path: Path) -> None:
    image = inspected(tmp_path, encoded(photo(), "PNG", icc_profile=b"not a profile at all"))
    assert image.size == (120, 80)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16"])
def test_every_kind_of_png_is_read(tmp_path: Path, mode: str) -> None:
    if mode == "I;16":
        image = Image.fromarray(np.full((64, 64), 128 * 256, np.uint16))
    else:
        image = Image.new("L", (64, 64), 128).convert(mode)
    pixels = np.asarray(inspected(tmp_path, encoded(image, "PNG"))).astype(float)
    assert abs(pixels[..., :3].mean() - 128) < 3


def test_a_large_photo_is_made_smaller_in_proportion(tmp_path: Path) -> None:
    assert inspected(tmp_path, encoded(photo(4_200, 2_100), "JPEG")).size == (LARGEST_EDGE, LARGEST_EDGE // 2)


def test_damaged_pictures_are_read_or_refused_and_nothing_else(tmp_path: Path) -> None:
    chance = random.Random(5)
    for number in range(16):
        upload = bytearray(encoded(photo(), ("PNG", "JPEG", "WEBP", "GIF")[number % 4]))
        for _ in range(chance.randint(1, 12)):
            upload[chance.randrange(12, len(upload))] = chance.randrange(256)
        with suppress(BadInput):
            assert max(inspected(tmp_path, bytes(upload)).size) <= LARGEST_EDGE


def test_a_refusal_leaves_the_picture_that_was_there(tmp_path: Path) -> None:
    before = inspected(tmp_path, encoded(photo(), "PNG"))
    with pytest.raises(BadInput):
        inspected(tmp_path, b"GIF89a")
    with Image.open(tmp_path / "clean.png") as after:
        assert after.tobytes() == before.tobytes()


def test_the_decoder_sees_nothing_of_our_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A module of the member's making on the path, or a changed environment, must not reach the child."""
    (tmp_path / "PIL").mkdir()
    (tmp_path / "PIL" / "__init__.py").write_text("raise SystemExit('taken over')")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.fspath(tmp_path))
    (tmp_path / "in").mkdir()
    assert inspected(tmp_path / "in", encoded(photo(), "PNG")).size == (120, 80)


def test_a_decoder_that_wants_more_memory_than_allowed_ends_alone() -> None:
    limits = {"memory": 150 * 2**20, "seconds": 5, "pixels": 10**9, "least": 32, "largest": 2048, "format": "PNG"}
    child = subprocess.run(
        [sys.executable, "-I", inspect.getfile(decode), json.dumps(limits)],
        input=encoded(Image.new("RGB", (8_000, 8_000)), "PNG", compress_level=1),
        capture_output=True,
        timeout=20,
        check=False,
    )
    assert child.returncode == 0
    assert json.loads(child.stdout) == {"refusal": "unreadable"}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_every_refusal_has_words_for_all_that_it_says(tmp_path: Path, language: str) -> None:
    bundle = FluentBundle([language], use_isolating=False)
    words = Path(__file__).parents[3] / "locales" / language / "pictures.ftl"
    bundle.add_resource(FluentResource(words.read_text(encoding="utf-8")))
    uploads = {
        "empty": b"",
        "too-big": b"\xff\xd8\xff" + bytes(MAX_BYTES),
        "unreadable": b"?",
        "too-many-pixels": png(30_000, 30_000, b""),
        "too-small": encoded(photo(8, 8), "PNG"),
        "transparent": encoded(Image.new("RGBA", (64, 64)), "PNG"),
    }
    assert uploads.keys() == REFUSALS
    for name, upload in uploads.items():
        refusal = refused(tmp_path, upload)
        pattern = bundle.get_message(refusal.message).value
        assert refusal.message == f"refusal-picture-{name}"
        assert pattern is not None
        text, errors = bundle.format_pattern(pattern, refusal.params)
        assert not errors
        assert "{" not in str(text)
