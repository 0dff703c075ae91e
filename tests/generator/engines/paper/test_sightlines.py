"""Whom one sees: faces stay in the frame, and captions off the faces of those who speak, whatever was asked for."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import skia

from core.screenplay import parse
from generator.director.direct import direct
from generator.engines.paper.camera import keystone, lens_for, view_at
from generator.engines.paper.captions import Captions
from generator.engines.paper.cast import Company
from generator.engines.paper.puppet import Puppet
from generator.storyboard import Shot, Storyboard
from generator.vocabulary import Orientation

_SIZES: dict[Orientation, tuple[int, int]] = {"portrait": (720, 1280), "landscape": (1280, 720), "square": (720, 720)}
_LOOKS = 7  # moments of a shot
_ON_THE_WAY = {"enter", "leave", "flee", "chase", "fly", "approach", "run"}

PROMPTS = [
    "公園で女の子と猫が話す。女の子「こんにちは」猫「にゃあ」女の子「元気?」",
    "熊とうさぎときつねが森で踊る。熊「たのしいね!」うさぎ「うん!」",
    'A giraffe and a mouse argue. The giraffe says "You are too small". The mouse says "You are too tall".',
    "Three penguins and a polar bear sing together on the ice",
    "おばあさんが孫に昔話を話す。「むかしむかし、あるところに、おじいさんとおばあさんがいました」",
    "侍と忍者が城で戦う",
    "宇宙飛行士が月でジャンプする。「これは小さな一歩だ」",
    'a detective whispers "Who did it?" to a cat in the rain',
    'A dragon flies over a castle while a princess waves and shouts "Come back!"',
    "カエルが池で歌う。「ケロケロ」",
    "恋人たちが夕日の海で抱き合う。「愛してる」「私も」",
    "先生が黒板の前で話す。生徒が手を挙げる。生徒「はい!」",
    'A whale swims. A diver says "Wow".',
    "二人の力士がぶつかる。俯瞰。",
    "女の子が熊に「おはよう」と言う。ローアングル。",
    "女の子が熊に手を振る。肩越し。女の子「やあ」熊「こんにちは」",
    "ロボットが箱を押す。ズームイン。",
    "猫が屋根の上で踊る。手持ちカメラ。「最高だ」",
    "公園で女の子が熊に手を振る。主観ショット。",
    "庭で犬が「ワン」と言う。猫が「にゃあ」と言う。ピン送り。",
    "警官が泥棒に「待て」と言う。監視カメラ。",
]


@dataclass(frozen=True, slots=True)
class Sight:
    """Somebody's face in a frame at a moment; `caption` is how high captions reach."""

    shot: Shot
    t: float
    id: str
    face: skia.Rect
    speaks: bool
    caption: float


def sights(board: Storyboard, width: int, height: int) -> Iterator[Sight]:
    puppets = {who.id: Puppet(who, board.style, board.seed + 31 * at) for at, who in enumerate(board.cast)}
    captions = Captions(board, width, height)
    for shot in board.shots:
        lens = lens_for(width, height, len(shot.cast))
        company = Company(board, shot, lens, puppets, (), "ground")
        lean = keystone(shot, width, height)
        for look in range(_LOOKS):
            t = shot.start + shot.seconds * (look + 0.5) / _LOOKS
            view = view_at(shot, t, lens, company.held(t), board.seed)
            speakers = {line.speaker for line in board.lines if line.start <= t < line.start + line.seconds}
            for id, face in company.faces(view, t).items():
                yield Sight(shot, t, id, lean.mapRect(face) if lean else face, id in speakers, captions.top(t))


@pytest.mark.parametrize("orientation", list(_SIZES))
@pytest.mark.parametrize("prompt", PROMPTS)
def test_faces_are_in_the_frame_and_captions_not_on_them(prompt: str, orientation: Orientation) -> None:
    width, height = _SIZES[orientation]
    board = direct(parse(prompt), seed=3, orientation=orientation)
    slack = 0.02 * width
    for sight in sights(board, width, height):
        doing = {act.action for act in sight.shot.acts if act.character == sight.id}
        if sight.speaks or (sight.id == sight.shot.focus and not doing & _ON_THE_WAY):
            assert -slack <= sight.face.left(), sight
            assert sight.face.right() <= width + slack, sight
            assert sight.face.top() >= -slack, sight
        if sight.speaks:
            assert sight.face.bottom() <= sight.caption + 0.01 * height, sight


def test_in_a_wide_shot_everybody_is_seen() -> None:
    board = direct(parse("Three penguins and a polar bear sing together on the ice"), seed=3)
    wide = [sight for sight in sights(board, 720, 1280) if sight.shot.framing == "wide"]
    assert {sight.id for sight in wide} == {who.id for who in board.cast}
    assert all(sight.face.left() >= -15 and sight.face.right() <= 735 for sight in wide)
