"""What no linter sees: who touches the disk, who prints, how long things are."""

import ast
import builtins
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "warta").rglob("*.py"))
DATA = {ROOT / "warta/messages/id.py", ROOT / "warta/messages/en.py", ROOT / "warta/codes.py"}
DISK = {ROOT / "warta" / name for name in ("files.py", "handover.py", "database.py", "locks.py")}
# Decides whether there is anything to do before `files` could be imported: it looks, and changes nothing.
LOOKER, LOOKS = ROOT / "warta/quick.py", {"os.scandir", "os.lstat", "os.stat", "entry.is_dir", "entry.stat"}
PRINTERS = {ROOT / "warta/console.py", ROOT / "warta/cli.py"}

LONGEST_MODULE, LONGEST_FUNCTION, ONE_SCREEN = 250, 40, 45

# Methods of Path (and of files and folders generally) that touch the disk, whatever they are called on.
TOUCHES = set(
    """
    write_text write_bytes read_text read_bytes unlink rename mkdir rmdir touch chmod symlink_to hardlink_to iterdir
    glob rglob rmtree makedirs removedirs scandir listdir stat lstat exists is_file is_dir copyfile copytree
    """.split()
)
# Of these modules nothing may be called at all, but for what only computes or asks the system itself.
DISK_MODULES = {"os", "shutil", "tempfile", "io", "sqlite3", "glob", "fcntl", "msvcrt", "mmap"}
PURE = {
    "os._exit",
    "os.environ",
    "os.environ.get",
    "os.cpu_count",
    "os.sched_getaffinity",
    "os.name",
    "os.sep",
    "os.fork",
    "os.getpid",
    "os.kill",
    "os.path.abspath",
    "os.path.dirname",
    "os.path.join",
    "os.path.realpath",
    "os.pipe",
    "os.waitpid",
    "os.waitstatus_to_exitcode",
    "image.open",  # a photo in a Word file, which is in memory
    "io.BytesIO",
    "io.StringIO",
}


def name_of(node: ast.expr) -> str:
    """Return `a.b.c` for such an expression; unknown parts are `?`."""
    match node:
        case ast.Name():
            return node.id
        case ast.Attribute():
            return f"{name_of(node.value)}.{node.attr}"
        case _:
            return "?"


def calls_in(source: str) -> Iterator[tuple[int, str, ast.Call]]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            yield node.lineno, name_of(node.func), node


def imported(source: str) -> dict[str, str]:
    """Return what each imported name stands for."""
    found = dict[str, str]()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name.partition(".")[0]: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
    return found


def disk_calls(source: str) -> list[str]:
    """Return the calls that open, write, rename or delete, as `line: name`."""
    names = imported(source)
    return [f"{line}: {name}" for line, name, call in calls_in(source) if _touches(name, call, names)]


def _touches(name: str, call: ast.Call, names: dict[str, str]) -> bool:
    first, _, rest = name.partition(".")
    whole = f"{names.get(first, first)}.{rest}" if rest else names.get(first, first)
    method = whole.rpartition(".")[2]
    if whole in PURE or whole.startswith(("warta.files.", "warta.handover.")):
        return False
    if whole in {"PIL.Image.open", "Image.open"}:
        return not (call.args and isinstance(call.args[0], ast.Call) and name_of(call.args[0].func) == "BytesIO")
    if whole.partition(".")[0] in DISK_MODULES:
        return not whole.endswith(".Error")
    if method == "open":
        return True
    # `replace` of a path takes one argument, that of a text two and that of a value named ones.
    moves = method == "replace" and "." in name and len(call.args) == 1 and not call.keywords
    return moves or ("." in name and method in TOUCHES)


