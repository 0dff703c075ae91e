"""`make bench`: every benchmark, or those named."""

import importlib
import sys

ALL = ("ready", "page", "film", "composing", "sound", "consent", "chat", "understanding")

for name in sys.argv[1:] or ALL:
    print(f"== {name}", flush=True)
    importlib.import_module(f"benchmarks.{name}").main()
