"""What kind of creature is heard in a voice: metal, a ghost's breath, a beast's growl, wings."""

from collections.abc import Callable, Mapping
from typing import Literal

import numpy as np
from scipy.ndimage import uniform_filter1d

from generator.sound.samples import SAMPLE_RATE, Samples, count
from generator.sound.timbre import brightened, whispered

Nature = Literal["mortal", "robot", "ghost", "monster", "insect", "alien", "swimmer"]

_CONCEPTS: Mapping[Nature, frozenset[str]] = {
    "robot": frozenset({"robot", "android", "cyborg"}),
    "ghost": frozenset({"ghost", "skeleton", "mummy", "zombie"}),
    "monster": frozenset(
        {"monster", "ogre", "blue_ogre", "troll", "kaiju", "dragon", "dinosaur", "sauropod", "devil", "werewolf",
         "yeti", "goblin", "goblin_green", "giant"}
    ),
    "insect": frozenset(
        {"bee", "fly_insect", "mosquito", "dragonfly", "butterfly", "beetle", "ladybug", "cicada_insect", "cockroach",
         "firefly", "grasshopper", "ant"}
    ),
    "alien": frozenset({"alien", "slime"}),
    "swimmer": frozenset(
        {"fish", "tropical_fish", "blowfish", "goldfish", "tuna", "salmon", "carp", "catfish", "octopus", "squid",
         "jellyfish", "seahorse", "clam", "tadpole", "shrimp", "lobster", "crab", "starfish"}
    ),
}  # fmt: skip


def nature_of(concept: str) -> Nature:
    """The nature of a lexicon concept; most are mortal."""
    return next((nature for nature, concepts in _CONCEPTS.items() if concept in concepts), "mortal")


def natural(x: Samples, nature: Nature, rng: np.random.Generator) -> Samples:
    """A voice as a creature of that nature has it, as long as before; every word stays clear."""
    change = _CHANGES.get(nature)
    return x if change is None or not len(x) else change(x, rng)


def _time(x: Samples) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    return np.arange(len(x)) / SAMPLE_RATE


def _late(x: Samples, seconds: float) -> Samples:
    delay = count(seconds)
    return np.concatenate([np.zeros(delay, np.float32), x[:-delay]]) if len(x) > delay else np.zeros_like(x)


def _robot(x: Samples, rng: np.random.Generator) -> Samples:
    """A light ring modulation and a short comb."""
    ringing = x * np.sin(2 * np.pi * 48.0 * _time(x))
    return np.asarray(0.62 * x + 0.42 * ringing + 0.32 * _late(x, 0.0062), np.float32)


def _ghost(x: Samples, rng: np.random.Generator) -> Samples:
    """More breath than voice, wavering, and answered by itself from somewhere."""
    sway = np.sin(2 * np.pi * 3.1 * _time(x))
    warped = np.interp(np.arange(len(x)) + 0.0011 * SAMPLE_RATE * sway, np.arange(len(x)), x).astype(np.float32)
    airy = 0.75 * warped * (1 + 0.2 * sway) + 1.1 * whispered(x, rng)
    return np.asarray(airy + 0.35 * _late(airy, 0.13) + 0.18 * _late(airy, 0.27), np.float32)


def _monster(x: Samples, rng: np.random.Generator) -> Samples:
    """A growl: the throat closes unevenly some thirty times a second, and is driven too hard."""
    rattle = uniform_filter1d(rng.standard_normal(len(x)), count(0.008))
    rattle = np.sin(2 * np.pi * 31.0 * _time(x) + 2.5 * rattle / max(1e-9, float(np.std(rattle))))
    top = max(float(np.abs(x).max()), 1e-6)
    return brightened(np.tanh(2.2 * x / top * (1 + 0.55 * rattle)).astype(np.float32) * np.float32(top), -3.0, 2500.0)


def _insect(x: Samples, rng: np.random.Generator) -> Samples:
    """Wings beat in the voice."""
    wings = np.clip(np.sin(2 * np.pi * 36.0 * _time(x)), -0.6, 1.0)
    return np.asarray(x * (1 + 0.6 * wings), np.float32)


def _alien(x: Samples, rng: np.random.Generator) -> Samples:
    """Two tones at once: the voice, and the voice moved by a wandering 90 Hz."""
    t = _time(x)
    other = x * np.sin(2 * np.pi * (90.0 * t + 2.0 * np.sin(2 * np.pi * 1.3 * t)))
    return np.asarray(0.7 * x + 0.6 * other, np.float32)


def _swimmer(x: Samples, rng: np.random.Generator) -> Samples:
    """Said through water: duller, with a gurgle."""
    gurgle = uniform_filter1d(rng.standard_normal(len(x)), count(0.03))
    gurgle = np.clip(gurgle / max(1e-9, float(np.std(gurgle))), -1.6, 1.6)
    return brightened((x * (1 + 0.4 * gurgle)).astype(np.float32), -6.0, 2200.0)


_CHANGES: Mapping[Nature, Callable[[Samples, np.random.Generator], Samples]] = {
    "robot": _robot, "ghost": _ghost, "monster": _monster, "insect": _insect, "alien": _alien, "swimmer": _swimmer,
}  # fmt: skip
