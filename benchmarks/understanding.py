"""How much of a prompt the director understands: recall and precision of cast, places, actions and lines."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from core.screenplay import parse
from generator.director.direct import direct

TABLE = Path(__file__).with_name("understanding.tsv")


@dataclass(frozen=True, slots=True)
class Row:
    """A prompt and what a reader finds in it."""

    prompt: str
    expected: dict[str, frozenset[str]]


def rows() -> Iterator[Row]:
    """The table."""
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            prompt, cast, place, actions, lines = line.split("|")
            yield Row(
                prompt,
                {
                    "cast": _set(cast, ","),
                    "place": _set(place, ","),
                    "actions": _set(actions, ","),
                    "lines": _set(lines, ";"),
                },
            )


def understood(prompt: str) -> dict[str, frozenset[str]]:
    """What the director finds in a prompt."""
    board = direct(parse(prompt), seed=1)
    voices = {(line.speaker, line.start) for line in board.lines}
    return {
        "cast": frozenset(who.concept for who in board.cast),
        "place": frozenset(shot.place for shot in board.shots),
        "actions": frozenset(
            act.action for shot in board.shots for act in shot.acts if (act.character, act.start) not in voices
        ),
        "lines": frozenset(line.text for line in board.lines),
    }


def main() -> None:
    """Print recall and precision by category, and every miss."""
    hit: Counter[str] = Counter()
    wanted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    for row in rows():
        got = understood(row.prompt)
        for category, expected in row.expected.items():
            if category == "place" and not expected:
                continue
            hit[category] += len(expected & got[category])
            wanted[category] += len(expected)
            found[category] += len(got[category])
            if expected - got[category]:
                print(
                    f"missed {category} {sorted(expected - got[category])} in {row.prompt!r}: {sorted(got[category])}"
                )
    for category in ("cast", "place", "actions", "lines"):
        recall, precision = hit[category] / wanted[category], hit[category] / max(found[category], 1)
        print(f"{category:8} recall {recall:6.1%} of {wanted[category]:3}   precision {precision:6.1%}")


def _set(text: str, separator: str) -> frozenset[str]:
    return frozenset(part.strip() for part in text.split(separator) if part.strip())


if __name__ == "__main__":
    main()
