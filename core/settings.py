"""Every setting of the service, built once by the command line and handed down. Explained in `.env.example`."""

from pathlib import Path
from typing import Any, Literal

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


def _setting(name: str, default: Any) -> Any:
    """A setting that is found with our prefix and without it: tokens are often set by whoever hosts."""
    return Field(default=default, validation_alias=AliasChoices(f"KAMISHIBAI_{name}", name))


class Settings(BaseSettings):
    """Read from the environment (prefix KAMISHIBAI_) and from `.env`."""

    model_config = SettingsConfigDict(
        env_prefix="KAMISHIBAI_", env_file=".env", extra="ignore", frozen=True, populate_by_name=True
    )

    data: Path = Path("data")
    database_url: str = ""  # empty: SQLite in the data folder
    redis_url: str = ""  # empty: an embedded Valkey in the data folder
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8765, ge=1, le=65535)
    web_names: str = ""  # further host names the web room answers to, comma-separated
    room_name: str = "Kamishibai"
    public_url: str = ""  # where the web room is reached from outside; too large films are linked there
    discord_token: SecretStr = _setting("DISCORD_TOKEN", SecretStr(""))
    discord_api_base: str = _setting("DISCORD_API_BASE", "https://discord.com/api/v10")
    discord_gateway_url: str = _setting("DISCORD_GATEWAY_URL", "wss://gateway.discord.gg/")
    discord_message_content: bool = False  # whether the privileged intent is switched on: replies without a ping too
    discord_members: bool = False  # whether that one is switched on: who leaves a server is known at once
    telegram_token: SecretStr = _setting("TELEGRAM_TOKEN", SecretStr(""))
    telegram_api_base: str = _setting("TELEGRAM_API_BASE", "https://api.telegram.org")
    likeness_key: SecretStr = SecretStr("")  # 64 hexadecimal digits; empty: a file in the data folder
    command_names: str = ""  # other names for commands, e.g. "make=film,cameo=appear"
    engine: Literal["paper"] = "paper"
    workers: int = Field(default=1, ge=1, le=16)
    short_edge: int = Field(default=720, ge=240, le=1080, multiple_of=2)
    fps: int = Field(default=24, ge=8, le=60)
    clips_per_day: int = Field(default=30, ge=1)
    invites_per_member: int = Field(default=6, ge=0)
    max_prompt_chars: int = Field(default=4000, ge=100)
    max_seconds: float = Field(default=60.0, ge=2)
    max_clip_bytes: int = Field(default=9 * 2**20, ge=2**20)  # Discord refuses uploads over 10 MiB
    lease_seconds: float = Field(default=12.0, ge=2)
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @property
    def resolved_database_url(self) -> str:
        """The database's URL; SQLite with a busy timeout when none was set."""
        return self.database_url or f"sqlite://{(self.data / 'kamishibai.sqlite3').resolve()}?busy_timeout=20000"
