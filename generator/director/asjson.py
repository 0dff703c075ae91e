"""A storyboard as the command line and the records show it: plain values, concepts by their lexicon names."""

from generator.director.fromjson import KEY, whole
from generator.storyboard import Shot, Storyboard


def as_json(board: Storyboard, **extra: object) -> dict[str, object]:
    """One object: `extra` first, then title, seconds, shots with cast and actions, lines; times in seconds.

    Last the whole storyboard, from which a remix is made (`fromjson`).
    """
    return {
        **extra,
        "title": board.title,
        "seconds": board.seconds,
        "orientation": board.orientation,
        "style": board.style,
        "seed": board.seed,
        "language": board.language,
        "music": board.music,
        "cast": [{"concept": who.concept, "name": who.label, "wears": list(who.wears)} for who in board.cast],
        "shots": [_shot(board, shot) for shot in board.shots],
        "lines": [
            {
                "speaker": board.character(line.speaker).concept if line.speaker else None,
                "name": board.character(line.speaker).label if line.speaker else None,
                "text": line.text,
                "start": line.start,
                "seconds": line.seconds,
            }
            for line in board.lines
        ],
        "sounds": [{"effect": cue.effect, "start": cue.start} for cue in board.sounds],
        "notes": [[note.message, dict(note.params)] for note in board.notes],
        KEY: whole(board),
    }


def _shot(board: Storyboard, shot: Shot) -> dict[str, object]:
    return {
        "start": shot.start,
        "seconds": shot.seconds,
        "framing": shot.framing,
        "camera": shot.camera,
        "angle": shot.angle,
        "place": shot.place,
        "time_of_day": shot.time_of_day,
        "weather": shot.weather,
        "light": shot.light,
        "cast": [board.character(presence.character).concept for presence in shot.cast],
        "actions": list(dict.fromkeys(act.action for act in shot.acts)),
        "moves": [
            {
                "who": board.character(act.character).concept,
                "action": act.action,
                "target": board.character(act.target).concept if act.target else None,
                "prop": act.prop,
                "start": act.start,
                "seconds": act.seconds,
            }
            for act in shot.acts
        ],
        "props": [name for name, _ in shot.dressing],
    }
