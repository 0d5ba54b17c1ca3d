"""The door: `python build.py` builds the site of this folder. All work is done in `warta`."""

import os
import sys

if __name__ == "__main__":
    try:
        from warta.cli import main

        code = main(sys.argv[1:])
    except KeyboardInterrupt:  # while all was still being loaded
        code = 130
    # Python would free every object one by one before it ends: 20 ms of a build of 1,000 posts.
    os._exit(code)
