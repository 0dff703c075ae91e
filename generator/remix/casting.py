"""Another cast: somebody replaced, added, removed, called otherwise or looking otherwise. Nobody else moves."""

from dataclasses import replace

from core.screenplay.model import Mend
from generator.director.casting import figure_of
from generator.lexicon.lexicon import concept, lexicon
from generator.remix.changes import Add, Give, Look, Noun, Remove, Rename, Replace
from generator.remix.players import Impossible, cast_as, meant, new_ids, recast, retitled, somebody, with_character
from generator.remix.shots import changed, numbers
from generator.storyboard import Act, Character, Presence, Shot, Storyboard

_SPOTS = (0.0, 0.5, -0.5, 0.72, -0.72, 0.25, -0.25, 0.86, -0.86, 0.1, -0.1, 0.36, -0.36, 0.6, -0.6)
_FLYING = 0.42  # of the height, as directors have birds
_FLOATING = frozenset({"underwater", "space", "sky"})

Said = tuple[Mend, ...]


def replaced(board: Storyboard, change: Replace) -> tuple[Storyboard, Said]:
    """Somebody else plays the part; or another thing stands where one stood."""
    found = meant(board, change.old)
    if not found and change.old is not None:
        return _exchanged(board, change.old, change.new)
    if not found:
        raise Impossible("remix-nobody", who=change.new.label)
    named = change.old is not None and change.old.means == "named"
    old = change.old.label if change.old and named else ", ".join(dict.fromkeys(who.label for who in found))
    title = board.title
    for who in found:
        new = recast(board, who, change.new)
        board = with_character(board, new)
        title = retitled(retitled(title, who.label, new.label), old, new.label)
    return replace(board, title=title), (Mend("remix-replaced", (("old", old), ("new", change.new.label))),)


def _exchanged(board: Storyboard, old: Noun, new: Noun) -> tuple[Storyboard, Said]:
    """Things: what is held, worn, thrown, or stands about."""
    figure = figure_of(new.name, new.label)
    count = 0

    def other(names: tuple[str, ...]) -> tuple[str, ...]:
        nonlocal count
        count += names.count(old.name)
        return tuple(dict.fromkeys(new.name if name == old.name else name for name in names))

    def act(one: Act) -> Act:
        nonlocal count
        if one.prop != old.name:
            return one
        count += 1
        return replace(one, prop=new.name, prop_figure=figure)

    def shot(one: Shot) -> Shot:
        nonlocal count
        count += sum(name == old.name for name, _ in one.dressing)
        dressing = tuple((new.name, figure or "") if name == old.name else (name, sign) for name, sign in one.dressing)
        return replace(one, acts=tuple(act(each) for each in one.acts), dressing=dressing)

    cast = tuple(replace(who, wears=other(who.wears), holds=other(who.holds)) for who in board.cast)
    shots = tuple(shot(one) for one in board.shots)
    if not count:
        raise Impossible("remix-nobody", who=old.label)
    title = retitled(board.title, old.label, new.label)
    return replace(board, cast=cast, shots=shots, title=title), (
        Mend("remix-replaced", (("old", old.label), ("new", new.label))),
    )


def added(board: Storyboard, change: Add) -> tuple[Storyboard, Said]:
    """Somebody more on stage where there is most room; a thing stands about."""
    said = (Mend("remix-added", (("who", change.noun.label),)),)
    known = concept(change.noun.name)
    if known is not None and not known.living and known.kind != "vehicle" and change.action is None:
        figure = figure_of(change.noun.name, change.noun.label)
        if figure is not None:
            thing = (change.noun.name, figure)
            return changed(board, change.where, lambda shot: replace(shot, dressing=(*shot.dressing, thing))), said
    members = known.members if known is not None else ()
    for number, id in enumerate(new_ids(board, max(change.noun.count, len(members)))):
        who = cast_as(board, id, change.noun, number)
        board = replace(board, cast=(*board.cast, who))
        chosen = numbers(board, change.where)
        shots = tuple(_joined(shot, who, change) if at in chosen else shot for at, shot in enumerate(board.shots))
        board = replace(board, shots=shots)
    return board, said


def _joined(shot: Shot, who: Character, change: Add) -> Shot:
    known = concept(who.concept)
    x = _free_spot(shot)
    y = 0.28 if shot.place in _FLOATING else _FLYING if known is not None and known.flies else 0.0
    if change.action in ("fly", "float"):
        y = max(y, _FLYING)
    there = Presence(who.id, x, depth=0.3, y=y, facing="left" if x > 0 else "right")
    doing = (Act(who.id, change.action, shot.start, shot.seconds),) if change.action else ()
    framing = shot.framing
    if framing == "two_shot":
        framing = "wide"  # now they are three
    elif framing == "medium" and len(shot.cast) == 1:
        framing = "two_shot"  # else the newcomer would be cut in two by the frame
    return replace(shot, cast=(*shot.cast, there), acts=(*shot.acts, *doing), framing=framing)


