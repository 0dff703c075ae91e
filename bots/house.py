"""What every answer may need, built once by the command line and handed down."""

from dataclasses import dataclass

from bots.language import Language
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage


@dataclass(frozen=True, slots=True)
class House:
    """The parts that answers and messengers share."""

    settings: Settings
    language: Language
    storage: Storage
    signals: Signals
