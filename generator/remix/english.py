"""An English clause as changes: "make the bear a gorilla", "at night", "lose the cat", 'change "hi" to "bye"'."""

import re

from generator.director.reading import LINE
from generator.lexicon.lexicon import lexicon
from generator.remix.asked import ORIENTED, becomes, looks, manner_in, settings_of
from generator.remix.changes import (
    Add,
    Change,
    Do,
    Give,
    Length,
    Mute,
    Noun,
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
from generator.remix.clauses import Clause
from generator.remix.nouns import Phrase, noun, nouns, phrase
from generator.vocabulary import Orientation

_TAKE = re.compile(
    r"\b(?:another|different|new|fresh|second|alternate|alternative|other) (?:take|version|"
    r"try|attempt|cut|variation|one)\b|\btake (?:two|2|three|3|\d)\b|"
    r"\b(?:re-?take|re-?shoot|re-?do|re-?film|re-?roll)\b|\b(?:once|one time) more\b|"
    r"\b(?:try|do|film|shoot|make) (?:it |this |that )?(?:all )?(?:over )?again\b|^again$|"
    r"\bone more (?:take|time|try)\b",
    re.I,
)
_REMOVE = re.compile(
    r"^(?:remove|delete|drop|cut(?! to)|lose|get rid of|take out|take away|take off|"
    r"kill(?: off)?|erase|no more|there'?s no|there should be no|no|without(?: any)?|ditch|"
    r"scrap|leave out|omit|eliminate|stop|turn off|mute|"
    r"(?:don'?t|do not) (?:show|have|want|need)|lose|minus|hide|dump|nix)\s+(?P<what>.+)$",
    re.I,
)
_BECOMES = (
    re.compile(r"^(?:replace|swap|switch|exchange|trade|substitute|"
        r"recast)\s+(?:out\s+)?(?P<old>.+?)\s+(?:with|by|for|to|→|as|into)\s+(?P<new>.+)$", re.I),
    re.compile(r"^(?:change|turn|transform|convert|switch|set|make|morph|"
        r"recast)\s+(?P<old>.+?)\s+(?:in)?to(?: be)?\s+(?P<new>.+)$", re.I),
    re.compile(r"^(?:use|put|have|get|i want|make it|it'?s|it should be|with|give us|"
        r"gimme)?\s*(?P<new>.+?)\s+(?:instead of|rather than|in place of|not)\s+(?P<old>.+)$", re.I),
    re.compile(r"^(?:instead of|rather than)\s+(?P<old>.+?),?\s+(?:use|make it|have|put|it'?s|"
        r"we get)\s+(?P<new>.+)$", re.I),
    re.compile(r"^(?P<old>.+?)\s+(?:becomes?|should be(?:come)?|is now|is|are now|was|were|turns into|"
        r"but(?: it'?s)? (?:as )?|as)\s+(?P<new>.+)$", re.I),
    re.compile(r"^(?P<old>.+?)\s*→\s*(?P<new>.+)$"),
    re.compile(r"^(?P<old>(?:the )?[\w' -]+?)\s+(?:to|for|into)\s+(?P<new>(?:an? )?[\w' -]+)$", re.I),
)  # fmt: skip
_ADD = re.compile(
    r"^(?:add(?: in)?|include|throw in|bring in|bring on|introduce|insert|let there be|"
    r"give us|we need|there(?:'s| is| are| should be)|show|have|"
    r"with)\s+(?P<what>.+?)(?:\s+(?:in|too|as well|to (?:it|the (?:scene|film|shot|video))|"
    r"in(?:to)? (?:it|the (?:scene|film|shot|video))|join(?:s|ing)?(?: in)?|appear(?:s)?|"
    r"show(?:s)? up))*$",
    re.I,
)
_IN_IT = re.compile(
    r"^(?P<what>(?:an?|some|two|three|four|another|\d)\s+.+?)\s+(?:in|into) (?:it|there|"
    r"the (?:scene|film|shot|video))$",
    re.I,
)
_GIVE = (
    re.compile(
        r"^(?:give|hand|dress|get)\s+(?P<who>.+?)\s+(?:in\s+)?(?P<thing>(?:an?|some|his|her|its|their|two)\s+.+)$", re.I
    ),
    re.compile(r"^put\s+(?P<thing>.+?)\s+on\s+(?P<who>.+)$", re.I),
    re.compile(
        r"^(?:have|let|make)?\s*(?P<who>.+?)\s+(?:wears?|wearing|holds?|holding|carr(?:y|ies|"
        r"ying)|puts? on|has)\s+(?P<thing>.+)$",
        re.I,
    ),
)
_MAKE = re.compile(r"^(?:make|have|let|get|turn|colou?r|paint|film|show|shoot|keep|set)\s+(?P<rest>.+)$", re.I)
_IT = re.compile(
    r"^(?:it|this|that|everything|the (?:film|video|movie|clip|whole thing|scene|shot|"
    r"setting|place|location|background|time(?: of day)?|weather|style|look|music|mood|"
    r"tone|camera|sky|soundtrack|score|vibe)|(?:place|weather|style|music|mood|"
    r"time))\b(?: (?:is|be|look(?:s)?|feel(?:s)?|all|to be|to|take place|happen|happens|in|"
    r"into|like))*\s*",
    re.I,
)
_SECONDS = re.compile(r"(\d+(?:\.\d+)?)[\s-]*(?:s|secs?|seconds?)\b", re.I)
_MINUTE = re.compile(r"\b(?:1|one|a)[\s-]*minute\b", re.I)
_TIMES = re.compile(r"\b(?:(\d+(?:\.\d+)?)x|(\d+) times|(twice|double)|(half)|(three times))\b", re.I)
_MUSIC = re.compile(r"\b(?:music|bgm|soundtrack|score|song)\b", re.I)
_SOUNDS = re.compile(r"\b(?:sound effects?|sfx|sounds?|noises?)\b", re.I)
_LINES = re.compile(r"\b(?:lines?|dialogue|dialog|speech|talking|words|voices?|narration)\b", re.I)
_STILL = re.compile(r"\b(?:camera (?:moves?|movement|motion)|zoom(?:ing|s)?|pan(?:ning|s)?|shak(?:e|y|ing))\b", re.I)
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1, "final": -1}
_MORE = re.compile(r"\b\w{2,}er\b", re.I)


