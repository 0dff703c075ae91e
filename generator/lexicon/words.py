"""Words as the lexicon compares them."""

import unicodedata
from typing import Literal

Language = Literal["ja", "en"]


def normalised(word: str) -> str:
    """The form under which words are compared: NFKC, lower case."""
    return unicodedata.normalize("NFKC", word).lower().strip()