@pytest.mark.parametrize(
    "code",
    [
        "open('x')",
        "Path('x').open()",
        "Path('x').write_text('')",
        "path.write_bytes(b'')",
        "path.read_bytes()",
        "path.unlink()",
        "path.replace(other)",
        "path.rename(other)",
        "path.mkdir()",
        "path.rmdir()",
        "import os\nos.replace(a, b)",
        "from os import replace\nreplace(a, b)",
        "import shutil as s\ns.rmtree(a)",
        "from PIL import Image\nImage.open(path)",
        "import tempfile\ntempfile.mkdtemp()",
        "import sqlite3\nsqlite3.connect(p)",
    ],
)
def test_the_rule_sees_every_way_to_the_disk(code: str) -> None:
    assert len(disk_calls(code)) == 1


@pytest.mark.parametrize(
    "code",
    [
        "'a'.replace('b', 'c')",
        "from dataclasses import replace\nreplace(value, a=1)",
        "moment.replace(tzinfo=zone)",
        "from io import BytesIO\nBytesIO(data)",
        "from PIL import Image\nImage.open(BytesIO(data))",
        "import os\nos.environ.get('A')",
        "from warta import files\nfiles.read(root, path)",
    ],
)
def test_the_rule_lets_what_only_computes_pass(code: str) -> None:
    assert disk_calls(code) == []


def test_only_the_modules_for_it_touch_the_disk() -> None:
    found = {
        path.relative_to(ROOT).as_posix(): calls
        for path in [*MODULES, ROOT / "build.py"]
        if path not in {*DISK, LOOKER} and (calls := disk_calls(path.read_text(encoding="utf-8")))
    }
    pipes = [call.partition(": ")[2] for call in found.pop("warta/publish/beside.py")]
    assert sorted(pipes) == ["fcntl.fcntl", "os.close", "os.readv", "os.write"], "of a pipe, which has no name"
    assert found == {}


def test_the_glance_before_a_build_changes_nothing() -> None:
    source = LOOKER.read_text(encoding="utf-8")
    modes = [call for _, name, call in calls_in(source) if name == "open" and _mode_of(call) != "r"]
    others = [call for call in disk_calls(source) if call.partition(": ")[2] not in {*LOOKS, "open"}]
    assert (modes, others) == ([], [])


def _mode_of(call: ast.Call) -> str:
    named = [keyword.value for keyword in call.keywords if keyword.arg == "mode"]
    mode = [*call.args[1:2], *named]
    return str(ast.literal_eval(mode[0])) if mode else "r"


def test_only_the_console_prints() -> None:
    talk = {"print", "input", "sys.stdout.write", "sys.stderr.write"}
    assert "print" in dir(builtins)
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in MODULES
        for line, name, _ in calls_in(path.read_text(encoding="utf-8"))
        if name in talk and path not in PRINTERS
    ]
    assert found == []


def test_no_module_is_longer_than_its_limit() -> None:
    lengths = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES if path not in DATA}
    assert {str(path.relative_to(ROOT)): n for path, n in lengths.items() if n > LONGEST_MODULE} == {}


def functions() -> Iterator[tuple[Path, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield path, node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    assert node.end_lineno is not None
    return node.end_lineno - node.lineno + 1


def test_no_function_is_longer_than_its_limit() -> None:
    assert [
        f"{path.relative_to(ROOT)}: {node.name}" for path, node in functions() if length(node) > LONGEST_FUNCTION
    ] == []


def test_the_build_fits_one_screen() -> None:
    (build,) = (node for path, node in functions() if path == ROOT / "warta/pipeline.py" and node.name == "build")
    assert length(build) <= ONE_SCREEN


def test_nothing_is_left_to_be_done() -> None:
    # Put together here, so that this file does not hold what it looks for.
    mark = re.compile(r"\b(?:{})\b".format("|".join(("TO" + "DO", "FIX" + "ME", "X" * 3, "HA" + "CK"))))
    sources = [*MODULES, ROOT / "build.py", *(ROOT / "layouts").rglob("*.html"), *(ROOT / "tests").glob("**/test_*.py")]
    assert [
        str(path) for path in sources if "node_modules" not in path.parts and mark.search(path.read_text("utf-8"))
    ] == []
