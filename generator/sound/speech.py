"""What voices hand on: every line as sound, with its real time and the speaker's mouth."""

from dataclasses import dataclass

from core.screenplay.model import Mend
from generator.engines.engine import Mouth
from generator.sound.samples import SAMPLE_RATE, Samples
from generator.storyboard import Language


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line, spoken. `line` is its index in the storyboard, `start` its real start in seconds of the film.

    `seconds` is how long the line stands (its caption too); `samples` may be shorter, and is silent where no voice of
    ours can read the line.
    """

    line: int
    start: float
    seconds: float
    samples: Samples
    language: Language
    mouth: Mouth


@dataclass(frozen=True, slots=True)
class Speech:
    """All lines of a film in the order in which they are heard; they never overlap."""

    utterances: tuple[Utterance, ...] = ()
    mends: tuple[Mend, ...] = ()
    sample_rate: int = SAMPLE_RATE

    @property
    def mouths(self) -> tuple[Mouth, ...]:
        """What an engine takes to move lips."""
        return tuple(utterance.mouth for utterance in self.utterances)
