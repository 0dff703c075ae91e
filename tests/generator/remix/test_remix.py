"""What was asked for changes; everything else stays, exactly."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.refusals import BadInput
from generator.director.asjson import as_json
from generator.director.casting import MOST
from generator.director.fromjson import from_json
from generator.remix.remix import remix
from generator.storyboard import Act, Presence, Storyboard
from tests.generator.remix.films import PROMPTS, film
from tests.generator.storyboard_rules import broken_rules

Test = Callable[[Storyboard], object]

BEAR, WALK, DANCE, ENGLISH, KITCHEN, CATS = range(6)


def concepts(board: Storyboard) -> list[str]:
    return [who.concept for who in board.cast]


def places(board: Storyboard) -> set[str]:
    return {shot.place for shot in board.shots}


def actions(board: Storyboard, concept: str) -> set[str]:
    ids = {who.id for who in board.cast if who.concept == concept}
    return {act.action for shot in board.shots for act in shot.acts if act.character in ids}


def texts(board: Storyboard) -> list[str]:
    return [line.text for line in board.lines]


ASKED: list[tuple[int, str, Test]] = [
    (BEAR, "熊をゴリラにして", lambda b: sorted(concepts(b)) == ["doll", "gorilla"]),
    (BEAR, "クマじゃなくてゴリラにしてや", lambda b: "gorilla" in concepts(b) and "bear" not in concepts(b)),
    (BEAR, "熊やのうてゴリラで頼むわ", lambda b: "gorilla" in concepts(b)),
    (BEAR, "熊のかわりにゴリラ", lambda b: "gorilla" in concepts(b)),
    (BEAR, "熊→ゴリラ", lambda b: "gorilla" in concepts(b)),
    (BEAR, "🐻→🦍", lambda b: "gorilla" in concepts(b)),
    (BEAR, "くまさんをパンダさんに変えてくれへん?", lambda b: "panda" in concepts(b)),
    (BEAR, "「熊」を「ゴリラ」に", lambda b: "gorilla" in concepts(b)),
    (BEAR, "熊はゴリラに、人形は猫に", lambda b: sorted(concepts(b)) == ["cat", "gorilla"]),
    (BEAR, "熊を赤いゴリラにして", lambda b: any(w.concept == "gorilla" and w.colour == "#d23c38" for w in b.cast)),
    (BEAR, "クマさんゴリラさんにしてちょうだい", lambda b: sorted(concepts(b)) == ["doll", "gorilla"]),
    (BEAR, "熊じゃなくて、ゴリラで", lambda b: sorted(concepts(b)) == ["doll", "gorilla"]),
    (BEAR, "全員ゴリラにして", lambda b: concepts(b) == ["gorilla", "gorilla"]),
    (BEAR, "no bear, use a tiger", lambda b: sorted(concepts(b)) == ["doll", "tiger"]),
    (ENGLISH, "instead of the bear, a gorilla", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "wait make the bear a dinosaur lol", lambda b: concepts(b) == ["dinosaur", "cat"]),
    (ENGLISH, "I want a dragon in it", lambda b: concepts(b)[2:] == ["dragon"]),
    (ENGLISH, "same thing but with a gorilla", lambda b: concepts(b)[2:] == ["gorilla"]),
    (BEAR, "熊いらん", lambda b: concepts(b) == ["doll"]),
    (BEAR, "人形を消して", lambda b: concepts(b) == ["bear"]),
    (BEAR, "人形なしで", lambda b: concepts(b) == ["bear"]),
    (DANCE, "ゴリラにして", lambda b: concepts(b) == ["gorilla"]),
    (DANCE, "猫も出して", lambda b: concepts(b) == ["bear", "cat"]),
    (DANCE, "踊る猫を二匹追加して", lambda b: concepts(b) == ["bear", "cat", "cat"] and actions(b, "cat") == {"dance"}),
    (DANCE, "猫と犬を足して", lambda b: concepts(b) == ["bear", "cat", "dog"]),
    (DANCE, "夜にして", lambda b: {s.time_of_day for s in b.shots} == {"night"}),
    (DANCE, "舞台を宇宙に変えて", lambda b: places(b) == {"space"}),
    (DANCE, "公園を海岸に", lambda b: places(b) == {"beach"}),
    (DANCE, "雪を降らせて", lambda b: {s.weather for s in b.shots} == {"snow"}),
    (WALK, "雨やめて", lambda b: {s.weather for s in b.shots} == {"clear"}),
    (WALK, "雨を雪に", lambda b: {s.weather for s in b.shots} == {"snow"}),
    (DANCE, "アニメ風にしてください", lambda b: b.style == "anime"),
    (DANCE, "もっと悲しくして", lambda b: b.music == "sad"),
    (DANCE, "音楽なしで", lambda b: b.music == "none"),
    (DANCE, "クローズアップにして", lambda b: {s.framing for s in b.shots} == {"close"}),
    (DANCE, "ズームインして", lambda b: {s.camera for s in b.shots} == {"zoom_in"}),
    (BEAR, "最後だけ夜明けにして", lambda b: [s.time_of_day == "morning" for s in b.shots] == [False, False, True]),
    (DANCE, "10秒にして", lambda b: b.seconds == 10),
    (DANCE, "もっと短く", lambda b: b.seconds < 6),
    (DANCE, "長めにして", lambda b: b.seconds > 6),
    (DANCE, "2倍速で", lambda b: b.seconds == 3),
    (DANCE, "スローモーションにして", lambda b: all(s.slow for s in b.shots)),
    (DANCE, "横長にして", lambda b: b.orientation == "landscape"),
    (DANCE, "熊に帽子をかぶせて", lambda b: "hat" in b.cast[0].wears or b.cast[0].wears != ()),
    (DANCE, "熊を小さくして", lambda b: b.cast[0].scale < 1),
    (DANCE, "熊を青くして", lambda b: b.cast[0].colour == "#3f74b5"),
    (DANCE, "熊を走らせて", lambda b: actions(b, "bear") == {"run"}),
    (DANCE, "踊る代わりに歌って", lambda b: actions(b, "bear") == {"sing"}),
    (DANCE, "熊の名前をゴンにして", lambda b: b.cast[0].label == "ゴン"),
    (DANCE, "タイトルを「森の舞踏会」にして", lambda b: b.title == "森の舞踏会"),
    (DANCE, "熊に「見てて!」と言わせて", lambda b: texts(b) == ["見てて!"]),
    (WALK, "「寒いね」を「暑いね」にして", lambda b: texts(b) == ["暑いね", "こんにちは"]),
    (WALK, "猫のセリフを「眠い」にして", lambda b: texts(b) == ["眠い", "こんにちは"]),
    (WALK, "2番目のセリフを「バイバイ」に変えて", lambda b: texts(b) == ["寒いね", "バイバイ"]),
    (WALK, "「寒いね」を消して", lambda b: texts(b) == ["こんにちは"]),
    (WALK, "セリフなしで", lambda b: texts(b) == []),
    (WALK, "英語にして", lambda b: texts(b) == ["It's cold.", "Hello!"] and b.language == "en"),
    (DANCE, "別テイク", lambda b: b.seed == 99),
    (DANCE, "もう一回", lambda b: b.seed == 99),
    (BEAR, "熊をゴリラにして、夜を朝に、雪を降らせて、もっと短く",
     lambda b: "gorilla" in concepts(b) and b.shots[0].weather == "snow" and b.shots[0].time_of_day == "morning"),
    (BEAR, "熊をゴリラにして朝にして", lambda b: "gorilla" in concepts(b) and b.shots[0].time_of_day == "morning"),
    (ENGLISH, "make the bear a gorilla", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "Please turn the bear into a gorilla!", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "replace bear with gorilla", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "swap the bear for a red panda", lambda b: concepts(b)[1] == "cat" and "bear" not in concepts(b)),
    (ENGLISH, "gorilla instead of bear", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "bear -> gorilla", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "what if the bear was a gorilla?", lambda b: concepts(b) == ["gorilla", "cat"]),
    (ENGLISH, "can you make the bear a gorilla and the cat a dog", lambda b: concepts(b) == ["gorilla", "dog"]),
    (ENGLISH, "remove the cat", lambda b: concepts(b) == ["bear"]),
    (ENGLISH, "lose the cat", lambda b: concepts(b) == ["bear"]),
    (ENGLISH, "no cat", lambda b: concepts(b) == ["bear"]),
    (ENGLISH, "add a dancing penguin", lambda b: concepts(b)[2:] == ["penguin"] and actions(b, "penguin") == {"dance"}),
    (ENGLISH, "add two dogs", lambda b: concepts(b)[2:] == ["dog", "dog"]),
    (ENGLISH, "make it snow", lambda b: {s.weather for s in b.shots} == {"snow"}),
    (ENGLISH, "set it in space", lambda b: places(b) == {"space"}),
    (ENGLISH, "at the beach", lambda b: places(b) == {"beach"}),
    (ENGLISH, "change the forest to a beach", lambda b: places(b) == {"beach"}),
    (ENGLISH, "make it daytime", lambda b: {s.time_of_day for s in b.shots} == {"day"}),
    (ENGLISH, "film noir style", lambda b: b.style == "noir"),
    (ENGLISH, "make it scarier", lambda b: b.music in ("tense", "scary")),
    (ENGLISH, "no music", lambda b: b.music == "none"),
    (ENGLISH, "close-up on the cat", lambda b: "close" in {s.framing for s in b.shots}),
    (ENGLISH, "low angle in the last shot", lambda b: b.shots[-1].angle == "low"),
    (ENGLISH, "make it 12 seconds", lambda b: b.seconds == 12),
    (ENGLISH, "twice as long", lambda b: b.seconds == pytest.approx(2 * film(ENGLISH).seconds, abs=0.1)),
    (ENGLISH, "speed it up", lambda b: b.seconds < film(ENGLISH).seconds),
    (ENGLISH, "make it vertical", lambda b: b.orientation == "portrait"),
    (ENGLISH, "give the bear a hat", lambda b: b.cast[0].wears != film(ENGLISH).cast[0].wears),
    (ENGLISH, "make the cat dance", lambda b: "dance" in actions(b, "cat")),
    (ENGLISH, "make the cat blue", lambda b: b.cast[1].colour == "#3f74b5"),
    (ENGLISH, "rename the bear to Bruno", lambda b: b.cast[0].label == "Bruno"),
    (ENGLISH, 'call it "The Meeting"', lambda b: b.title == "The Meeting"),
    (ENGLISH, 'change "Hello!" to "Goodbye!"', lambda b: texts(b) == ["Goodbye!"]),
    (ENGLISH, 'make the bear say "Boo!" instead', lambda b: texts(b) == ["Boo!"]),
    (ENGLISH, "remove the dialogue", lambda b: texts(b) == []),
    (ENGLISH, "in Japanese", lambda b: texts(b) == ["こんにちは!"] and b.cast[0].label == "熊"),
    (ENGLISH, "another take", lambda b: b.seed == 99),
    (WALK, "傘をギターにして", lambda b: "umbrella" not in str(b.shots) and "guitar" in str(b.shots)),
    (KITCHEN, "the girl is a boy", lambda b: concepts(b) == ["boy", "robot"]),
]  # fmt: skip


@pytest.mark.parametrize(("number", "instruction", "holds"), ASKED, ids=[asked[1] for asked in ASKED])
def test_an_instruction_changes_what_it_says(number: int, instruction: str, holds: Test) -> None:
    parent = film(number)

    child = remix(parent, instruction, take=99)

    assert holds(child), [(note.message, note.params) for note in child.notes]
    assert not [note for note in child.notes if note.message == "remix-not-understood"]
    assert broken_rules(child) == []


def test_what_was_understood_and_what_was_not_are_said() -> None:
    child = remix(film(BEAR), "熊をゴリラにして、ふがほげして", take=1)

    said = [(note.message, dict(note.params)) for note in child.notes]
    assert said == [
        ("remix-replaced", {"old": "熊", "new": "ゴリラ"}),
        ("remix-rest-stays", {}),
        ("remix-not-understood", {"words": "ふがほげして"}),
    ]


@pytest.mark.parametrize(
    ("instruction", "message"),
    [
        ("ふがほげ", "refusal-remix-not-understood"),
        ("blorp the fnord", "refusal-remix-not-understood"),
        ("", "refusal-remix-not-understood"),
        ("ライオンをゴリラにして", "refusal-remix-nobody"),
        ("make the lion a gorilla", "refusal-remix-nobody"),
        ("「さようなら」を「やあ」にして", "refusal-remix-no-such-line"),
        ("9番目のショットを夜に", "refusal-remix-no-such-shot"),
        ("熊を消して", "refusal-remix-stage-empty"),
    ],
)
def test_what_cannot_be_done_is_refused_and_says_why(instruction: str, message: str) -> None:
    with pytest.raises(BadInput) as refused:
        remix(film(DANCE), instruction, take=1)
    assert refused.value.message == message


# --- the rest stays -----------------------------------------------------------------------------------------------


def track(board: Storyboard, id: str) -> tuple[list[Presence], list[Act], list[object], object]:
    """All that one character is, does and says, wherever it stands in the film."""
    return (
        [one for shot in board.shots for one in shot.cast if one.character == id],
        [act for shot in board.shots for act in shot.acts if act.character == id],
        [line for line in board.lines if line.speaker == id],
        next((who for who in board.cast if who.id == id), None),
    )


def stage(board: Storyboard) -> list[object]:
    """Every shot but for who is in it."""
    return [replace(shot, cast=(), acts=(), focus=None) for shot in board.shots]


NEW = ["ゴリラ", "パンダ", "赤い鬼", "ロボット", "女の子", "kappa-kun", "象"]
films = st.builds(film, st.integers(0, len(PROMPTS) - 1), st.integers(0, 5))


@given(films, st.data())
@settings(max_examples=60, deadline=None)
def test_replacing_one_leaves_all_others_their_tracks_and_the_stage(parent: Storyboard, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(parent.cast))
    new = data.draw(st.sampled_from(NEW))

    child = remix(
        parent, f"「{old.label}」を「{new}」にして" if not old.label.isascii() else f"{old.label} → {new}", take=7
    )

    named = {who.id for who in parent.cast if who.concept == old.concept}
    assert stage(child) == stage(parent)
    assert replace(child, cast=(), title="", notes=()) == replace(parent, cast=(), title="", notes=())
    for who in parent.cast:
        if who.id not in named:
            assert track(child, who.id) == track(parent, who.id)


@given(films, st.data())
@settings(max_examples=60, deadline=None)
def test_removing_one_leaves_the_others_where_they_are(parent: Storyboard, data: st.DataObject) -> None:
    old = data.draw(st.sampled_from(parent.cast))
    named = {who.id for who in parent.cast if who.concept == old.concept}
    if len(named) == len(parent.cast):
        return
    child = remix(parent, f"{old.label}を消して" if not old.label.isascii() else f"remove the {old.label}", take=7)

    assert {who.id for who in child.cast} == {who.id for who in parent.cast} - named
    for who in child.cast:
        there, acts, lines, self_ = track(child, who.id)
        was_there, did, said, was = track(parent, who.id)
        assert (there, lines, self_) == (was_there, said, was)
        assert [(act.start, act.seconds) for act in acts] == [(act.start, act.seconds) for act in did]
        assert [act for act in did if act.target not in named] == [
            now for now, before in zip(acts, did, strict=True) if before.target not in named
        ]


SETTINGS = [
    "夜にして",
    "雪を降らせて",
    "アニメ風で",
    "もっと悲しく",
    "ズームアウトで",
    "at noon",
    "in black and white",
    "make it foggy",
]


@given(films, st.sampled_from(SETTINGS))
@settings(max_examples=50, deadline=None)
def test_another_setting_leaves_everybody_alone(parent: Storyboard, instruction: str) -> None:
    child = remix(parent, instruction, take=7)

    assert child.cast == parent.cast
    assert child.lines == parent.lines
    assert [(shot.cast, shot.acts, shot.start, shot.seconds) for shot in child.shots] == [
        (shot.cast, shot.acts, shot.start, shot.seconds) for shot in parent.shots
    ]
    assert (child.seed, child.troupe, child.title) == (parent.seed, parent.troupe, parent.title)


CHAIN = [
    *SETTINGS, "猫も出して", "もっと短く", "別テイク", "add a penguin", "みんなを赤くして",
    "全員踊らせて", "英語にして", "slower", "ゴリラにして", "横長で",
]  # fmt: skip


@given(films, st.lists(st.sampled_from(CHAIN), min_size=1, max_size=5))
@settings(max_examples=60, deadline=None)
def test_a_remix_of_a_remix_works_and_can_be_kept(parent: Storyboard, instructions: list[str]) -> None:
    board = parent
    for number, instruction in enumerate(instructions):
        if len(board.cast) >= MOST and instruction in ("猫も出して", "add a penguin"):
            continue
        board = remix(board, instruction, take=100 + number)
        assert from_json(as_json(board)) == board
        assert broken_rules(board) == []


@given(st.text(max_size=60))
@settings(max_examples=150, deadline=None)
def test_any_words_are_either_done_or_refused(words: str) -> None:
    try:
        child = remix(film(WALK), words, take=5)
    except BadInput:
        return
    assert child.notes
    assert broken_rules(child) == []
