"""What every storyboard must keep, whoever directed it."""

from typing import get_args

from generator.storyboard import Storyboard
from generator.vocabulary import ACTIONS, EFFECTS, PLACES, STYLES, Camera, Framing, TimeOfDay, Weather

SLACK = 0.011  # seconds: times are rounded to milliseconds


def broken_rules(board: Storyboard) -> list[str]:
    """The rules that a storyboard breaks, in words; none for a good one."""
    ids = {who.id for who in board.cast}
    broken = []
    at = 0.0
    for number, shot in enumerate(board.shots):
        if abs(shot.start - at) > SLACK:
            broken.append(f"shot {number} starts at {shot.start}, not {at}")
        if shot.seconds <= 0:
            broken.append(f"shot {number} has no length")
        at = shot.start + shot.seconds
        if shot.framing not in get_args(Framing) or shot.camera not in get_args(Camera):
            broken.append(f"shot {number} is framed {shot.framing}, {shot.camera}")
        if shot.place not in PLACES or shot.time_of_day not in get_args(TimeOfDay):
            broken.append(f"shot {number} plays in {shot.place}, {shot.time_of_day}")
        if shot.weather not in get_args(Weather):
            broken.append(f"shot {number} has {shot.weather}")
        present = {presence.character for presence in shot.cast}
        spots = [(round(presence.x, 1), round(presence.y, 1)) for presence in shot.cast]
        if len(set(spots)) < len(spots) or any(not -1 <= p.x <= 1 or not 0 <= p.y <= 1 for p in shot.cast):
            broken.append(f"shot {number} puts its cast at {spots}")
        if shot.focus is not None and shot.focus not in present:
            broken.append(f"shot {number} looks for {shot.focus}")
        broken += [f"shot {number} shows unknown {id}" for id in present - ids]
        for act in shot.acts:
            if act.character not in present or act.action not in ACTIONS or (act.target or act.character) not in ids:
                broken.append(f"shot {number}: {act}")
            if act.target == act.character:
                broken.append(f"shot {number}: {act} is done to oneself")
        speaking = {act.character for act in shot.acts if act.action in ("speak", "shout", "whisper", "sing")}
        if len(speaking) > 1 and (shot.framing == "close" or (shot.framing == "medium" and len(present) > 1)):
            broken.append(f"shot {number} holds one of {speaking}")
        for act in shot.acts:
            if act.start < shot.start - SLACK or act.start + act.seconds > at + SLACK or act.seconds <= 0:
                broken.append(f"shot {number}: {act} is out of time")
    if abs(at - board.seconds) > SLACK:
        broken.append(f"the shots end at {at}, the film at {board.seconds}")
    last = 0.0
    for line in board.lines:
        if line.start < last - SLACK:
            broken.append(f"{line} overlaps the line before")
        if line.seconds <= 0 or line.start + line.seconds > board.seconds + SLACK:
            broken.append(f"{line} is out of time")
        if line.speaker is not None and line.speaker not in ids:
            broken.append(f"{line} has an unknown speaker")
        last = line.start + line.seconds
        inside = [s for s in board.shots if s.start - SLACK <= line.start and last <= s.start + s.seconds + SLACK]
        if not inside:
            broken.append(f"{line} is cut in two")
        elif line.speaker is not None and line.speaker not in {p.character for p in inside[0].cast}:
            broken.append(f"{line} is spoken by somebody out of sight")
    for cue in board.sounds:
        if cue.effect not in EFFECTS or not 0 <= cue.start <= board.seconds:
            broken.append(f"{cue}")
    if board.style not in STYLES or not board.title or not board.shots:
        broken.append("style, title or shots")
    return broken
