"""How a puppet stands at one moment: everything that moves, and nothing about why it does."""

from dataclasses import dataclass

from generator.vocabulary import Expression


@dataclass(frozen=True, slots=True)
class Mark:
    """A bit of paper that pops up beside a puppet: a note, a heart, a drop of sweat, or a lettered 「!」.

    `x` runs from the middle of the head in units to the side the puppet faces, `y` upwards from the top of the head,
    both in adult heights; `size` is its height in the same units; `rotation` in degrees, clockwise.
    """

    figure: str
    x: float
    y: float
    size: float = 0.2
    rotation: float = 0.0
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Pose:
    """A puppet at one moment. Lengths are in adult heights, angles in degrees.

    The body: `dx` forwards (the way it faces) and `dy` upwards move it; `rotation` turns it forwards about a point
    `pivot` of its height above the ground; `scale_x` and `scale_y` squash and stretch it about its feet; `lean` shears
    it forwards; `bend` curls the upper part forwards as paper bends. `facing` is 1 for right and -1 for left, and
    passes through 0 while a card is turned over.

    The limbs, where a puppet has them: an arm hangs at 0, points outwards at 90 and up at 180; `near_arm` is on the
    side it faces. An elbow turns the forearm further the same way, so that a hanging arm with its elbow at 90 points
    outwards from there. A leg hangs at 0 and swings forwards at positive angles; a knee folds the shin back. Whatever
    the legs do, the lowest foot stands on the ground, or `dy` above it. `head_tilt` is clockwise as seen.

    Those cut in one piece: `stride` is how far their legs swing (1 for a walk), `flap` how far their wings, tail and
    fins do, and `step` in turns where in its cycle that is.

    The face: `mouth` and `blink` from 0 to 1; `gaze_x` forwards and `gaze_y` upwards from -1 to 1; `turn` moves the
    face on the head, from -1 (looking back) to 1 (forwards).
    """

    dx: float = 0.0
    dy: float = 0.0
    rotation: float = 0.0
    pivot: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    lean: float = 0.0
    bend: float = 0.0
    facing: float = 1.0
    head_tilt: float = 0.0
    head_dy: float = 0.0
    near_arm: float = 8.0
    far_arm: float = 8.0
    near_leg: float = 0.0
    far_leg: float = 0.0
    near_elbow: float = 10.0
    far_elbow: float = 10.0
    near_knee: float = 0.0
    far_knee: float = 0.0
    turn: float = 0.0
    stride: float = 0.0
    flap: float = 0.0
    step: float = 0.0
    mouth: float = 0.0
    voice: float = 0.0  # from 0 to 1: how loud; seen beside those whose mouth cannot open
    blink: float = 0.0
    gaze_x: float = 0.0
    gaze_y: float = 0.0
    expression: Expression = "neutral"
    opacity: float = 1.0
    glow: float = 0.0
    blush: float = 0.0
    tint: str | None = None
    tint_amount: float = 0.0
    prop: str | None = None  # an emoji held in the near hand instead of what the character holds
    prop_rotation: float = 0.0
    prop_dx: float = 0.0
    prop_dy: float = 0.0
    prop_size: float = 1.0
    prop_to_mouth: float = 0.0  # for those without hands: how far what they hold is from before the chest to the mouth
    hides_prop: bool = False  # it has left the hand
    marks: tuple[Mark, ...] = ()
    shadow: float = 1.0  # how strong the shadow on the ground is; less in the air
    mount: str | None = None  # what it stands or sits on: an emoji, or "board" for a surfboard
