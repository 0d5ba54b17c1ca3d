"""What can be wrong, as values: every stage returns problems, only the command line prints them.

A problem carries a code and facts, no words: `messages` words it in the site's language, so no stage has to know
which language that is, and a cached problem stays right when the language changes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is. An error stops publishing, a warning does so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class Code(StrEnum):
    """One code for each thing that can be wrong; the letter names the place where a person mends it.

    B a file as a whole (berkas), Y YAML, F front matter, M Markdown, T links (tautan), A addresses,
    G photos (gambar), K what the text says (redaksi: only these can be silenced for one post), S site.yaml,
    L layouts, P publishing.
    """

    FILE_TOO_LARGE = "B101"
    FILE_EMPTY = "B102"
    NUL_BYTE = "B103"
    NOT_UTF8 = "B104"
    UTF16 = "B105"
    UNDECODABLE = "B106"
    CONTROL_CHARACTER = "B107"
    SYMLINK = "B108"
    UNREADABLE = "B109"
    FILE_NAME = "B110"
    NOT_MARKDOWN = "B111"

    NOT_KEY_VALUE = "Y101"
    QUOTE_OPEN = "Y102"
    BRACKET_OPEN = "Y103"
    NOT_A_MAPPING = "Y104"
    DUPLICATE_KEY = "Y105"
    UNKNOWN_KEY = "Y106"
    WRONG_TYPE = "Y107"
    YAML_MAGIC = "Y108"
    YAML_TOO_LARGE = "Y109"
    VALUE_QUOTED = "Y110"
    TAB_INDENT = "Y111"
    CURLY_QUOTES = "Y112"
    MISSING_SPACE = "Y113"

    NO_FRONT_MATTER = "F101"
    FENCE_NOT_FIRST = "F102"
    DATE_IMPOSSIBLE = "F103"
    FENCE_NOT_CLOSED = "F104"
    FENCE_BLANKS = "F105"
    TITLE_MISSING = "F106"
    DATE_MISSING = "F107"
    DATE_UNREADABLE = "F108"
    DATE_WEEKDAY = "F109"
    DATE_YEAR = "F110"
    FLAG_UNREADABLE = "F111"
    FLAG_WORD = "F112"
    LIST_AS_TEXT = "F113"
    HASHTAGS = "F114"
    SLUG_REFUSED = "F115"
    SLUG_CHANGED = "F116"
    ALIAS_REFUSED = "F117"
    TAG_WITHOUT_LETTERS = "F118"
    EVENT_WITHOUT_START = "F119"
    EVENT_ENDS_FIRST = "F120"
    CORRECTION_WITHOUT_TEXT = "F121"
    CHECK_UNKNOWN = "F124"

    NESTED_TOO_DEEP = "M101"
    RAW_HTML = "M102"
    RULE_MAKES_HEADING = "M103"
    CHAT_MARKS = "M104"
    UNSAFE_LINK = "M105"
    EMPTY_LINK = "M106"
    TOO_TANGLED = "M107"
    RAW_HTML_SWALLOWED = "M108"

    LINK_FILE_MISSING = "T101"
    LINK_ADDRESS_MISSING = "T102"
    FRAGMENT_MISSING = "T103"
    LINK_TO_WITHHELD = "T104"
    PHOTO_MISSING = "T105"
    CASE_DIFFERS = "T106"
    FILE_KIND = "T107"

    ADDRESS_TAKEN = "A101"
    TAG_SLUG_CLASH = "A102"
    ALIAS_TAKEN = "A103"
    TAG_SPELLING_TAKEN = "A104"
    CATEGORY_SLUG_CLASH = "A105"

    PHOTO_BROKEN = "G101"
    PHOTO_TOO_LARGE = "G102"
    PHOTO_HEIC = "G103"
    GALLERY_EMPTY = "G104"
    PHOTO_ALT_MISSING = "G105"
    PHOTO_SMALL = "G106"
    PHOTO_UNUSED = "G107"
    PHOTO_UNUSED_BROKEN = "G108"

    IDENTITY_NUMBER = "K301"
    PHONE_FOREIGN = "K302"
    EMAIL_FOREIGN = "K303"
    DOCUMENT_NUMBER = "K304"
    BIRTH_DATE = "K305"
    INMATE_NAMED = "K306"
    CHILD_NAMED = "K307"
    STOP_WORD = "K308"

    TAG_NEAR = "K401"
    TAG_LONELY = "K402"
    TAGS_MANY = "K403"

    TITLE_CUT = "K501"
    TITLE_CAPITALS = "K502"
    SUMMARY_MISSING = "K503"
    PARAGRAPHS_GLUED = "K504"
    HEADING_SKIPS = "K505"
    LINK_HERE = "K506"
    SPACE_MISSING = "K507"
    WORD_DOUBLED = "K508"
    SLIP = "K509"
    FRIDAY = "K510"
    QUOTE_SIDE = "K511"
    EMPHASIS_OPEN = "K512"
    NOTE_MISSING = "K513"
    TABLE_RULE = "K514"
    SUMMARY_LONG = "K515"
    EMPHASIS_SPACED = "K516"

    LINK_ADDRESS_AS_TEXT = "K601"
    LINK_BARE = "K602"
    LINK_TORN = "K603"
    ALT_FILE_NAME = "K604"
    ALT_IS_CAPTION = "K605"

    SETTINGS_MISSING = "S101"
    SETTING_REQUIRED = "S102"
    SETTING_WRONG = "S103"

    TEMPLATE_SYNTAX = "L101"
    TEMPLATE_FAULT = "L102"
    TEMPLATE_MISSING = "L103"
    WORD_MISSING = "L104"

    OUTPUT_NOT_OURS = "P101"
    OUTPUT_LOCKED = "P102"
    TOO_MANY_REMOVED = "P103"
    WRITE_FAILED = "P104"
    OUTPUT_TAKEN = "P105"


WARNINGS = frozenset(
    {
        Code.FILE_EMPTY,
        Code.NOT_MARKDOWN,
        Code.NOT_UTF8,
        Code.UTF16,
        Code.CONTROL_CHARACTER,
        Code.UNKNOWN_KEY,
        Code.VALUE_QUOTED,
        Code.TAB_INDENT,
        Code.CURLY_QUOTES,
        Code.CHECK_UNKNOWN,
        Code.MISSING_SPACE,
        Code.FENCE_BLANKS,
        Code.FLAG_WORD,
        Code.LIST_AS_TEXT,
        Code.HASHTAGS,
        Code.SLUG_CHANGED,
        Code.RAW_HTML,
        Code.RAW_HTML_SWALLOWED,
        Code.RULE_MAKES_HEADING,
        Code.CHAT_MARKS,
        Code.UNSAFE_LINK,
        Code.EMPTY_LINK,
        Code.CASE_DIFFERS,
        Code.GALLERY_EMPTY,
        Code.PHOTO_ALT_MISSING,
        Code.PHOTO_SMALL,
        Code.PHOTO_UNUSED,
        Code.PHOTO_UNUSED_BROKEN,
        Code.IDENTITY_NUMBER,
        Code.PHONE_FOREIGN,
        Code.EMAIL_FOREIGN,
        Code.DOCUMENT_NUMBER,
        Code.BIRTH_DATE,
        Code.INMATE_NAMED,
        Code.CHILD_NAMED,
        Code.STOP_WORD,
        Code.TAG_NEAR,
        Code.TAG_LONELY,
        Code.TAGS_MANY,
        Code.TITLE_CUT,
        Code.TITLE_CAPITALS,
        Code.SUMMARY_MISSING,
        Code.PARAGRAPHS_GLUED,
        Code.HEADING_SKIPS,
        Code.LINK_HERE,
        Code.SPACE_MISSING,
        Code.WORD_DOUBLED,
        Code.SLIP,
        Code.FRIDAY,
        Code.QUOTE_SIDE,
        Code.EMPHASIS_OPEN,
        Code.NOTE_MISSING,
        Code.TABLE_RULE,
        Code.SUMMARY_LONG,
        Code.EMPHASIS_SPACED,
        Code.LINK_ADDRESS_AS_TEXT,
        Code.LINK_BARE,
        Code.LINK_TORN,
        Code.ALT_FILE_NAME,
        Code.ALT_IS_CAPTION,
    }
)
"""The codes that warn unless site.yaml says otherwise; every other code is an error."""

OFF_AT_FIRST = frozenset({Code.FRIDAY})
"""The warnings that are silent unless site.yaml asks for them: matters of a house's own style."""


