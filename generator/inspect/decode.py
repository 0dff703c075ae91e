"""The child that decodes an upload: bytes on stdin, a verdict and clean pixels on stdout.

Runs as a script of its own (`python -I decode.py LIMITS`) and imports nothing of the house, so that a decoder that
crashes, spins or swells takes nothing with it. It limits itself before it reads the first byte: memory, processor time,
no files, no new processes.

    stdin:  the upload
    stdout: one line of JSON, then, if it says "width" and "height", a PNG or JPEG made from pixels alone.
            {"refusal": ..., ...params} otherwise; anything else, or nothing, means that the decoder died.
"""

import io
import json
import os
import resource
import sys
import warnings
from typing import Any

READ = ("JPEG", "PNG", "WEBP", "GIF")
_JPEG_QUALITY = 92
_SEEN = 24  # of 255: a fainter pixel nobody sees


def main(limits: dict[str, Any]) -> None:
    """Read, judge, answer. `limits` has memory and seconds of the process, pixels, least, largest, and format."""
    _confine(limits["memory"], limits["seconds"])
    header, image = _verdict(sys.stdin.buffer.read(), limits)
    answer = sys.stdout.buffer
    answer.write(json.dumps(header).encode() + b"\n" + image)
    answer.flush()


def _confine(memory: int, seconds: int) -> None:
    for kind, value in (
        (resource.RLIMIT_CPU, seconds),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NPROC, 0),
    ):
        resource.setrlimit(kind, (value, value))
    if sys.platform != "darwin":  # which reserves more address space than that for every process
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


def _verdict(upload: bytes, limits: dict[str, Any]) -> tuple[dict[str, Any], bytes]:
    from PIL import Image, ImageFile

    ImageFile.LOAD_TRUNCATED_IMAGES = False
    Image.MAX_IMAGE_PIXELS = None  # ours is the check below, which knows the number
    warnings.simplefilter("ignore")
    try:
        with Image.open(io.BytesIO(upload), formats=READ) as opened:
            width, height = opened.size
            if width * height > limits["pixels"]:
                return {"refusal": "too-many-pixels", "width": width, "height": height}, b""
            if min(width, height) < limits["least"]:
                return {"refusal": "too-small", "width": width, "height": height}, b""
            picture = _clean(opened, limits["largest"])
    except Exception:  # decoders raise what they like: OSError, SyntaxError, struct.error, IndexError, MemoryError ...
        return {"refusal": "unreadable"}, b""
    if picture.mode == "RGBA" and picture.getchannel("A").point(lambda value: 255 * (value >= _SEEN)).getbbox() is None:
        return {"refusal": "transparent"}, b""
    if min(picture.size) < limits["least"]:  # a strip so long that nothing of its width is left
        return {"refusal": "too-small", "width": width, "height": height}, b""
    stream = io.BytesIO()
    if limits["format"] == "PNG":
        picture.save(stream, "PNG", compress_level=4)
    else:
        _on_white(picture).save(stream, "JPEG", quality=_JPEG_QUALITY, subsampling=0)
    return {"width": picture.width, "height": picture.height}, stream.getvalue()


def _clean(opened: Any, largest: int) -> Any:
    """The first frame, upright, in sRGB, no edge above `largest`, and nothing but pixels: RGB or RGBA."""
    from PIL import Image, ImageOps

    if opened.format == "JPEG":
        opened.draft("RGB", (largest, largest))  # lets libjpeg decode at a half or a quarter: a saving, not a promise
    profile = opened.info.get("icc_profile")
    opened.load()
    image = _in_plain_mode(ImageOps.exif_transpose(opened))
    image.thumbnail((largest, largest), Image.Resampling.LANCZOS)
    if image.mode == "RGBA":
        alpha = image.getchannel("A")
        colours = _in_srgb(image.convert("RGB"), profile)
        colours.putalpha(alpha)
        image = colours
    else:
        image = _in_srgb(image, profile)
    return Image.frombytes(image.mode, image.size, image.tobytes())  # a new image: no info, no profile, no EXIF


def _on_white(image: Any) -> Any:
    """The image on white paper, where anything of it can be seen through."""
    from PIL import Image

    if image.mode != "RGBA":
        return image
    paper = Image.new("RGBA", image.size, "white")
    paper.alpha_composite(image)
    return paper.convert("RGB")


def _in_plain_mode(image: Any) -> Any:
    """The image as RGBA if anything in it can be seen through, else as L, CMYK or RGB: modes that resize well."""
    if image.has_transparency_data:
        return image.convert("RGBA")
    if image.mode.startswith("I"):  # sixteen bits of grey
        return image.convert("I").point(lambda value: value / 256).convert("L")
    return image if image.mode in {"L", "CMYK", "RGB"} else image.convert("RGB")


def _in_srgb(image: Any, profile: bytes | None) -> Any:
    """RGB pixels; converted if the picture says its colours are of another space and its profile can be used."""
    from PIL import ImageCms

    if profile:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass  # a broken profile is no reason to refuse a picture
    return image.convert("RGB")


if __name__ == "__main__":
    os.umask(0o077)
    main(json.loads(sys.argv[1]))
