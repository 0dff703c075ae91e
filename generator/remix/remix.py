"""A storyboard and an instruction: the changed storyboard, with what was understood and what was not in its notes."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from core.refusals import BadInput
from core.screenplay.model import Mend
from generator.remix import casting, doings, english, japanese, scenery, speech, takes, tempo, tongues
from generator.remix.changes import (
    Add,
    Change,
    Do,
    Give,
    Length,
    Look,
    Mute,
    Remove,
    Rename,
    Replace,
    Retitle,
    Say,
    Setting,
    Silence,
    Speed,
    Take,
    Tongue,
    Turn,
)
from generator.remix.clauses import Clause, clauses
from generator.remix.nouns import noun
from generator.remix.players import Impossible, meant
from generator.storyboard import Storyboard

MOST_CHANGES = 30


def remix(parent: Storyboard, instruction: str, *, take: int) -> Storyboard:
    """The parent, changed as the instruction says; whatever it does not name is as it was, its seed included.

    `take` is the seed of another take, if that is what is asked for.

    Raises:
        BadInput: nothing in the instruction is understood, or nothing of it can be done.
    """
    board = replace(parent, notes=())
    notes: list[Mend] = []
    lost: list[Mend] = []
    done = 0
    last: Change | None = None
    before = board
    for clause in clauses(instruction)[:MOST_CHANGES]:
        changes = _more_of_the_same(clause, last) or read_clause(clause)
        if not changes:
            lost.append(Mend("remix-not-understood", (("words", clause.said[:80]),)))
        if isinstance(last, Remove) and [one for one in changes if isinstance(one, Replace) and one.old is None]:
            changes = [Replace(last.noun, one.new) for one in changes if isinstance(one, Replace)]
            board, notes = before, notes[:-1]  # "no bear, use a tiger" is one change
        for change in changes:
            before = board
            try:
                board, said = _made(board, change, take)
            except Impossible as problem:
                lost.append(problem.mend)
                continue
            done += 1
            notes += said
            last = change
    if not done:
        raise _refusal(parent, instruction, lost)
    rest = () if isinstance(last, Take) and done == 1 else (Mend("remix-rest-stays"),)
    return replace(board, notes=(*notes, *rest, *lost))


def read_clause(clause: Clause) -> list[Change]:
    """What a clause asks for, in its own language."""
    return japanese.read(clause) if clause.language == "ja" else english.read(clause)


def _more_of_the_same(clause: Clause, last: Change | None) -> list[Change]:
    """ "remove the cat, the dog": a mere name behind a comma is one more of the same."""
    if not isinstance(last, Remove | Add) or clause.quotes:
        return []
    one = noun(clause.text, known_only=True)
    if one is None or not one.known or one.means != "named" or one.label.lower() not in _bare(clause.text):
        return []
    return [replace(last, noun=one)]


def _bare(text: str) -> set[str]:
    """The forms in which a mere name may stand."""
    plain = text.strip(" 。、.!?も").lower()
    return {plain, *(plain.removeprefix(article) for article in ("the ", "a ", "an ", "and ", "and the ", "and a "))}


def _refusal(parent: Storyboard, instruction: str, lost: list[Mend]) -> BadInput:
    """Why nothing can be done, with who is in the film and what could be said."""
    cast = ", ".join(dict.fromkeys(who.label for who in parent.cast)) or "—"
    first = next((mend for mend in lost if mend.message != "remix-not-understood"), None)
    if first is None:
        return BadInput("refusal-remix-not-understood", words=" ".join(instruction.split())[:80], cast=cast)
    params: dict[str, str | float] = {"cast": cast, **dict(first.params)}
    return BadInput(f"refusal-{first.message}", remedy=None, **params)


def _made(board: Storyboard, change: Change, take: int) -> tuple[Storyboard, tuple[Mend, ...]]:
    if isinstance(change, Take):
        return takes.retaken(board, take)
    return _MAKERS[type(change)](board, change)


def _turned(board: Storyboard, change: Turn) -> tuple[Storyboard, tuple[Mend, ...]]:
    return replace(board, orientation=change.orientation), (
        Mend("remix-turned", (("orientation", change.orientation),)),
    )


def _retitled(board: Storyboard, change: Retitle) -> tuple[Storyboard, tuple[Mend, ...]]:
    title = change.title[:60]
    return replace(board, title=title), (Mend("remix-retitled", (("new", title),)),)


def _muted(board: Storyboard, change: Mute) -> tuple[Storyboard, tuple[Mend, ...]]:
    return replace(board, sounds=()), (Mend("remix-no-effects"),)


def _said(board: Storyboard, change: Say) -> tuple[Storyboard, tuple[Mend, ...]]:
    """Two quotes may also be names: 「熊」を「ゴリラ」に."""
    asked = change.instead
    if isinstance(asked, str) and not any(asked in line.text for line in board.lines):
        old, new = noun(asked), noun(change.text)
        if old and new and meant(board, old):
            return casting.replaced(board, Replace(old, new, change.where))
    return speech.said(board, change)


_MAKERS: Mapping[type, Callable[[Storyboard, Any], tuple[Storyboard, tuple[Mend, ...]]]] = {
    Replace: casting.replaced,
    Add: casting.added,
    Remove: casting.removed,
    Give: casting.given,
    Look: casting.looking,
    Rename: casting.renamed,
    Do: doings.done,
    Say: _said,
    Silence: speech.silenced,
    Setting: scenery.set_to,
    Length: tempo.lengthened,
    Speed: tempo.hastened,
    Tongue: tongues.translated,
    Turn: _turned,
    Retitle: _retitled,
    Mute: _muted,
}
