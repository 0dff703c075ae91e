import io

import pytest
from PIL import Image

from bots.pictures import sniff
from core.refusals import BadInput


def encoded(format: str, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (40, 40), (200, 90, 40)).save(file, format, **options)
    return file.getvalue()


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_picture_is_told_by_its_content(format: str) -> None:
    assert sniff(encoded(format)) == format


def test_what_phones_write_as_several_jpegs_in_one_is_a_jpeg() -> None:
    more = [Image.new("RGB", (40, 40), "blue")]
    assert sniff(encoded("MPO", save_all=True, append_images=more)) == "JPEG"


@pytest.mark.parametrize("content", [b"", b"nonsense", encoded("BMP"), encoded("PNG")[:60]])
def test_a_refusal_says_which_of_several_it_means(content: bytes) -> None:
    with pytest.raises(BadInput) as refusal:
        sniff(content, which=2)
    assert refusal.value.params["which"] == 2
