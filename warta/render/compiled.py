"""The templates that this process has compiled, by their text: the preview builds again and again, each time anew.

In memory alone: what lies on a disk may be another's, and would be run. Jinja works out `"/" | url` while it compiles,
so code is good only for the settings and words it was compiled with.
"""

from functools import lru_cache
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache


class Compiled(BytecodeCache):
    """Jinja's own way to keep what it compiled, without files."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give the template its code, if it was compiled before."""
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of the template."""
        self._codes[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=2)
def compiled(_variant: str) -> Compiled:
    """What was compiled with these settings and words, told as one text."""
    return Compiled()
