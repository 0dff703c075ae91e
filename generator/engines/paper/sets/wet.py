"""Wet ground: under rain the set stands on its head in the street, sharpest in the puddles."""

from dataclasses import replace
from math import ceil

import skia

from generator.engines.paper.colours import skia_colour
from generator.engines.paper.sets.brush import GROUND, HORIZON, PERIOD, TOP, Brush, Layer, Scenery

_LINE = HORIZON - 0.1  # height about which things are mirrored: where walls meet the ground
_SQUEEZE = 0.72  # a mirrored thing is this much as tall, for we look at it from above
_PAVED, _EARTH, _PUDDLE = 0.4, 0.04, 0.85  # how much of the mirror shows on wet stone, on earth and in puddles
_COARSE = (
    110.0,
    64.0,
)  # pixels an adult height of the mirror, across and down: being scaled up blurs it, as ripples do


def with_wet_ground(scenery: Scenery, *, wet: bool) -> Scenery:
    """`scenery` with its mirror image in the ground, where it stands on ground under the open sky and it is `wet`."""
    if not wet or scenery.indoors or scenery.floor != "ground":
        return scenery
    *far, ground = scenery.back

    def paint(b: Brush) -> None:
        ground.paint(b)
        _mirror(b, scenery.back, _PAVED if scenery.paved else _EARTH)

    return replace(scenery, back=(*far, Layer(ground.near, paint)))


def _mirror(b: Brush, layers: tuple[Layer, ...], sheen: float) -> None:
    """Lay the mirror image of `layers`, of which `b` paints the last, over the ground; `sheen` of it is all over."""
    ground = skia.Rect.MakeLTRB(-PERIOD / 2, -_LINE, PERIOD / 2, -GROUND)
    canvas = b.canvas
    canvas.save()
    canvas.clipRect(ground)
    ends = [skia.Point(0, -_LINE), skia.Point(0, -b.low)]
    dark = skia.GradientShader.MakeLinear(
        points=ends, colors=[skia_colour("#1c2338", 0.1), skia_colour("#1c2338", 0.4)]
    )
    canvas.drawRect(ground, skia.Paint(Shader=dark))
    canvas.saveLayer(None, None)
    smooth = skia.SamplingOptions(skia.CubicResampler.Mitchell())
    canvas.drawImageRect(_mirrored(b, layers, ground), ground, smooth)
    canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kDstIn))
    canvas.drawRect(ground, skia.Paint(Color=skia_colour("#ffffff", sheen)))
    soft = skia.Paint(
        AntiAlias=True, Color=skia_colour("#ffffff", _PUDDLE),
        MaskFilter=skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.008),
    )  # fmt: skip
    for x in b.spread(0.4, 0.5):
        y = b.dice.uniform(b.low + 0.03, _LINE - 0.14)
        wide = b.dice.uniform(0.12, 0.26) * (1 + 0.6 * (_LINE - y))
        for dx, share in ((0.0, 1.0), (0.7, 0.55)):
            at, half, high = x + dx * wide, share * wide, 0.16 * share * wide
            canvas.drawOval(skia.Rect.MakeLTRB(at - half, -y - high, at + half, -y + high), soft)
    canvas.restore()
    canvas.restore()
    canvas.restore()


def _mirrored(b: Brush, layers: tuple[Layer, ...], ground: skia.Rect) -> skia.Image:
    """`layers` upside down in `ground`, coarsely."""
    across, down = _COARSE
    surface = skia.Surface(ceil(ground.width() * across), ceil(ground.height() * down))
    with surface as canvas:
        canvas.scale(across, down)
        canvas.translate(-ground.left(), -ground.top())
        canvas.translate(0, -_LINE * (1 + _SQUEEZE))
        canvas.scale(1, -_SQUEEZE)
        for number, layer in enumerate(layers):
            canvas.drawPicture(_recorded(b, layer, number - len(layers) + 1))
    return surface.makeImageSnapshot()


def _recorded(b: Brush, layer: Layer, offset: int) -> skia.Picture:
    """`layer` as the set's own brush paints it; `offset` says how many layers before `b`'s it lies (0 or less)."""
    recorder = skia.PictureRecorder()
    canvas = recorder.beginRecording(skia.Rect.MakeLTRB(-PERIOD, -TOP, PERIOD, -GROUND))
    layer.paint(Brush(canvas, b.light, b.seed + 17 * offset, b.indoors, b.half, b.top, b.theme))
    return recorder.finishRecordingAsPicture()
