"""Pictures in the order of bytes in which Skia blends fastest.

On a surface in Skia's native order (BGRA on little-endian machines), with pictures in the same order, laying down a
scaled picture takes a tenth of the time that it takes in RGBA: 2.9 ms instead of 28 ms for 720 by 1280 pixels. So
everything is drawn in native order, and only the finished frame is turned into RGBA (0.6 ms).
"""

import numpy as np
import skia
from numpy.typing import NDArray

NATIVE: skia.ColorType = skia.Surface(1, 1).imageInfo().colorType()  # skia.kN32_ColorType says RGBA, wrongly


def picture_of(pixels: NDArray[np.uint8]) -> skia.Image:
    """A picture of (height, width, 4) premultiplied RGBA."""
    image = skia.Image.fromarray(np.ascontiguousarray(pixels), skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    return image.convert(alphaType=skia.kPremul_AlphaType, colorType=NATIVE)


def copy_as_rgba(surface: skia.Surface, frame: NDArray[np.uint8]) -> None:
    """Copy what is on `surface`, which is opaque, into `frame`, (height, width, 4) RGBA."""
    height, width = frame.shape[:2]
    info = skia.ImageInfo.Make(width, height, skia.kRGBA_8888_ColorType, skia.kPremul_AlphaType)
    surface.readPixels(info, frame, frame.strides[0], 0, 0)