def read(clause: Clause) -> list[Change]:
    """The changes that the clause asks for; none if nothing in it is understood."""
    text = _MORE.sub(_positive, clause.text.strip(" .!?,"))
    if clause.quotes:
        return _about_words(clause, text)
    for read_one in (_whole_film, _named, _gone, _becomes, _handed, _made, _added):
        if found := read_one(clause, text):
            return found
    return _said_of_the_film(clause, text)


def _positive(found: re.Match[str]) -> str:
    """ "scarier" as "scary", "darker" as "dark", where the lexicon knows that and not the comparative."""
    word = found[0].lower()
    known = lexicon().words["en"]
    stem = word.removesuffix("r").removesuffix("e")
    for form in (f"{stem[:-1]}y", stem, f"{stem}e", stem[:-1]):
        if word not in known and form in known:
            return form
    return found[0]


def _whole_film(clause: Clause, text: str) -> list[Change]:
    if found := re.search(
        r"\b(?:in|to|into|speak(?:s|ing)?)\s+(english|japanese)\b|\b(english|japanese) version\b", text, re.I
    ):
        return [Tongue("en" if (found[1] or found[2]).lower() == "english" else "ja")]
    for words, orientation in ORIENTED:
        if re.search(words, text, re.I):
            return [Turn(_as_orientation(orientation))]
    if re.search(r"\bslow(?:-| )?mo(?:tion)?\b", text, re.I):
        return [Speed(slow=True, where=clause.where)]
    return _paced(text)


