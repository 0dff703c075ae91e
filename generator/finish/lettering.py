"""Names set in type: any script, emoji and right-to-left included, from the fonts that came with the wheels."""

import unicodedata
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import noto_cjk_sans_jp_bold
import pylopdf_fonts_jp
import skia

ELLIPSIS = "…"
SERIF = "Noto Serif JP"
_NEVER_FIRST = ("\u200c", "\u200d", "\ufe0e", "\ufe0f")  # joiners and variants belong to the character before them


def plain(text: str) -> str:
    """`text` on one line: composed, without control, format and private characters, runs of space made one.

    The joiners of emoji and of Persian stay; what could turn the direction of other text around does not.
    """
    composed = unicodedata.normalize("NFC", text)
    spaced = "".join(" " if unicodedata.category(c) in {"Zs", "Zl", "Zp", "Cc"} else c for c in composed)
    kept = (c for c in spaced if c in _NEVER_FIRST or unicodedata.category(c) not in {"Cf", "Co", "Cs"})
    return " ".join("".join(kept).split())


def typeset(
    text: str, size: float, colour: int | skia.Paint = skia.ColorWHITE, *, serif: bool = False
) -> skia.textlayout.Paragraph:
    """One line of `text` at `size` pixels, laid out and ready to `paint(canvas, x, y)`; `LongestLine` is its width.

    `colour` may be a paint, e.g. one that strokes an outline. `serif` sets it in a Ming face.
    """
    families, fonts, unicode = _fonts()
    letters = skia.textlayout.TextStyle()
    letters.setFontFamilies([SERIF, *families] if serif else list(families))
    letters.setFontStyle(skia.FontStyle.Normal() if serif else skia.FontStyle.Bold())
    letters.setFontSize(size)
    if isinstance(colour, skia.Paint):
        letters.setForegroundPaint(colour)
    else:
        letters.setColor(colour)
    style = skia.textlayout.ParagraphStyle()
    style.setTextStyle(letters)
    builder = skia.textlayout.ParagraphBuilder.make(style, fonts, unicode)
    builder.pushStyle(letters)
    builder.addText(text)
    paragraph = builder.Build()
    paragraph.layout(1e5)
    return paragraph


def shortened(text: str, size: float, width: float) -> str:
    """`text`, or as much of its beginning as fits into `width` pixels with an ellipsis after it."""
    if typeset(text, size).LongestLine <= width:
        return text
    fits, too_long = 0, len(text)
    while too_long - fits > 1:  # the width grows with the number of characters, near enough to halve the range
        middle = (fits + too_long) // 2
        if typeset(text[:middle] + ELLIPSIS, size).LongestLine <= width:
            fits = middle
        else:
            too_long = middle
    while fits and (text[fits] in _NEVER_FIRST or unicodedata.combining(text[fits]) or text[fits - 1] == "\u200d"):
        fits -= 1  # never cut an emoji or an accented letter in two
    return text[:fits].rstrip() + ELLIPSIS


@cache
def _fonts() -> tuple[tuple[str, ...], skia.textlayout.FontCollection, skia.Unicode]:
    """Family names in the order they are asked for a glyph, the collection that has them, and ICU."""
    files_only = skia.FontMgr.New_Custom_Empty()  # none of the machine: a film looks the same anywhere
    provider = skia.textlayout.TypefaceFontProvider()
    provider.registerTypeface(files_only.makeFromFile(str(pylopdf_fonts_jp.serif_path())), SERIF)
    families = []
    for path in (Path(str(noto_cjk_sans_jp_bold.FONT_PATH)), *_world_fonts()):
        provider.registerTypeface(files_only.makeFromFile(str(path)), path.stem)
        families.append(path.stem)
    fonts = skia.textlayout.FontCollection()
    fonts.setDefaultFontManager(provider)
    return tuple(families), fonts, skia.Unicodes.ICU.Make()


def _world_fonts() -> list[Path]:
    """Noto Sans of every script in the wheel, then Noto Emoji."""
    with as_file(files("manimgx_fonts")) as folder:
        return [
            *sorted(folder.glob("NotoSans[[]*.ttf")),
            *sorted(folder.glob("NotoSans[A-Z]*.ttf")),
            *folder.glob("NotoEmoji*.ttf"),
        ]
