"""A focus that is pulled: first one is sharp, then another, and the set is never quite."""

import skia

from generator.engines.paper.cast import Softness
from generator.engines.paper.easing import between, ease
from generator.storyboard import Shot

_SOFT = 0.011  # of the shorter edge: how far what is out of focus spreads
_PULL = (0.4, 0.62)  # of the shot: from when to when the focus is pulled


class FocusPull:
    """The focus of one shot on a canvas of `width` by `height` pixels, from the others to whom the shot is about.

    Where nobody else is there, it is pulled from the set to that one.
    """

    def __init__(self, shot: Shot, width: int, height: int, back: skia.Image | None) -> None:
        self._shot = shot
        self._reach = _SOFT * min(width, height)
        self._blurred = _blurred(back, self._reach) if back is not None else None

    def softness(self, t: float) -> Softness:
        """How far everybody is out of focus at film time `t`, in pixels."""
        pulled = self._pulled(t)

        def soft(id: str) -> float:
            return self._reach * (1 - pulled if id == self._shot.focus else pulled)

        return soft

    def draw_set(self, canvas: skia.Canvas, t: float) -> None:
        """Draw over the sharp set how soft it is at film time `t`."""
        if self._blurred is None:
            return
        alone = len(self._shot.cast) < 2
        opacity = self._pulled(t) if alone else 0.85
        if opacity > 0.01:
            canvas.drawImage(self._blurred, 0, 0, skia.SamplingOptions(), skia.Paint(Alphaf=opacity))

    def _pulled(self, t: float) -> float:
        return ease(between((t - self._shot.start) / self._shot.seconds, *_PULL))


def _blurred(picture: skia.Image, reach: float) -> skia.Image:
    surface = skia.Surface(picture.width(), picture.height())
    with surface as canvas:
        blur = skia.ImageFilters.Blur(reach, reach, skia.TileMode.kClamp)
        canvas.drawImage(picture, 0, 0, skia.SamplingOptions(), skia.Paint(ImageFilter=blur))
    return surface.makeImageSnapshot()