def _paced(text: str) -> list[Change]:
    times = _TIMES.search(text)
    factor = 0.0
    if times:
        number = times[1] or times[2]
        factor = float(number) if number else 2.0 if times[3] else 0.5 if times[4] else 3.0
    if re.search(
        r"\b(?:faster|speed(?: it| this| things)? up|quick(?:er|en)|hurry|fast|snappier)\b|"
        r"\b(?:double|twice the|\d+(?:\.\d+)?x|half) speed\b",
        text,
        re.I,
    ):
        return [Speed(factor or 1.35)]
    if re.search(r"\b(?:slower|slow(?: it| this| things)? down|more slowly|slowly)\b", text, re.I):
        return [Speed(0.5 if times else 0.7)]
    if found := _SECONDS.search(text):
        return [Length(float(found[1]))]
    if _MINUTE.search(text):
        return [Length(60.0)]
    if re.search(r"\b(?:longer|lengthen|extend|stretch it|as long|the length)\b", text, re.I):
        return [Length(factor=factor or 1.5)]
    if re.search(r"\b(?:shorter|shorten|trim)\b", text, re.I):
        return [Length(factor=0.65)]
    return [Take()] if _TAKE.search(text) else []


def _named(clause: Clause, text: str) -> list[Change]:
    if found := re.match(
        r"^(?:(?:re)?title (?:it|this)?(?: to)?|(?:change|set|make) the title (?:to|into)?|"
        r"the title (?:is|should be)|call (?:it|the film|this)(?! a\b))\s+(.+)$",
        text,
        re.I,
    ):
        return [Retitle(found[1])]
    if found := re.match(r"^(?:re)?name\s+(.+?)\s+(?:to|as)?\s*([A-Z]\w*(?: [A-Z]\w*)*|\w+)$", text):
        return [Rename(noun(found[1], known_only=True), found[2])]
    if found := re.match(r"^call\s+(.+?)\s+([A-Z][\w' ]*|\w+)$", text):
        return [Rename(noun(found[1], known_only=True), found[2])]
    if found := re.match(
        r"^(?:the\s+)?(\w+)(?:'s name (?:is|should be)|'s called| is called| should be called)\s+(\w.*)$", text, re.I
    ):
        return [Rename(noun(found[1], known_only=True), found[2])]
    return []


def _gone(clause: Clause, text: str) -> list[Change]:
    found = _REMOVE.match(text)
    if found is None or re.search(r"\b(?:instead of|rather than)\b", text, re.I):
        return []
    what = re.sub(
        r"\s+(?:from|in|out of) (?:it|the (?:film|video|scene|shot|movie|clip|picture))$|"
        r"\s+(?:any ?more|altogether|please|at all)$",
        "",
        found["what"],
        flags=re.I,
    )
    if _LINES.search(what):
        number = _line_number(what)
        owner = noun(re.sub(r"'s\b.*", "", what), known_only=True) if "'s" in what else None
        return [Silence(owner, number)]
    if _MUSIC.search(what):
        return [Setting("mood", "none", "no music")]
    seen = phrase(what, "en")
    if _SOUNDS.search(what) and seen.concept is None:
        return [Mute()]
    if _STILL.search(what):
        return [Setting("camera", "static", what, where=clause.where)]
    if seen.concept is None and (setting := seen.setting("weather", "light", "tint")):
        plain = {"weather": "clear", "light": "natural", "tint": "none"}[setting[0]]
        return [Setting(setting[0], plain, f"no {setting[2]}", where=clause.where)]
    owned = re.match(r"^(?:the\s+)?(.+?)'s\s+(.+)$", what) or re.match(
        r"^(?P<b>.+?)\s+(?:from|off|of)\s+(?P<a>.+)$", what
    )
    if owned:
        whose, thing = (owned["a"], owned["b"]) if owned.groupdict() else (owned[1], owned[2])
        owner_, item = noun(whose, known_only=True), noun(thing, known_only=True)
        if owner_ and item:
            return [Remove(item, owner_, clause.where)]
    return [Remove(one, where=clause.where) for one in nouns(what)]


