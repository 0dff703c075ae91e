"""The operator's keys, from the settings or from files in the data folder that are made at the first start."""

from dataclasses import dataclass

from core.likeness.receipts import Signer
from core.likeness.vault import Vault
from core.settings import Settings

FOLDER = "keys"  # in the data folder


@dataclass(frozen=True, slots=True)
class Trust:
    """What faces and voices are sealed with, and what receipts are signed with."""

    vault: Vault
    signer: Signer

    @classmethod
    def of(cls, settings: Settings) -> "Trust":
        """Raises Misconfigured for a key that is none."""
        folder = settings.data / FOLDER
        return cls(
            Vault.of(settings.likeness_key.get_secret_value(), folder / "likeness.key"),
            Signer.of(folder / "receipts.pem"),
        )
