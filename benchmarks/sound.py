"""What sound costs in processor time and memory, by length, and how loud films of all kinds come out."""

import json
import multiprocessing as mp
import resource
import time
from collections.abc import Callable
from typing import TypeVar

from benchmarks.film import PROMPT
from core.choices import STYLES

T = TypeVar("T")

PROMPTS = (
    ("静かな雪の夜。誰もいない。", 4.0), ("A bomb explodes. Everything explodes!", 3.0), ("猫がくしゃみをする", 1.0),
    ("宇宙でロボットが踊る", 6.0), ("海でサーフィンする犬", 5.0), ("嵐の中、雷が鳴る。", 7.0),
    ("No music. A clock ticks in an empty room.", 5.0), ("お祭りで太鼓をたたく。", 6.0),
    ("熊が「待て」と叫ぶ。女の子が「いや」とささやく。", 6.0),
    ('A man says "Hello there." A woman shouts "Run!"', 5.0), ("BGMなし。図書館で人が眠る。", 4.0),
    ("馬が草原を走る", 30.0),
)  # fmt: skip


def cost(seconds: float) -> dict[str, float]:
    """Processor seconds of each step for a film with two Japanese lines, and the peak memory around mixing."""
    from core.screenplay import parse
    from generator.director.direct import direct
    from generator.sound import japanese_voice
    from generator.sound.mix import mix
    from generator.sound.voices import retime, speak

    found: dict[str, float] = {"film_seconds": seconds}

    def timed(name: str, step: Callable[[], T]) -> T:
        started = time.process_time()
        result = step()
        found[name] = round(time.process_time() - started, 2)
        return result

    board = direct(parse(PROMPT), seed=7, seconds=seconds)
    timed("load", japanese_voice.load)
    speech = timed("speak", lambda: speak(board))
    found["spoken_seconds"] = round(sum(utterance.seconds for utterance in speech.utterances), 2)
    board = retime(board, speech)
    found["mb_before_mixing"] = _peak_mb()
    timed("mix_cold", lambda: mix(board, speech))
    timed("mix_again", lambda: mix(board, speech))
    found["mb_after_mixing"] = _peak_mb()
    return found


def loudness(number: int) -> dict[str, object]:
    """Integrated loudness and true peak of one of the prompts, each in another style."""
    from core.screenplay import parse
    from generator.director.direct import direct
    from generator.sound.loudness import integrated_loudness, true_peak
    from generator.sound.mix import mix
    from generator.sound.voices import retime, speak

    prompt, seconds = PROMPTS[number]
    board = direct(parse(prompt), seed=number, style=STYLES[number % len(STYLES)], seconds=seconds)
    speech = speak(board)
    track = mix(retime(board, speech), speech).samples
    return {"prompt": prompt, "lufs": round(integrated_loudness(track), 2), "dbtp": round(true_peak(track), 2)}


def _peak_mb() -> int:
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    """Ten seconds and sixty, each in a process of its own; then the loudness of all prompts."""
    for seconds in (10.0, 60.0):
        with mp.get_context("spawn").Pool(1) as pool:
            print(json.dumps(pool.apply(cost, (seconds,))), flush=True)
    for number in range(len(PROMPTS)):
        print(json.dumps(loudness(number), ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
