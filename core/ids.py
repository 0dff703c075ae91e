"""Ids that people read aloud and type: no 0 and O, no 1, I and l."""

import secrets
import unicodedata

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"
PUBLIC_ID_CHARS = 8  # 31^8 are about 8.5e11: ids are not secrets, they only must not collide by accident
CODE_CHARS = 8  # an invite code is a secret for its short life; guessing one of a million open codes takes 10^6 tries


def new_public_id() -> str:
    """The id of a clip: 8 lower-case letters and digits."""
    return _draw(PUBLIC_ID_CHARS)


def read_public_id(text: str) -> str:
    """A clip's id as somebody typed it: full width, capitals, a leading # and spaces are forgiven."""
    return unicodedata.normalize("NFKC", text).strip().removeprefix("#").strip().lower()


def is_public_id(text: str) -> bool:
    """Whether that can be the id of a clip."""
    typed = read_public_id(text)
    return len(typed) == PUBLIC_ID_CHARS and all(char in ALPHABET for char in typed)


def new_code() -> str:
    """An invite code, as it is shown: XXXX-XXXX."""
    return _shown(_draw(CODE_CHARS))


def read_code(text: str) -> str:
    """A code as somebody typed it, in the form in which it is kept: full width, small letters, spaces, any dashes."""
    normal = unicodedata.normalize("NFKC", text).lower()
    # besides punctuation, the long-vowel mark, which a Japanese keyboard gives for a dash
    return _shown("".join(char for char in normal if char.isalnum() and char != "ー"))


def _draw(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _shown(letters: str) -> str:
    upper, half = letters.upper(), CODE_CHARS // 2
    return f"{upper[:half]}-{upper[half:]}"
