"""From uploads to illustrations: judged, made anew from their pixels, cut out."""

from collections.abc import Callable, Sequence
from pathlib import Path

from generator.inspect.picture import inspect_picture
from generator.pictures.cut import cut_out
from generator.pictures.illustration import Illustration
from generator.pictures.salience import Salience


def illustrate(
    uploads: Sequence[Path], folder: Path, check_cancelled: Callable[[], None] = lambda: None
) -> tuple[Illustration, ...]:
    """The illustrations of uploads, their files in `folder`.

    Raises:
        BadInput: a picture cannot be used; its parameter `which` says which, from 1, or is 0 where there is but one.
    """
    salience = Salience()
    found = []
    for number, upload in enumerate(uploads, 1):
        clean = folder / f"picture{number}.png"
        inspect_picture(upload, clean, which=number if len(uploads) > 1 else 0)
        found.append(cut_out(clean, folder, salience))
        check_cancelled()
    return tuple(found)
