"""Given faces: a thing that speaks, laughs or runs away has eyes and a mouth, where there is most room for them."""

from dataclasses import replace

import numpy as np
from scipy import ndimage

from generator.engines.paper.faces import Eye, Mouth
from generator.engines.paper.figures import Figure
from generator.lexicon.lexicon import concept
from generator.storyboard import Character, Storyboard
from generator.vocabulary import Action

_APART, _EYE, _LIPS = 0.42, 0.13, 0.62  # of the room's radius: eyes from the middle, an eye, the mouth's width
_ABOVE, _BELOW = 0.16, 0.2  # of that: eyes over the middle, mouth under it
_LARGEST = 0.34  # of the card's smaller side: a face is no larger than that
_HIGH = 0.12  # how much a place further up counts, of the card's height
_LIVELY: frozenset[Action] = frozenset({
    "sleep", "wake", "hide", "jump", "climb", "flee", "chase", "sneak", "peek", "dance", "bow", "wave", "clap", "nod",
    "shake_head", "tilt_head", "stretch", "yawn", "sneeze", "shiver", "laugh", "cry", "smile", "get_angry",
    "be_startled", "think", "look", "listen", "celebrate", "speak", "shout", "whisper", "sing", "eat", "drink", "read",
    "hug", "kiss", "shake_hands", "high_five", "fight",
})  # fmt: skip
_ON_FOOT: frozenset[Action] = frozenset({"walk", "run", "sit", "swim", "trip"})  # which vehicles do as vehicles


def performs(who: Character, board: Storyboard) -> bool:
    """Whether `who` does in the film what only somebody with a face does."""
    if any(line.speaker == who.id for line in board.lines):
        return True
    known = concept(who.concept.split("#")[0])
    drives = known is not None and known.kind == "vehicle"
    acts = {act.action for shot in board.shots for act in shot.acts if act.character == who.id}
    return bool(acts & _LIVELY or (acts & _ON_FOOT and not drives))


def with_face(figure: Figure) -> Figure:
    """`figure` with a face in the middle of its broadest part, the upper one of two; as it is if it has eyes."""
    if figure.eyes:
        return figure
    left, top, right, bottom = figure.bounds
    room = np.asarray(ndimage.distance_transform_edt(figure.card), np.float64)
    rows = np.arange(len(room))[:, None]
    liking = room - _HIGH * (rows - top) * (room > 0)
    y, x = np.unravel_index(int(np.argmax(np.where(figure.card, liking, -1e9))), room.shape)
    radius = min(float(room[y, x]), _LARGEST * min(right - left, bottom - top))
    eyes = tuple(
        Eye(float(x) + side * _APART * radius, float(y) - _ABOVE * radius, _EYE * radius, 1.15 * _EYE * radius, True)
        for side in (-1, 1)
    )
    return replace(figure, eyes=eyes, mouth=Mouth(float(x), float(y) + _BELOW * radius, _LIPS * radius))
