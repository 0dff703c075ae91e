"""Labels of a script, in both languages, and how a line is split at one."""

import re
import unicodedata
from typing import Literal

Section = Literal[
    "title", "style", "shots", "scene", "subjects", "lighting", "action", "audio", "grade", "tempo", "length"
]

SYNONYMS: dict[Section, tuple[str, ...]] = {
    "title": ("title", "タイトル", "題名", "題", "作品名"),
    "style": ("style", "look", "スタイル", "画風", "作風", "雰囲気", "質感"),
    "shots": ("shot", "shots", "camera", "cameras", "framing", "shot list", "カメラ", "ショット", "カメラワーク",
              "構図", "撮影", "カット割り"),
    "scene": ("scene", "setting", "place", "location", "シーン", "場面", "舞台", "場所", "背景", "設定"),
    "subjects": ("subject", "subjects", "character", "characters", "cast", "登場", "登場人物", "人物", "被写体",
                 "キャラクター", "キャラ", "出演", "主役", "主人公"),
    "lighting": ("lighting", "light", "照明", "光", "ライティング", "ライト", "明かり"),
    "action": ("action", "actions", "beats", "beat", "story", "timeline", "dialogue", "動き", "アクション", "動作",
               "展開", "流れ", "ストーリー", "内容", "台本", "タイムライン", "セリフ", "台詞", "会話"),
    "audio": ("audio", "sound", "sounds", "music", "sfx", "bgm", "音", "音声", "音響", "サウンド", "効果音", "音楽"),
    "grade": ("grade", "palette", "color", "colour", "colors", "colours", "grading", "color palette", "色", "色調",
              "配色", "カラー", "パレット", "グレード", "色合い"),
    "tempo": ("tempo", "pace", "pacing", "rhythm", "テンポ", "間", "リズム", "ペース"),
    "length": ("length", "duration", "seconds", "長さ", "尺", "時間", "秒数"),
}  # fmt: skip

_SECTION_OF = {word: section for section, words in SYNONYMS.items() for word in words}

_BRACKETED = re.compile(r"^\s*(?:#+\s*)?(?:\*\*)?[【\[［]\s*([^】\]］]{1,40})[】\]］](?:\*\*)?\s*[::]?\s*(.*)$")
_MARKED = re.compile(r"^\s*(?:#{1,6}|[■◆●▼◎★□◇])\s*([^::]{1,40}?)\s*(?:[::]\s*(.*))?$")
_PLAIN = re.compile(r"^\s*(?:\*\*)?([^::「『\"“]{1,40}?)(?:\*\*)?\s*[::](?:\*\*)?\s*(.*)$")


def read_label(line: str) -> tuple[Section, str] | None:
    """The section that a line opens and what stands behind the label on it; None for a line with no label of ours."""
    for pattern in (_BRACKETED, _MARKED, _PLAIN):
        if found := pattern.match(line.replace("：", ":")):
            section = section_of(found[1])
            if section:
                return section, (found[2] or "").strip()
    return None


def section_of(label: str) -> Section | None:
    """The section a label names: "GRADE / PALETTE", "ACTION (beats)", 「登場人物」."""
    plain = unicodedata.normalize("NFKC", label).lower().strip(" *_#")
    plain = re.sub(r"\s*\([^)]*\)\s*$", "", plain)
    parts = [part.strip() for part in re.split(r"[/|&・]| and ", plain)]
    sections = [_SECTION_OF.get(part) for part in parts if part]
    return sections[0] if sections and all(sections) else None
