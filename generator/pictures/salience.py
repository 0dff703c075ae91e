"""What catches the eye in a photograph: U²-Net's small model (Qin et al. 2020, Apache-2.0) on the processor.

Only the weights are used of the package that brings them; where it is not installed, nothing is found, and a photograph
is a scene.
"""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

_PACKAGE, _WEIGHTS = "rembg", "u2netp.onnx"
_SIDE = 320  # pixels: what the network was trained on
_MEAN, _DEVIATION = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)  # of ImageNet, as in training
_THREADS = 2


def weights() -> Path | None:
    """Where the weights lie; None if they are not installed."""
    found = find_spec(_PACKAGE)
    for folder in (found.submodule_search_locations or ()) if found is not None else ():
        path = Path(folder) / _WEIGHTS
        if path.is_file():
            return path
    return None


class Salience:
    """The network, loaded when it is first asked."""

    def __init__(self) -> None:
        self._session: Any = None

    def of(self, picture: Image.Image) -> NDArray[np.floating[Any]] | None:
        """How much each place of an RGB picture stands out, 0..1, in the picture's own size; None without weights."""
        if self._session is None:
            path = weights()
            if path is None:
                return None
            self._session = _session(path)
        small = np.asarray(picture.resize((_SIDE, _SIDE), Image.Resampling.LANCZOS), np.float32)
        small = small / max(float(small.max()), 1.0)
        normal = ((small - np.array(_MEAN, np.float32)) / np.array(_DEVIATION, np.float32)).transpose(2, 0, 1)[None]
        fused = self._session.get_outputs()[0].name
        (answer,) = self._session.run([fused], {self._session.get_inputs()[0].name: normal.astype(np.float32)})
        found = Image.fromarray(np.clip(answer[0, 0], 0, 1).astype(np.float32))
        return np.clip(np.asarray(found.resize(picture.size, Image.Resampling.BICUBIC), np.float32), 0, 1)


def _session(path: Path) -> Any:
    import onnxruntime  # type: ignore[import-untyped]

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = _THREADS
    options.enable_cpu_mem_arena = False  # a film needs it for a second; its memory is better given back
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
