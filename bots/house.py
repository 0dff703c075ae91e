"""What every answer may need, built once by the command line and handed down."""

from dataclasses import dataclass
from functools import cached_property

from bots.commands import names_of
from bots.language import Language
from core.likeness.trust import Trust
from core.settings import Settings
from core.signals import Signals
from core.storage import Storage


@dataclass(frozen=True)
class House:
    """The parts that answers and messengers share."""

    settings: Settings
    language: Language
    storage: Storage
    signals: Signals

    @cached_property
    def trust(self) -> Trust:
        """The keys under which likenesses lie and receipts are signed."""
        return Trust.of(self.settings)

    @cached_property
    def names(self) -> dict[str, str]:
        """Commands that are called otherwise here: our name -> theirs."""
        return names_of(self.settings.command_names)
