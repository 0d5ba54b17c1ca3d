"""The door: `python build.py` builds the site of this folder. All work is done in `warta`."""

import sys

from warta.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
