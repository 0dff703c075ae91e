"""Words of a request, not of the film: 「…の動画を作って」, "make me a video of ..."."""

CUTTING_JA = r"カット(?:を|)?割(?:っ|り|る)(?:て)?[、,]?"  # 「カットを割って」 breaks nothing

# Words of a request, not of the film: 「…の動画を作って」 "make me a video of ...".
_WANTED_JA = (
    r"作って|作成して|つくって|作れ|作りたい|生成して|見せて|ください|下さい|お願い(?:します)?|おねがい(?:します)?|頼む|"
    r"たのむ|欲しい|ほしい|見たい|みたい|にして|して|よろしく|プリーズ|お任せ|くれ"
)
NOISE_JA = (
    r"(?:の|な|という|みたいな|っていう|ような|感じの)?(?:短い|ショート|面白い|かわいい)?"
    r"(?:動画|映像|ビデオ|ムービー|クリップ|ショートフィルム|ショート動画)(?:を|が|に|で|、)?"
    rf"(?:{_WANTED_JA})?(?:ください|下さい|ほしい|欲しい|くれ|ね|よ|！|!|です)*"
)
# "make a cat playing piano": what is to be made does something itself.
MAKING_EN = (
    r"^\s*(?:please\s+)?(?:make|create|generate|draw|show|animate)\s+(?:me\s+)?"
    r"(?=[^.!?]*(?:\w{2}ing\b|\bwho\b|\bthat\b))"
)
NOISE_EN = (
    r"\b(?:please\s+)?(?:(?:can|could|would) you\s+|i (?:want|need|would like)\s+|i'd like\s+)?"
    r"(?:make|create|generate|show|give|film)?\s*(?:me|us)?\s*"
    r"(?:a|an|the)?\s*(?:very\s+)?(?:short|cute|funny|quick|little|\d+[- ]seconds?)?\s*"
    r"(?<!silent )(?<!old )(?<!horror )(?<!nature )(?<!wildlife )"  # what sort of film it is says its style
    r"(?:video|clip|movie|film|animation|scene|shot|footage)\s+"
    r"(?:of|about|with|where|in which|showing|that shows|featuring)\b"
)
