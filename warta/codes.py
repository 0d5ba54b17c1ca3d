"""Every code of a problem, and how bad each is: data, free of the line limit."""

from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is. An error stops publishing, a warning does so under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    OFF = "off"


class Code(StrEnum):
    """One code for each thing that can be wrong; the letter names the place where a person mends it.

    B a file as a whole (berkas), Y YAML, F front matter, M Markdown, T links (tautan), A addresses,
    G photos (gambar) and documents, K what the text says (redaksi: only these can be silenced for one post),
    S site.yaml, L layouts, P publishing, I what is imported or made new
    (I1 stops it, I2 tells).
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
    NAME_NOT_PORTABLE = "B112"

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
    APPROVAL_UNREADABLE = "F122"
    WITHDRAWAL_EMPTY = "F123"
    CHECK_UNKNOWN = "F124"
    PLACEHOLDER_LEFT = "F125"
    FIELD_TOO_LONG = "F126"
    TERMS_TOO_MANY = "F127"

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
    DOCUMENT_BROKEN = "G109"
    DOCUMENT_TOO_LARGE = "G110"
    DOCUMENT_NAMES_PERSON = "G111"
    PAGE_HEAVY = "G112"
    LOGO_REFUSED = "G113"
    LOGO_SMALL = "G114"
    PHOTO_TOO_LONG = "G115"
    LOGO_TOO_COSTLY = "G116"
    PHOTO_FILE_TOO_LARGE = "G117"

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
    NOT_PUBLISHED = "P106"
    PUBLISHED_FILE_DIFFERS = "P107"
    PUBLISHED_LINK_DEAD = "P108"
    PUBLISHED_FRAGMENT_DEAD = "P109"
    ADDRESS_GONE = "P110"
    SEARCH_MISSING = "P111"
    SITE_EMPTY = "P112"
    PREVIOUS_UNREADABLE = "P113"

    IMPORT_TOO_LARGE = "I101"
    IMPORT_KIND = "I102"
    IMPORT_EMPTY = "I103"
    IMPORT_TWICE = "I104"
    IMPORT_ADDRESS_TAKEN = "I105"
    IMPORT_EXISTS = "I106"
    IMPORT_BROKEN = "I107"
    IMPORT_MEDIA = "I108"
    NEW_WITHOUT_TITLE = "I109"
    IMPORT_NO_TITLE = "I201"
    IMPORT_NO_DATE = "I202"
    IMPORT_DATE_DOUBT = "I203"
    IMPORT_TRACKED = "I204"
    IMPORT_COMMENTS = "I205"
    IMPORT_PHOTO_KIND = "I206"
    IMPORT_NOT_CARRIED = "I207"
    IMPORT_PHOTO_MISSING = "I208"
    IMPORT_OLD_LINK = "I209"
    IMPORT_ALIAS = "I210"
    IMPORT_PROTECTED = "I211"
    IMPORT_RENAMED = "I212"
    IMPORT_LINK_DROPPED = "I213"
    NEW_TAG_LIKE = "I214"

    POST_UNKNOWN = "W101"
    POST_AMBIGUOUS = "W102"
    PROOF_TAKEN = "W103"

    WEEKDAY_CONTRADICTS = "K101"
    WEEKDAY_BY_YEAR = "K102"
    DATE_TO_COME = "K103"
    NO_SUCH_DAY = "K104"
    ANNIVERSARY = "K201"
    NAME_OUT_OF_TIME = "K202"


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
        Code.DOCUMENT_NAMES_PERSON,
        Code.PAGE_HEAVY,
        Code.LOGO_SMALL,
        Code.ADDRESS_GONE,
        Code.SEARCH_MISSING,
        Code.WEEKDAY_BY_YEAR,
        Code.DATE_TO_COME,
        Code.ANNIVERSARY,
        Code.NAME_OUT_OF_TIME,
        *(code for code in Code if code.startswith("I2")),
    }
) | frozenset(code for code in Code if code[:2] in {"K3", "K4", "K5", "K6"})
"""The codes that warn unless site.yaml says otherwise; every other code is an error."""

EDITORIAL = frozenset(code for code in Code if code.startswith("K"))
"""The codes of what a text says: a site may weigh them as it likes, a post may silence them."""

ADJUSTABLE = WARNINGS | EDITORIAL
"""The codes whose severity site.yaml may set."""
OFF_AT_FIRST = frozenset({Code.FRIDAY})
"""The warnings that are silent unless site.yaml asks for them: matters of a house's own style."""
