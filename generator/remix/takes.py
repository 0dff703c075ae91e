"""Another take: the same story, cast, places and lines, filmed by another camera from the other side of the stage."""

import random
from dataclasses import replace

from core.screenplay.model import Mend
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Camera, Framing

_STILL_LIFE: tuple[Camera, ...] = ("static", "zoom_in", "zoom_out", "pan_left", "pan_right", "handheld")


def retaken(board: Storyboard, seed: int) -> tuple[Storyboard, tuple[Mend, ...]]:
    """The board with that seed (another one than it had), staged and filmed anew."""
    seed = seed if seed != board.seed else seed + 1
    dice = random.Random(f"take {seed}")
    mirrored = dice.random() < 0.7
    shots = tuple(_refilmed(shot, mirrored, dice) for shot in board.shots)
    return replace(board, seed=seed, shots=shots), (Mend("remix-take"),)


def _refilmed(shot: Shot, mirrored: bool, dice: random.Random) -> Shot:
    cast, acts = shot.cast, shot.acts
    if mirrored:
        cast = tuple(
            replace(one, x=-one.x if one.x else 0.0, facing="left" if one.facing == "right" else "right")
            for one in cast
        )
        acts = tuple(
            replace(act, direction={"left": "right", "right": "left"}[act.direction])  # type: ignore[arg-type]
            if act.direction in ("left", "right")
            else act
            for act in acts
        )
    camera = dice.choice([one for one in _STILL_LIFE if one != shot.camera]) if shot.camera != "follow" else "follow"
    framing: Framing = shot.framing
    if framing in ("medium", "wide") and dice.random() < 0.35 and len(cast) == 1:
        framing = "medium" if framing == "wide" else "wide"
    return replace(shot, cast=cast, acts=acts, camera=camera, framing=framing)
