"""English words by what they do in a sentence, and words that are nothing on stage."""

from generator.director.reading import MANY

NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 6, "eight": 6, "ten": 6, "several": 3,
           "many": 5, "both": 2, "dozen": 6, "hundreds": 6, "few": 3}  # fmt: skip
GROUPS = {
    "pair": 2, "couple": 2, "group": MANY, "herd": 4, "flock": 4, "pack": MANY, "bunch": MANY, "crowd": 5, "team": MANY,
    "army": 6, "swarm": 5, "family": MANY, "trio": 3, "band": MANY, "duo": 2, "gang": MANY, "school": 4, "line": MANY,
    "parade": 4, "dozen": 6, "hundreds": 6, "lots": 4, "number": MANY, "row": MANY,
}  # fmt: skip
DETERMINERS = {
    "a", "an", "the", "his", "her", "its", "their", "my", "our", "your", "this", "that", "these", "those", "some",
    "one", "another", "each", "every", "all", "no", "any", "other",
}  # fmt: skip
PREPOSITIONS = {
    "in", "on", "at", "under", "over", "by", "into", "near", "behind", "through", "across", "down", "up", "along",
    "around", "onto", "out", "off", "before", "after", "until", "inside", "outside", "beside", "between", "against",
    "toward", "towards", "past", "above", "below", "beneath", "among", "with", "without", "of", "from", "for", "like",
    "during", "about", "underneath", "upon", "within", "via", "to", "atop", "aboard",
}  # fmt: skip
JOINTS = {
    "and", "then", "while", "as", "when", "but", "or", "so", "because", "until", "before", "after", "who", "which",
    "where", "if", "suddenly", "finally", "meanwhile", "later", "next", "&", "whose",
}  # fmt: skip
AUXILIARIES = {
    "is", "are", "was", "were", "be", "been", "being", "am", "do", "does", "did", "can", "could", "will", "would",
    "must", "should", "may", "might", "has", "have", "had", "starts", "start", "started", "begins", "begin", "began",
    "tries", "try", "tried", "keeps", "kept", "wants", "gets", "got", "let", "lets", "makes", "made", "just", "slowly",
    "quickly", "gonna",
}  # fmt: skip
NEGATIONS = {
    "not", "never", "don't", "doesn't", "didn't", "isn't", "won't", "can't", "aren't", "wasn't", "cannot", "refuses",
    "nobody", "hardly", "couldn't", "wouldn't",
}  # fmt: skip
SUBJECTS = {"he", "she", "it", "they", "we", "i", "you", "everyone", "everybody"}
OBJECTS = {"him", "her", "it", "them", "himself", "herself", "itself", "themselves", "me", "us", "each"}
NOT_THINGS = {
    "day", "time", "way", "scene", "shot", "camera", "motion", "light", "end", "side", "front", "back", "top", "bottom",
    "face", "head", "hand", "hands", "eyes", "eye", "mouth", "feet", "foot", "arms", "arm", "air", "middle",
    "background", "sound", "style", "angle", "one", "other", "others", "moment", "then", "slow", "pedestal", "bit",
    "lot", "kind", "thing", "things", "world", "something", "nothing", "everything", "everyone", "distance", "second",
    "seconds", "minute", "minutes", "frame", "speed", "video", "clip", "film", "movie", "story", "rhythm", "beat",
    "name", "word", "words", "lines", "tail", "ear", "ears", "nose", "hair", "voice", "song", "music", "audience",
    "center", "centre", "edge", "corner", "circle", "circles", "life", "dream", "dreams", "home", "here", "there",
    "now", "today", "again", "together", "alone", "away", "too", "also", "very", "fast", "hard", "high", "low", "loud",
    "well", "still", "soon", "once", "twice", "only", "even", "such", "same", "more", "most", "much", "own", "new",
    "old", "good", "great", "best", "real", "full", "empty", "long", "short", "first", "last", "next", "lone", "single",
    "entire", "whole", "shaky", "footage", "close", "wide", "please", "vibe", "vibes", "mood", "kinda", "really",
    "hello", "yes", "okay", "part", "type", "inch", "mile", "miles", "work", "breath", "success", "presentation",
    "attention", "trouble", "fun", "turn", "turns", "sudden", "surprise", "joy", "fear", "anger", "excitement",
    "victory", "defeat", "slope", "view", "wide-angle", "shadows", "shadow", "shade", "else", "everybody", "anyone",
    "half", "three-piece", "years", "year", "o'clock", "am", "pm", "off", "out", "over", "under", "half-time", "tune",
    "pace", "what", "how", "why", "weather", "that's", "it's", "let's", "himself", "herself", "itself", "themselves",
    "than", "not", "instead", "pov", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "weekend", "contest", "competition", "match", "lol", "lmao", "bro", "omg", "idk", "literally",
}  # fmt: skip
SAID_OF = ("time_of_day", "weather", "mood", "expression")  # what may stand before a noun without being one
ADJECTIVE_ENDINGS = ("ful", "ous", "less", "ish", "ive", "able", "ible", "ic")
AGENTS = (
    "keeper",
    "man",
    "woman",
    "ist",
    "ician",
    "maker",
    "catcher",
    "fighter",
    "worker",
    "teacher",
    "driver",
    "player",
    "walker",
    "trainer",
    "leader",
    "rider",
    "seller",
    "lover",
    "owner",
    "guy",
    "lady",
    "kid",
    "people",
    "folks",
    "person",
    "burglar",
    "cleaner",
)