def _free_spot(shot: Shot) -> float:
    """Where the nearest of the others is farthest, as near the middle as that goes."""
    taken = [presence.x for presence in shot.cast]
    if not taken:
        return 0.0
    return max(_SPOTS, key=lambda x: (round(min(min(abs(x - other) for other in taken), 0.5), 2), -abs(x)))


def removed(board: Storyboard, change: Remove) -> tuple[Storyboard, Said]:
    """Somebody is gone with all that they do and say; or a thing is."""
    label = change.noun.label
    found = meant(board, change.noun) if change.owner is None else []
    if not found:
        return _put_away(board, change)
    if change.where.shot is None and len(found) == len(board.cast):
        raise Impossible("remix-stage-empty", who=label)
    ids = {who.id for who in found}
    board = changed(board, change.where, lambda shot: _without(shot, ids))
    spans = [
        (board.shots[at].start, board.shots[at].start + board.shots[at].seconds) for at in numbers(board, change.where)
    ]
    lines = tuple(
        line
        for line in board.lines
        if line.speaker not in ids or not any(start - 0.02 <= line.start < end - 0.02 for start, end in spans)
    )
    board = replace(board, lines=lines)
    if change.where.shot is None:
        board = replace(board, cast=tuple(who for who in board.cast if who.id not in ids))
    return board, (Mend("remix-removed", (("who", label),)),)


def _without(shot: Shot, ids: set[str]) -> Shot:
    cast = tuple(presence for presence in shot.cast if presence.character not in ids)
    acts = tuple(_alone(act, ids) for act in shot.acts if act.character not in ids)
    framing = "medium" if shot.framing == "two_shot" and len(cast) < 2 else shot.framing
    focus = None if shot.focus in ids else shot.focus
    if focus is None and framing == "close" and cast:
        focus = cast[0].character
    return replace(shot, cast=cast, acts=acts, framing=framing if cast else "wide", focus=focus)


def _alone(act: Act, ids: set[str]) -> Act:
    """What was done to somebody who is gone: what takes two becomes a look after them."""
    if act.target not in ids:
        return act
    deed = lexicon().deeds.get(act.action)
    return replace(act, target=None, action="look" if deed is not None and deed.needs == "target" else act.action)


def _put_away(board: Storyboard, change: Remove) -> tuple[Storyboard, Said]:
    name, label = change.noun.name, change.noun.label
    owners = {who.id for who in somebody(board, change.owner)} if change.owner else {who.id for who in board.cast}

    def bare(who: Character) -> Character:
        if who.id not in owners:
            return who
        wears = tuple(one for one in who.wears if one != name)
        return replace(who, wears=wears, holds=tuple(one for one in who.holds if one != name))

    def shot(one: Shot) -> Shot:
        acts = tuple(
            replace(act, prop=None, prop_figure=None) if act.prop == name and act.character in owners else act
            for act in one.acts
        )
        dressing = one.dressing if change.owner else tuple(thing for thing in one.dressing if thing[0] != name)
        return replace(one, acts=acts, dressing=dressing)

    without = changed(replace(board, cast=tuple(bare(who) for who in board.cast)), change.where, shot)
    if without == board:
        raise Impossible("remix-nobody", who=label)
    return without, (Mend("remix-removed", (("who", label),)),)


def given(board: Storyboard, change: Give) -> tuple[Storyboard, Said]:
    """A hat is worn, an umbrella held."""
    known = concept(change.thing.name)
    worn = known is not None and known.kind == "wear"
    for who in somebody(board, change.who):
        now = replace(
            who,
            wears=tuple(dict.fromkeys((*who.wears, *((change.thing.name,) if worn else ())))),
            holds=tuple(dict.fromkeys((*who.holds, *(() if worn else (change.thing.name,))))),
        )
        board = with_character(board, now)
    return board, (Mend("remix-given", (("who", _called(board, change.who)), ("thing", change.thing.label))),)


def looking(board: Storyboard, change: Look) -> tuple[Storyboard, Said]:
    """Another colour, size or face."""
    found = somebody(board, change.who)
    for who in found:
        scale = round(who.scale * change.scale, 3) if change.scale else who.scale
        board = with_character(board, replace(who, colour=change.colour or who.colour, scale=scale))
    if change.expression is not None:
        ids = {who.id for who in found}
        face = change.expression
        board = replace(
            board,
            shots=tuple(
                replace(
                    shot,
                    acts=tuple(replace(act, expression=face) if act.character in ids else act for act in shot.acts),
                )
                for shot in board.shots
            ),
        )
    return board, (Mend("remix-looks", (("who", _called(board, change.who)), ("word", change.word))),)


def renamed(board: Storyboard, change: Rename) -> tuple[Storyboard, Said]:
    """Called otherwise, in the captions and the title too."""
    found = somebody(board, change.who)
    old, title = found[0].label, board.title
    for who in found:
        board = with_character(board, replace(who, label=change.name[:40]))
        title = retitled(title, who.label, change.name[:40])
    return replace(board, title=title), (Mend("remix-renamed", (("old", old), ("new", change.name[:40]))),)


def _called(board: Storyboard, noun: Noun) -> str:
    return noun.label if noun.means == "named" else somebody(board, noun)[0].label
