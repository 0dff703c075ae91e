"""Prompt to screenplay and back."""

from core.screenplay.mend import MAX_SECONDS, MIN_SECONDS
from core.screenplay.model import Beat, Line, Manner, Mend, Screenplay, ShotNote, Subject
from core.screenplay.parse import clean, find_subject, parse
from core.screenplay.write import write

__all__ = [
    "MAX_SECONDS", "MIN_SECONDS", "Beat", "Line", "Manner", "Mend", "Screenplay", "ShotNote", "Subject", "clean",
    "find_subject", "parse", "write",
]  # fmt: skip
