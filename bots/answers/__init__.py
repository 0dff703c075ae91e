"""What each command answers: a use case of core, and its outcome as cards. One file a theme, one function a command."""

from collections.abc import Awaitable, Callable, Mapping

from bots.answers import drafts, feed, guide, making, membership, permission, place, remixing, storyboard
from bots.answers.case import Case
from bots.cards import Card

Answer = Callable[[Case], Awaitable[list[Card]]]

ANSWERS: Mapping[str, Answer] = {
    "help": guide.help_,
    "join": membership.join,
    "invite": membership.invite,
    "quota": membership.quota,
    "make": making.make,
    "edit": making.edit,
    "reroll": making.reroll,
    "remix": remixing.remix,
    "storyboard": storyboard.storyboard,
    "redraw": storyboard.redraw,
    "shoot": storyboard.shoot,
    "swell": storyboard.swell,
    "queue": making.queue,
    "cancel": making.cancel,
    "drafts": drafts.drafts,
    "post": drafts.post,
    "discard": drafts.discard,
    "feed": feed.feed,
    "info": feed.info,
    "setup": place.setup,
    "answer": permission.answer,
    "welcome": place.welcome,
    "like": feed.like,
    "unlike": feed.unlike,
    "comment": feed.comment,
}

__all__ = ["ANSWERS", "Answer", "Case"]
