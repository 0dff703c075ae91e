"""Every effect of the vocabulary by name.

Nothing is sampled: each is synthesised from a seed (`foley/`), so two footsteps differ and the same
film never does.
"""

from collections.abc import Callable
from functools import lru_cache

import numpy as np
from scipy.signal import resample_poly

from generator.sound.foley import animals, handiwork, motion, nature, people, steps, things, vehicles
from generator.sound.samples import SAMPLE_RATE, Samples, count, faded, fit, gain, loud_rms, unchanging
from generator.sound.synthesis import Rng, Signal, endless, finished
from generator.vocabulary import EFFECTS, Effect

_ONCE: dict[Effect, Callable[[Rng], Signal]] = {
    "jump": motion.jump, "land": motion.land, "whoosh": motion.whoosh, "thud": motion.thud, "crash": motion.crash,
    "pop": motion.pop, "boing": motion.boing, "splash": nature.splash, "crunch": people.crunch, "gulp": people.gulp,
    "snore": people.snore, "yawn": people.yawn, "sneeze": people.sneeze, "laugh": people.laugh, "gasp": people.gasp,
    "sob": people.sob, "kiss": people.kiss, "door": things.door, "knock": things.knock, "bell": things.bell,
    "chime": things.chime, "phone": things.phone, "shutter": things.shutter, "train": vehicles.train,
    "bus": vehicles.bus, "car": vehicles.car, "horn": vehicles.horn, "explosion": vehicles.explosion,
    "gunshot": vehicles.gunshot, "magic": things.magic, "sparkle": things.sparkle, "gong": things.gong,
    "whistle": things.whistle, "thunder": nature.thunder, "meow": animals.meow, "bark": animals.bark,
    "roar": animals.roar, "moo": animals.moo, "oink": animals.oink, "baa": animals.baa, "neigh": animals.neigh,
    "crow": animals.crow, "quack": animals.quack, "squeak": animals.squeak, "frog": animals.frog,
    "record_scratch": things.record_scratch, "page": handiwork.page, "rustle": handiwork.rustle,
    "slap": handiwork.slap, "coins": handiwork.coins, "firework": handiwork.firework, "howl": animals.howl,
    "trumpet": animals.trumpet, "hoot": animals.hoot, "cockadoodle": animals.cockadoodle, "chatter": animals.chatter,
    "hiss": animals.hiss, "gull": animals.gull,
}  # fmt: skip
_LASTING: dict[Effect, Callable[[float, Rng], Signal]] = {
    "footsteps": steps.on_stone, "steps_boards": steps.on_boards, "steps_snow": steps.in_snow,
    "steps_grass": steps.in_grass, "steps_sand": steps.on_sand, "steps_water": steps.in_water,
    "hooves": steps.of_hooves, "scribble": handiwork.scribble, "chop": handiwork.chop, "hammer": handiwork.hammer,
    "scrape": handiwork.scrape, "strumming": handiwork.strumming,
    "waves": nature.waves, "bubbles": nature.bubbles, "sizzle": nature.sizzle,
    "crowd_laugh": people.crowd_laugh, "applause": people.applause, "cheer": people.cheer, "alarm": things.alarm,
    "siren": vehicles.siren, "typing": things.typing, "engine": vehicles.engine, "airplane": vehicles.airplane,
    "rocket": vehicles.rocket, "drumroll": things.drumroll, "clock": things.clock, "heartbeat": people.heartbeat,
    "rain": nature.rain, "wind": nature.wind, "fire": nature.fire, "stream": nature.stream, "birds": animals.birds,
    "crickets": animals.crickets, "cicada": animals.cicada, "buzz": animals.buzz, "crowd": people.crowd,
    "static": things.static,
}  # fmt: skip
_STEPPED = frozenset(
    {"footsteps", "steps_boards", "steps_snow", "steps_grass", "steps_sand", "steps_water", "hooves", "typing", "clock",
     "chop", "hammer", "strumming"}
)  # fmt: skip  # blows, not a texture: a fade would swallow the last one
_SHAPED = frozenset(
    {"scrape", "crowd_laugh", "applause", "cheer", "airplane", "rocket", "drumroll", "engine"}
)  # begin and end
_LONGEST_TILE = 6.0  # seconds synthesised of an even texture; longer ones repeat it
_SHORTEST = 0.4
_VARIETY = 0.03  # share by which single events differ in pitch from seed to seed

