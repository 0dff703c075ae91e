"""How many bits a film may spend so that its file keeps under a given size."""

from dataclasses import dataclass

AUDIO_RATE = 48_000  # samples a second
AUDIO_BITS = 128_000  # a second
CRF = 21  # flat paper is clean at this; the drawings of the bench show nothing more below it
MOST_BITS = 8_000_000  # a second of video; nothing we draw gets better above it, and phones stutter
LEAST_BITS = 60_000  # a second; less is no picture any more
BUFFER_SECONDS = 1.0  # of the decoder's buffer; a cut may spend this much at once
FILL = 0.9  # of the buffer is full at the start (x264's vbv-init)
_HEADER = 4096  # bytes: ftyp, moov and the boxes in it, titles
_FRAME_TABLES = 24  # bytes a frame: stsz 4, ctts 8, stco 4, stss, and room
_SOUND_TABLES = 600  # bytes a second: 47 packets, each 8 of tables and a little over the nominal rate
_CARE = 0.98  # of what is left is planned


@dataclass(frozen=True, slots=True)
class Rates:
    """Constant quality under a leaky bucket: bits a second that run out, and bits it holds."""

    maxrate: int
    bufsize: int

    def scaled(self, factor: float) -> "Rates":
        """The same shape, `factor` times as wide."""
        return Rates(max(int(self.maxrate * factor), LEAST_BITS), max(int(self.bufsize * factor), LEAST_BITS))


def video_rates(frames: int, fps: int, max_bytes: int) -> Rates:
    """The widest bucket with which video, AAC and container of `frames` frames stay under `max_bytes`.

    A bucket of size b that leaks r bits a second lets FILL * b + r * t bits pass in t seconds at the most.
    """
    seconds = frames / fps
    sound = seconds * (AUDIO_BITS / 8 + _SOUND_TABLES)
    spare = (max_bytes - _HEADER - frames * _FRAME_TABLES - sound) * 8 * _CARE
    maxrate = spare / (seconds + FILL * BUFFER_SECONDS)
    bits = int(min(max(maxrate, LEAST_BITS), MOST_BITS))
    return Rates(bits, int(bits * BUFFER_SECONDS))
