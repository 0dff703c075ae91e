"""Screenplay to text that parses to the same screenplay."""

import re

from core.screenplay.model import Beat, Screenplay, ShotNote, Subject

_LABELS = {
    "ja": ("タイトル", "長さ", "スタイル", "カメラ", "シーン", "登場", "照明", "動き", "音", "色", "テンポ"),
    "en": ("Title", "Length", "STYLE", "CAMERA", "SCENE", "SUBJECT", "LIGHTING", "ACTION", "AUDIO", "GRADE", "TEMPO"),
}


def write(screenplay: Screenplay) -> str:
    """A labelled text for people to read and change, in the language of the screenplay."""
    title, length, style, camera, scene, subject, light, action, audio, grade, tempo = _LABELS[_language(screenplay)]
    unit = "秒" if _language(screenplay) == "ja" else " s"
    lines: list[str] = []
    if screenplay.premise:
        lines.append(screenplay.premise)
    if screenplay.title:
        lines.append(f"{title}: {screenplay.title}")
    if screenplay.seconds is not None:
        lines.append(f"{length}: {screenplay.seconds:g}{unit}")
    for label, text in ((style, screenplay.style), (scene, screenplay.scene)):
        lines += _block(label, text)
    if screenplay.shots:
        lines += [f"{camera}:", *(f"・{_shot(shot, unit)}" for shot in screenplay.shots)]
    if screenplay.subjects:
        lines += [f"{subject}:", *(f"・{_subject(who)}" for who in screenplay.subjects)]
    lines += _block(light, screenplay.lighting)
    if screenplay.beats and not _from_premise(screenplay):
        lines += [f"{action}:", *(_beat(beat, unit) for beat in screenplay.beats)]
    for label, text in ((audio, screenplay.audio), (grade, screenplay.grade), (tempo, screenplay.tempo)):
        lines += _block(label, text)
    return "\n".join(lines)


def _language(screenplay: Screenplay) -> str:
    everything = " ".join((screenplay.premise, screenplay.title or "", *(beat.text for beat in screenplay.beats)))
    return "ja" if re.search(r"[ぁ-んァ-ヶ一-龠]", everything) else "en"


def _block(label: str, text: str) -> list[str]:
    return [f"{label}:", *text.split("\n")] if "\n" in text else ([f"{label}: {text}"] if text else [])


def _shot(shot: ShotNote, unit: str) -> str:
    return f"{shot.seconds:g}{unit}: {shot.text}" if shot.seconds is not None else shot.text


def _subject(subject: Subject) -> str:
    return f"{subject.name}({subject.look})" if subject.look else subject.name


def _from_premise(screenplay: Screenplay) -> bool:
    """Beats that are the sentences of the premise come out of it again by themselves."""
    return bool(screenplay.premise) and all(beat.start is None for beat in screenplay.beats)


def _beat(beat: Beat, unit: str) -> str:
    if beat.start is None or beat.end is None:
        return f"・{beat.text}"
    return f"{beat.start:g}–{beat.end:g}{unit}: {beat.text}"
