"""What the theme adds to the HTML of a body."""

import re

_TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
_RANGE = re.compile(r"\d[\d.:]* ?– ?\d[\d.:]*(?![^<]*>)")
"""`08.00–10.30`, but not inside a tag."""


def ranges(html: str) -> str:
    """The body with "08.00–10.30" whole in each cell of a table: browsers would end a line behind the dash."""
    return _TABLE.sub(lambda table: _RANGE.sub(r'<span class="one">\g<0></span>', table[0]), html)