# dB full scale of the loud parts: how loud a thing is beside a voice at -20.
_LEVEL: dict[Effect, float] = {
    "footsteps": -29, "steps_boards": -28, "steps_snow": -30, "steps_grass": -32, "steps_sand": -32, "steps_water": -29,
    "hooves": -27, "page": -27, "scribble": -32, "chop": -27, "hammer": -25, "scrape": -28, "rustle": -31, "slap": -23,
    "strumming": -26, "coins": -27, "firework": -21, "hiss": -30, "trumpet": -23, "gull": -28, "hoot": -27,
    "whoosh": -26, "crunch": -27, "gulp": -26, "snore": -26, "kiss": -27, "typing": -30,
    "clock": -29,
    "heartbeat": -22, "rain": -30, "wind": -31, "fire": -30, "stream": -31, "birds": -31, "crickets": -35,
    "cicada": -33,
    "buzz": -31, "crowd": -31, "static": -31, "waves": -28, "bubbles": -29, "sizzle": -31, "siren": -31,
    "sparkle": -28,
    "magic": -26, "explosion": -17, "gunshot": -17, "thunder": -19, "crash": -21, "roar": -20, "alarm": -28,
    "rocket": -22,
    "squeak": -30, "whistle": -29, "thud": -20, "land": -23, "applause": -27, "cheer": -25, "bus": -29, "car": -28,
    "train": -28, "shutter": -27, "crowd_laugh": -27,
}  # fmt: skip
_USUAL_LEVEL = -25.0
_PEAK = gain(-3.0)


def effect(name: Effect, seconds: float, seed: int, *, loop: bool = False, pitch: float = 1.0) -> Samples:
    """That effect, float32 mono, deterministic for the seed; a single event `pitch` times as high (and as short).

    A single event (a bark) is as long as it is by nature whatever `seconds` says, unless `loop` repeats it,
    with a pause,
    for `seconds`. What lasts (rain, applause) lasts exactly `seconds`, at least 0.4. KeyError for an unknown name.
    """
    seconds = min(max(seconds, _SHORTEST), 600.0)
    once = _ONCE.get(name)
    if once is None:
        return _lasting(name, round(seconds, 3), seed)
    if not loop:
        return _single(name, seed, pitch)
    length = count(seconds)
    turns = []
    filled, turn = 0, 0
    while filled < length:
        sound = _single(name, seed + turn % 3, pitch)
        pause = np.zeros(SAMPLE_RATE // 4, np.float32)
        turns += [sound, pause]
        filled += len(sound) + len(pause)
        turn += 1
    return fit(np.concatenate(turns), length)


def natural_seconds(name: Effect) -> float | None:
    """How long a single event takes; None for what lasts as long as it is asked to."""
    return len(_single(name, 0, 1.0)) / SAMPLE_RATE if name in _ONCE else None


@lru_cache(maxsize=16)
def _single(name: Effect, seed: int, pitch: float) -> Samples:
    rng = _rng(name, seed)
    sound = _ONCE[name](rng)
    higher = round(100 * pitch * rng.uniform(1 - _VARIETY, 1 + _VARIETY))  # no two doorbells are quite alike
    return unchanging(_levelled(name, finished(resample_poly(sound, 100, higher) if higher != 100 else sound)))


def _lasting(name: Effect, seconds: float, seed: int) -> Samples:
    make = _LASTING[name]
    if name in _SHAPED or seconds <= _LONGEST_TILE:
        sound = finished(make(seconds, _rng(name, seed)), 0.02, 0.08 if name in _STEPPED else 0.15)
    else:
        sound = faded(endless(finished(make(_LONGEST_TILE, _rng(name, seed)), 0, 0), count(seconds)), 0.02, 0.15)
    return _levelled(name, fit(sound, count(seconds)))


def _rng(name: Effect, seed: int) -> Rng:
    return np.random.default_rng((EFFECTS.index(name), seed & 0xFFFFFFFF))


def _levelled(name: Effect, x: Samples) -> Samples:
    level = loud_rms(x)
    if level <= 0:
        return x
    factor = min(gain(_LEVEL.get(name, _USUAL_LEVEL)) / level, _PEAK / float(np.abs(x).max()))
    return (x * factor).astype(np.float32)
