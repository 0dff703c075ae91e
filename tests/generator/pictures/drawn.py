"""Pictures for tests: a bear, drawn, before different grounds."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

SIZE = (420, 520)


def bear(size: tuple[int, int] = SIZE, fur: str = "#8a5a32") -> Image.Image:
    """A bear that stands upright, on nothing."""
    large = Image.new("RGBA", (SIZE[0] * 2, SIZE[1] * 2), (0, 0, 0, 0))
    pen = ImageDraw.Draw(large)
    for box in ((230, 120, 350, 240), (490, 120, 610, 240), (230, 140, 610, 500), (200, 440, 640, 920)):
        pen.ellipse(box, fur, "#2a1a10", 8)
    for box in ((130, 520, 270, 720), (570, 520, 710, 720), (230, 830, 400, 980), (440, 830, 610, 980)):
        pen.ellipse(box, fur, "#2a1a10", 8)
    pen.ellipse((290, 560, 550, 860), "#e8cfa4")
    pen.ellipse((330, 330, 510, 460), "#e8cfa4")
    for box in ((310, 270, 350, 310), (490, 270, 530, 310), (390, 340, 450, 380)):
        pen.ellipse(box, "#20140c")
    return large.resize(size, Image.Resampling.LANCZOS)


def mask(picture: Image.Image) -> NDArray[np.bool_]:
    """Where a picture on nothing has something, holes filled."""
    return np.asarray(np.asarray(picture.getchannel("A")) > 127)


def before(ground: Image.Image, figure: Image.Image | None = None) -> Image.Image:
    """The figure in front of `ground`."""
    figure = figure or bear(ground.size)
    picture = ground.convert("RGBA")
    picture.alpha_composite(figure)
    return picture.convert("RGB")


def plain(colour: str) -> Image.Image:
    """A ground of one colour."""
    return Image.new("RGB", SIZE, colour)


def fading() -> Image.Image:
    """A ground that changes from top to bottom and darkens to the sides."""
    y, x = np.mgrid[0 : 1 : SIZE[1] * 1j, -1 : 1 : SIZE[0] * 1j]
    light = (1 - 0.16 * x * x)[..., None] * (150 + 60 * y[..., None] + np.array([0, 20, 40]))
    return Image.fromarray(np.clip(light, 0, 255).astype(np.uint8))


def meadow() -> Image.Image:
    """Something like a photograph: sky, hills, grass, all of it uneven."""
    dice = np.random.default_rng(5)
    high, wide = SIZE[1], SIZE[0]
    pixels = np.zeros((high, wide, 3), np.float32)
    pixels[: high // 2] = (150, 190, 225)
    pixels[high // 2 :] = (96, 150, 70)
    clouds = Image.fromarray(dice.integers(0, 255, (high // 16, wide // 16), np.uint8)).resize((wide, high))
    pixels += (np.asarray(clouds, np.float32)[..., None] - 128) * 0.25
    pixels[high // 2 :] += dice.normal(0, 18, (high - high // 2, wide, 1))
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8)).filter(ImageFilter.GaussianBlur(1.2))


def saved(picture: Image.Image, folder: Path, name: str = "picture.png", **options: Any) -> Path:
    """`picture` as a file."""
    path = folder / name
    picture.save(path, **options)
    return path
