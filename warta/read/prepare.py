"""Body text as staff write it -> text that Python-Markdown reads the way they meant it.

Python-Markdown will not change these (its issues #3, #370, #413, #1221): a list or table right under a sentence, lists
nested by two spaces, blank lines between table rows. The rule for a list under a sentence: `- `, `* `, `+ ` or `1. `
starts one if the sentence ends with a colon or a second item follows; a wrapped line such as `17. ` never does.
"""

import re
from collections.abc import Iterator

MORE = "\ufdd0"
"""Stands for `<!--more-->`: a noncharacter, which `sourcetext.read_text` lets no file contain."""

_FENCE = re.compile(r" {0,3}(?P<mark>`{3,}|~{3,})[^`]*")
_ITEM = re.compile(r"(?P<indent>[ \t]*)(?P<mark>[-*+•]|\d{1,9}[.)])[ \t\u00a0]+(?P<text>\S.*)")
_ROW_RULE = re.compile(r" {0,3}\|?[ ]*:?-+:?[ ]*(\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_STRUCTURE = re.compile(r"[\t#|]|<!--")
_MORE = re.compile(r"(?<![ \t])[ \t]*<!--[ \t]*more[ \t]*-->[ \t]*", re.IGNORECASE)


def prepare(text: str) -> str:
    """The same text with blank lines and indents where Python-Markdown needs them."""
    lines = text.expandtabs(4).split("\n") if "\t" in text else text.split("\n")
    if "#" in text:
        lines = [_without_closing_hashes(line) if line.startswith("#") else line for line in lines]
    if "<!--" in text:
        lines = list(_mark_more(lines))
    if "|" in text:
        lines = list(_tables(lines))
    if any(map(_ITEM.match, lines)):
        lines = list(_lists(lines))
    elif not _STRUCTURE.search(text):
        return text
    return "\n".join(lines)


def fence_of(line: str, open_fence: str) -> str:
    """The code fence that is open after this line ("" for none), given the one open before it."""
    match = _FENCE.fullmatch(line) if "```" in line or "~~~" in line else None
    if match is None:
        return open_fence
    if not open_fence:
        return match["mark"]
    closes = match["mark"].startswith(open_fence) and line.strip() == match["mark"]
    return "" if closes else open_fence


def _without_closing_hashes(line: str) -> str:
    """`## Judul ##` without the hashes at its end (CommonMark 4.2), in one look at the line."""
    bare = line.rstrip().rstrip("#")
    return bare if bare.endswith(" ") and bare.strip("# ") else line


def _mark_more(lines: list[str]) -> Iterator[str]:
    fence, found = "", False
    for line in lines:
        fence = fence_of(line, fence)
        match = None if fence or found or "<!--" not in line else _MORE.search(line)
        if match is None:
            yield line
            continue
        found = True
        yield from (line[: match.start()], "", MORE, "", line[match.end() :])


def _tables(lines: list[str]) -> Iterator[str]:
    """Part tables from the text around them; close the gaps that blank lines tear into them."""
    fence, in_table = "", False
    for number, line in enumerate(lines):
        fence = fence_of(line, fence)
        following = lines[number + 1] if number + 1 < len(lines) else ""
        starts = not fence and not in_table and "|" in line and "|" in following + line and _is_rule(following)
        if starts:
            if number and lines[number - 1].strip():
                yield ""
            in_table = True
        elif in_table and not line.strip():
            if following.lstrip().startswith("|") and not _is_rule(
                lines[number + 2] if number + 2 < len(lines) else ""
            ):
                continue
            in_table = False
        elif in_table and "|" not in line:
            in_table = False
            yield ""
        yield line


def _is_rule(line: str) -> bool:
    return "-" in line and ("|" in line or ":" in line) and _ROW_RULE.fullmatch(line) is not None


class _OpenLists:
    """The indents, as typed, of the lists that are open at this line; the outermost first."""

    def __init__(self) -> None:
        self.indents: list[int] = []

    def place(self, indent: int) -> int:
        """Open, go on with or close lists for an item at this indent; the level it has then."""
        while self.indents and indent < self.indents[-1]:
            self.indents.pop()
        if not self.indents or indent >= self.indents[-1] + 2:
            self.indents.append(indent)
        return len(self.indents) - 1

    def level_of_text(self, indent: int) -> int:
        """The level of the item that an indented paragraph belongs to; -1 for none."""
        inside = [level for level, at in enumerate(self.indents) if indent >= at + 2]
        return inside[-1] if inside else -1


def _lists(lines: list[str]) -> Iterator[str]:
    """Start lists under sentences and indent every level by the four spaces that Python-Markdown wants."""
    fence, open_lists, previous, in_paragraph = "", _OpenLists(), "", False
    for number, line in enumerate(lines):
        was_open, fence = fence, fence_of(line, fence)
        item = None if fence or was_open else _ITEM.fullmatch(line)
        if item and _is_item(item, lines, number, previous, in_list=bool(open_lists.indents)):
            if previous.strip() and (not open_lists.indents or in_paragraph):
                yield ""
            yield _item(item, open_lists.place(len(item["indent"])))
            in_paragraph = False
        elif fence or was_open:
            yield line
        else:
            if line.strip() and not previous.strip() and not line.startswith("  "):
                open_lists.indents.clear()
            in_paragraph = bool(line.strip()) and (in_paragraph or not previous.strip())
            yield _continued(line, open_lists) if open_lists.indents else line
        previous = line


def _is_item(item: re.Match[str], lines: list[str], number: int, previous: str, *, in_list: bool) -> bool:
    if in_list:
        return True
    if len(item["indent"]) > 3:
        return False
    if not previous.strip() or previous.lstrip().startswith(("#", "|", ">")):
        return True
    following = _ITEM.fullmatch(lines[number + 1]) if number + 1 < len(lines) else None
    starts_list = not item["mark"][0].isdigit() or item["mark"][:-1] == "1"
    return starts_list and (previous.rstrip().endswith(":") or following is not None)


def _item(item: re.Match[str], level: int) -> str:
    mark = item["mark"].replace("•", "-").replace(")", ".")
    return f"{'    ' * level}{mark} {item['text']}"


def _continued(line: str, open_lists: _OpenLists) -> str:
    """A line inside an item, indented for its level; code inside an item keeps its extra indent."""
    text = line.lstrip(" ")
    indent = len(line) - len(text)
    level = open_lists.level_of_text(indent) if text and indent else -1
    if level < 0:
        return line
    extra = max(0, indent - open_lists.indents[level] - 4)
    return " " * (4 * (level + 1) + (extra if extra >= 4 else 0)) + text
