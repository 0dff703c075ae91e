"""How captions are lettered in a style: on what paper, in what face, how one knows who speaks."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.engines.paper.colours import PAPER
from generator.vocabulary import Style


@dataclass(frozen=True, slots=True)
class Subtitle:
    """`ground` is what lies under the letters: a strip of torn paper, a box with a drawn border, a straight bar, none.

    `paper` and `ink` are its colours and `border` that of a drawn one. Letters on nothing have an `outline` around
    them and, if `soft`, a dim light. `voiced` says where the colour of who speaks is shown: along the left edge, in
    the outline, or nowhere. The narrator's strip is lettered in `told`: (paper, ink).
    """

    ground: Literal["torn", "box", "bar", "none"] = "torn"
    paper: str = PAPER
    ink: str = "#2c2026"
    serif: bool = False
    outline: str | None = None
    soft: bool = False
    border: str | None = None
    voiced: Literal["edge", "outline", "no"] = "edge"
    told: tuple[str, str] = ("#372c3e", "#fff7e6")
    clear: float = 0.0  # how much of a bar one sees through
    bend: float = 0.04  # letter heights by which the corners of a box are round


SUBTITLES: Mapping[Style, Subtitle] = {
    "paper": Subtitle(),
    "anime": Subtitle("none", ink="#ffffff", outline="#43205e", voiced="outline"),
    "retro": Subtitle("none", ink="#fff6c8", outline="#16244a", voiced="outline"),
    "news": Subtitle("bar", paper="#0f2c6e", ink="#ffffff", told=("#0f2c6e", "#ffffff"), clear=0.08),
    "noir": Subtitle("none", ink="#f6f4f0", serif=True, outline="#050505", soft=True, voiced="no"),
    "pastel": Subtitle("box", paper="#fffafd", ink="#a0558a", border="#f5b6d8", told=("#f7d3e8", "#8a4a80"),
                       bend=0.4),
    "watercolor": Subtitle(paper="#fffefa", ink="#5b4a48", serif=True, told=("#e8eef2", "#40505e")),
    "comic": Subtitle("box", paper="#fffdf2", ink="#15100f", border="#15100f", told=("#ffe14a", "#15100f")),
    "festive": Subtitle(paper="#d8342a", ink="#fff6dc", told=("#fff1d0", "#8a1f18")),
    "security": Subtitle("none", ink="#eafff0", outline="#0a160e", voiced="no"),
    "golden": Subtitle("none", ink="#fff6dc", serif=True, outline="#5a2a14", soft=True, voiced="no"),
    "sumi": Subtitle(paper="#f6f1e3", ink="#1c1b1c", serif=True, voiced="no", told=("#2a2829", "#f4efe1")),
    "picture_book": Subtitle("none", ink="#4a3426", serif=True, outline="#fbf1da", voiced="no"),
    "ukiyoe": Subtitle(paper="#f0e2bd", ink="#1a1c28", serif=True, told=("#1d3a66", "#f4e8c8")),
    "ghost": Subtitle("none", ink="#dff5ea", serif=True, outline="#02080a", soft=True, voiced="no"),
    "cyberpunk": Subtitle("bar", paper="#0a0424", ink="#7df2ff", border="#ff2fa0", told=("#0a0424", "#ff8ad0"),
                          clear=0.22),
    "old_film": Subtitle("box", paper="#0f0a06", ink="#fbeed0", serif=True, border="#cdb68c", voiced="no",
                         told=("#0f0a06", "#fbeed0")),
    "sports": Subtitle("bar", paper="#10243f", ink="#ffffff", border="#ffd23c", told=("#10243f", "#ffd23c"), clear=0.1),
    "nature": Subtitle("none", ink="#ffffff", serif=True, outline="#14201a", soft=True, voiced="no"),
    "commercial": Subtitle("none", ink="#ffffff", outline="#d81f3c", voiced="outline"),
}  # fmt: skip