def _becomes(clause: Clause, text: str) -> list[Change]:
    for pattern in _BECOMES:
        found = pattern.match(text)
        if found is None:
            continue
        old = re.sub(r"^(?:make|have|turn|change|let|what if|if|suppose)\s+", "", found["old"], flags=re.I)
        new = found["new"]
        if _IT.fullmatch(old.strip() + " ") and (settings := settings_of(phrase(new, "en"), clause.where)):
            return settings
        if changes := becomes(old, new, clause.where):
            return changes
    return []


def _handed(clause: Clause, text: str) -> list[Change]:
    for pattern in _GIVE:
        found = pattern.match(text)
        if found is None:
            continue
        who, thing = noun(found["who"], known_only=True), noun(found["thing"], known_only=True)
        if who and thing and thing.known and (who.means != "named" or phrase(found["who"], "en").concept):
            return [Give(who, thing)]
    return []


def _made(clause: Clause, text: str) -> list[Change]:
    """ "make the bear a gorilla", "make the bear dance", "let it snow", "make it night", "the cat dances"."""
    made = _MAKE.match(text)
    rest = made["rest"] if made else text
    whole = phrase(rest, "en")
    about = _IT.match(rest)
    if about and (settings := settings_of(phrase(rest[about.end() :], "en"), clause.where)):
        return settings
    if rest.lower().startswith(("it ", "them ", "him ", "her ")):
        who_text, after_text = rest.split(" ", 1)
    else:
        split = _after_the_first(whole, rest)
        if split is None:
            return []
        who_text, after_text = split
    who, after = noun(who_text, known_only=True), phrase(after_text, "en")
    if who is None or not after_text.strip():
        return []
    if camera := after.setting("framing", "angle", "camera"):
        return [Setting(*camera, focus=who, where=clause.where)]
    doing = after.action()
    if doing and (after.concept is None or re.match(r"\s*(?:to\s+)?\w+", after_text)) and _begins_with_action(after):
        return [Do(one, *doing, where=clause.where) for one in nouns(who_text)]
    pair = re.match(r"^the \w+(?: \w+)? an? ", rest)  # of a list: "the bear a gorilla and the cat a dog"
    if after.concept is not None and (made or pair) and (became := noun(after_text)):
        return [Replace(one, became, clause.where) for one in nouns(who_text)]
    if look := looks(who, after):
        return [look]
    return []


def _begins_with_action(after: Phrase) -> bool:
    return bool(after.matches) and after.matches[0].of("action") is not None


def _after_the_first(whole: Phrase, text: str) -> tuple[str, str] | None:
    """The words parted behind the first person or thing ("the bear" | "a gorilla"), or behind everybody."""
    if found := re.match(
        r"^(everyone|everybody|all of them|(?:the )?(?:hero|star|main character))\s+(.+)$", text, re.I
    ):
        return found[1], found[2]
    first = next((match for match in whole.matches if match.of("concept")), None)
    if first is None:
        return None
    at = text.lower().find(first.text.lower())
    if at < 0:
        return None
    end = at + len(first.text)
    rest = text[end:]
    more = re.match(r"\s+and\s+(?:the\s+)?(\w+)", rest)
    if more and noun(more[1], known_only=True):
        end += more.end()
    return text[:end], text[end:].lstrip(" '’s") if text[end:].startswith(("'s ", "’s ")) else text[end:].strip()


