"""Which pages the picture book has."""

from collections.abc import Callable, Iterator, Mapping

from generator.engines.engine import Frame
from generator.gallery import acts, sets, styles

PAGES: Mapping[str, Callable[[], Iterator[tuple[str, Frame]]]] = {
    "acts": acts.pages,
    "sets": sets.pages,
    "styles": styles.pages,
}
