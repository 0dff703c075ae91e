"""Texts with entities: bold titles, moments in the reader's zone. Nothing of what people wrote is ever markup.

Telegram counts in UTF-16 code units; entities travel beside the text, so there is nothing to escape.
"""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from telegram import MessageEntity

TEXT = 4096  # UTF-16 units of a message
CAPTION = 1024
_AT = re.compile(r"@(?=\w)")  # what Telegram makes a mention of, which pings whoever has that name
_TOKEN = re.compile(r"<t:(-?\d{1,12})>|<#(-?[\d:]{1,40})>|<@&(-?\d{1,20})>")


@dataclass
class Text:
    """A text that grows, with its entities."""

    plain: str = ""
    entities: list[MessageEntity] = field(default_factory=list)

    def add(self, text: str, kind: str | None = None) -> "Text":
        """Add words, all of one kind ("bold", "code", ...); moments in them become what the reader's clock says.

        Nobody is pinged by what somebody wrote; what is there to be copied stays as it is.
        """
        if kind not in ("pre", "code"):
            text = _AT.sub("@\u2060", text)
        start = units(self.plain)
        at = 0
        for found in _TOKEN.finditer(text):
            self.plain += text[at : found.start()]
            self._add_token(found)
            at = found.end()
        self.plain += text[at:]
        if kind is not None and units(self.plain) > start:
            self.entities.append(MessageEntity(kind, start, units(self.plain) - start))
        return self

    def line(self, text: str, kind: str | None = None) -> "Text":
        """Add words on a line of their own."""
        if self.plain:
            self.plain += "\n"
        return self.add(text, kind)

    def cut(self, limit: int) -> "Text":
        """At most `limit` units, with an ellipsis where something is missing."""
        if units(self.plain) <= limit:
            return self
        raw = self.plain.encode("utf-16-le")[: 2 * (limit - 1)]
        plain = raw.decode("utf-16-le", errors="ignore").rstrip() + "…"
        kept = [entity for entity in self.entities if entity.offset + entity.length <= units(plain) - 1]
        return Text(plain, kept)

    def _add_token(self, found: re.Match[str]) -> None:
        if found[1] is None:
            self.plain += "#" if found[2] else "@"
            self.plain += (found[2] or found[3] or "").split(":")[-1]
            return
        moment = datetime.fromtimestamp(int(found[1]), UTC)
        said = moment.strftime("%m/%d %H:%M UTC")
        self.entities.append(
            MessageEntity(
                MessageEntity.DATE_TIME,
                units(self.plain),
                units(said),
                unix_time=moment,
                date_time_format="dt",
            )
        )
        self.plain += said


def units(text: str) -> int:
    """The length of a text as Telegram counts it."""
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2