def _added(clause: Clause, text: str) -> list[Change]:
    found = _ADD.match(text) or _IN_IT.match(text)
    if not found:
        return []
    seen = phrase(found["what"], "en")
    if seen.concept is None and (settings := settings_of(seen, clause.where)):
        return settings
    on = re.match(r"^(?P<thing>.+?)\s+(?:on|to)\s+(?P<who>.+)$", found["what"], re.I)
    if on and phrase(on["who"], "en").concept:
        who, thing = noun(on["who"], known_only=True), noun(on["thing"], known_only=True)
        if who and thing and thing.known:
            return [Give(who, thing)]
    if seen.concept is None:
        bare = noun(found["what"])
        return [Add(bare, None, clause.where)] if bare and not re.match(r"with\b", text, re.I) else []
    first = seen.concept
    doing = seen.action()
    words = found["what"]
    if doing:  # "a cat dancing", "a dancing cat": who, without what they do
        words = re.sub(
            rf"\b(?:who(?: is|'s)?|that(?: is|'s)?)\b|"
            rf"\b{re.escape(doing[1])}\b.*?(?=\b{re.escape(first.text)}\b)|"
            rf"(?<={re.escape(first.text)})\s+.*",
            " ",
            words,
            flags=re.I,
        )
        if noun(words, known_only=True) is None:
            words = first.text
    return [Add(one, doing[0] if doing else None, clause.where) for one in nouns(words, known_only=True)]


def _said_of_the_film(clause: Clause, text: str) -> list[Change]:
    seen = phrase(text, "en")
    if seen.concept is not None and (camera := seen.setting("framing", "angle", "camera")):
        return [
            Setting(
                *camera,
                focus=noun(re.sub(rf".*\b{re.escape(camera[2])}\b", "", text), known_only=True)
                or noun(text, known_only=True),
                where=clause.where,
            )
        ]
    if found := settings_of(seen, clause.where):
        return found
    became = noun(re.sub(r"^(?:make it|turn it into|use|as|now)\s+", "", text, flags=re.I), known_only=True)
    if (
        became
        and became.known
        and became.means == "named"
        and seen.concept
        and re.match(r"^(?:make it|turn it into|use|as)\b", text, re.I)
    ):
        return [Replace(None, became, clause.where)]
    return []


def _about_words(clause: Clause, text: str) -> list[Change]:
    """What is quoted: a line, a name, a title."""
    before = text.partition(LINE)[0]
    if re.search(r"\b(?:re)?title\b|^call (?:it|the film|this)\b", text, re.I):
        return [Retitle(clause.quotes[-1])]
    if re.search(r"^(?:re)?name\b|^call\b|'s name\b|\bnamed\b|\bcalled\b", text, re.I):
        called = re.sub(
            r"^(?:re)?name\s+|^call\s+|^change\s+|(?:'s name|\s+(?:to|as|is|should be|named|called)).*$",
            "",
            before,
            flags=re.I,
        )
        return [Rename(noun(called, known_only=True), clause.quotes[-1])]
    if len(clause.quotes) > 1:
        return [Say(clause.quotes[1], instead=clause.quotes[0], where=clause.where)]
    if _REMOVE.match(text):
        return [Silence(line=clause.quotes[0])]
    known = phrase(text.replace(LINE, ""), "en")
    who: Noun | None = None
    if known.concept is not None:
        who = noun(known.concept.text, known_only=True)
    elif (found := re.match(r"^(?:make|have|let)\s+(\w+)\b", text, re.I)) or (
        found := re.match(r"^(?:the )?(\w+)\s+(?:says?|shouts?|whispers?|sings?)", text, re.I)
    ):
        who = noun(found[1])
    changes_line = bool(re.search(r"\bline\b|\binstead\b|^(?:change|replace)\b", text, re.I)) and not re.match(
        r"add\b", text, re.I
    )
    return [
        Say(
            clause.quotes[0],
            who,
            _line_number(before) if changes_line else None,
            not changes_line,
            manner_in(text),
            clause.where,
        )
    ]


def _line_number(text: str) -> int | None:
    if found := re.search(r"\b(first|second|third|fourth|last|final)\b", text, re.I):
        return _ORDER[found[1].lower()]
    found = re.search(r"\bline (?:number |#)?(\d+)", text, re.I) or re.search(
        r"\b(\d+)(?:st|nd|rd|th) line", text, re.I
    )
    return int(found[1]) if found else None


def _as_orientation(name: str) -> Orientation:
    return "portrait" if name == "portrait" else "landscape" if name == "landscape" else "square"
