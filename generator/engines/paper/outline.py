"""Outlines of emoji: the contours that Noto Emoji (OFL) draws for a sequence, joiners and all.

skia-python shapes text only in paragraphs, which can be painted but not asked for their outlines. An SVG canvas that
turns text into paths gives them back, with ligatures such as 🐻‍❄️ resolved.
"""

import re
from functools import cache, lru_cache
from importlib.resources import as_file, files

import skia

WEIGHT = 560.0  # of 300 to 700: firm enough for ink that is seen small, fine enough that eyes stay eyes
_EM = 1000.0
_WIDEST = 1.6 * _EM  # one picture advances by about 1.27 em; more means that the font did not join the sequence
_WEIGHT_AXIS = int.from_bytes(b"wght", "big")
_FAMILY = "ink"
_PLAIN_TEXT_AS_PATHS = 1  # SkSVGCanvas::kConvertTextToPaths_Flag
_TOKEN = re.compile(r"[MLQCHVZ]|-?\d+(?:\.\d+)?(?:e-?\d+)?")


@cache
def typeface() -> skia.Typeface:
    """Noto Emoji at our weight."""
    with as_file(files("manimgx_fonts") / "NotoEmoji[wght].ttf") as path:
        face = skia.FontMgr.New_Custom_Empty().makeFromFile(str(path))
    position = skia.FontArguments.VariationPosition
    arguments = skia.FontArguments()
    arguments.setVariationDesignPosition(position(position.Coordinates([position.Coordinate(_WEIGHT_AXIS, WEIGHT)])))
    return face.makeClone(arguments)


@lru_cache(maxsize=512)
def contours(emoji: str) -> tuple[skia.Path, ...]:
    """The closed contours of `emoji`, y down, in an em of 1000; empty if the font has no picture for it.

    A sequence that the font does not join (a new profession) falls back to its first picture.
    """
    if not emoji or typeface().unicharToGlyph(ord(emoji[0])) == 0:
        return ()
    data, advance = _shaped(emoji)
    if advance > _WIDEST and "\u200d" in emoji:
        data, advance = _shaped(emoji.split("\u200d", maxsplit=1)[0])
    return tuple(_split(data))


def _shaped(emoji: str) -> tuple[str, float]:
    """The SVG path data of `emoji`, and how far it moves the pen."""
    families, fonts, unicode = _shaper()
    style = skia.textlayout.TextStyle()
    style.setFontFamilies(families)
    style.setFontSize(_EM)
    page = skia.textlayout.ParagraphStyle()
    page.setTextStyle(style)
    builder = skia.textlayout.ParagraphBuilder.make(page, fonts, unicode)
    builder.pushStyle(style)
    builder.addText(emoji)
    paragraph = builder.Build()
    paragraph.layout(1e5)
    stream = skia.DynamicMemoryWStream()
    canvas = skia.SVGCanvas.Make(skia.Rect.MakeWH(1e4, 1e4), stream, _PLAIN_TEXT_AS_PATHS)
    paragraph.paint(canvas, 0, 0)
    del canvas  # it writes when it goes
    return " ".join(re.findall(r'\sd="([^"]+)"', bytes(stream.detachAsData()).decode())), paragraph.LongestLine


@cache
def _shaper() -> tuple[list[str], skia.textlayout.FontCollection, skia.Unicode]:
    provider = skia.textlayout.TypefaceFontProvider()
    provider.registerTypeface(typeface(), _FAMILY)
    fonts = skia.textlayout.FontCollection()
    fonts.setDefaultFontManager(provider)
    return [_FAMILY], fonts, skia.Unicodes.ICU.Make()


def _split(data: str) -> list[skia.Path]:
    """The contours of SVG path data as Skia writes it: absolute M, L, H, V, Q, C and Z only."""
    done: list[skia.Path] = []
    path, x, y = skia.Path(), 0.0, 0.0
    tokens = _TOKEN.findall(data)
    at, command = 0, "M"
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
            if command == "Z":
                path.close()
                done.append(path)
                path = skia.Path()
            continue
        count = {"M": 2, "L": 2, "H": 1, "V": 1, "Q": 4, "C": 6}[command]
        numbers = [float(token) for token in tokens[at : at + count]]
        at += count
        if command == "H":
            numbers = [numbers[0], y]
        elif command == "V":
            numbers = [x, numbers[0]]
        x, y = numbers[-2:]
        draw = {"M": path.moveTo, "Q": path.quadTo, "C": path.cubicTo}.get(command, path.lineTo)
        draw(*numbers)
    if not path.isEmpty():
        path.close()
        done.append(path)
    return done