EXCERPT = 300
"""Characters of a line that are kept to be shown."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong at one place.

    `path` is relative to the source folder with `/`; `line` and `column` count from 1 (0: the file as a whole);
    `excerpt` is the line as the writer typed it; `facts` fill the words of `messages`. Problems sort by place.
    """

    path: str
    line: int
    column: int
    code: Code
    severity: Severity
    facts: tuple[tuple[str, str], ...] = ()
    excerpt: str = ""


def problem(code: Code, path: str, line: int = 0, column: int = 0, *, excerpt: str = "", **facts: object) -> Problem:
    """A problem of the code's own severity; the facts are kept as text."""
    warns = Severity.OFF if code in OFF_AT_FIRST else Severity.WARNING
    severity = warns if code in WARNINGS else Severity.ERROR
    worded = tuple((name, str(value)) for name, value in sorted(facts.items()))
    return Problem(path, line, column, code, severity, worded, excerpt)


class Findings:
    """The problems of one text, gathered while it is read; each gets the line it names as its excerpt."""

    def __init__(self, path: str, lines: Sequence[str]) -> None:
        self.path, self._lines, self._problems = path, lines, list[Problem]()

    def add(self, code: Code, line: int = 0, column: int = 0, **facts: object) -> None:
        """Note one problem. `line` counts from 1 in the text; 0 stands for the file as a whole."""
        excerpt = self._lines[line - 1][:EXCERPT] if 0 < line <= len(self._lines) else ""
        self._problems.append(problem(code, self.path, line, column, excerpt=excerpt, **facts))

    def extend(self, problems: Iterable[Problem]) -> None:
        """Take over problems that an earlier step found in the same text."""
        self._problems.extend(problems)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that was found so far."""
        return tuple(self._problems)


def weigh(problems: Iterable[Problem], checks: Mapping[str, Severity]) -> tuple[Problem, ...]:
    """The problems sorted and without repeats, each with the severity that site.yaml `checks` gives its code."""
    weighed = {replace(each, severity=checks.get(each.code, each.severity)) for each in problems}
    return tuple(sorted(each for each in weighed if each.severity is not Severity.OFF))


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems stops publishing."""
    return any(each.severity is Severity.ERROR for each in problems)
