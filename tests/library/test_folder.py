"""Which files of a pack's folder are found and read, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from studyapp.core.errors import ContentError
from studyapp.library import folder
from studyapp.library.folder import MAX_FILE_BYTES, MAX_FILES, MAX_PACK_BYTES, list_yaml, read_bytes

needs_links = pytest.mark.skipif(os.name == "nt", reason="links and pipes need rights on Windows")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    root = tmp_path / "pack"
    for name in ("pack.yaml", "notes/b.yaml", "notes/a.yaml", "notes/deep/c.yaml"):
        write(root / name, f"file: {name}\n")
    return root


def write(path: Path, text: str = "a: 1\n") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def refused(root: Path) -> list[tuple[str, str]]:
    return [(problem.file, problem.code) for problem in list_yaml(root)[1]]


def test_every_yaml_file_is_found_in_the_order_of_names(pack: Path) -> None:
    write(pack / "README.md")
    write(pack / "yaml")
    (pack / "empty.yaml").mkdir()
    names, problems = list_yaml(pack)
    assert names == ["notes/a.yaml", "notes/b.yaml", "notes/deep/c.yaml", "pack.yaml"]
    assert problems == []
    assert read_bytes(pack, "notes/deep/c.yaml") == b"file: notes/deep/c.yaml\n"


def test_what_is_hidden_stays_hidden(pack: Path) -> None:
    write(pack / ".git/config.yaml")
    write(pack / "notes/.draft.yaml")
    write(pack / ".schema/x.yml")
    names, problems = list_yaml(pack)
    assert len(names) == 4
    assert problems == []


def test_another_ending_is_named_so_that_no_file_is_lost_silently(pack: Path) -> None:
    write(pack / "notes/x.yml")
    write(pack / "notes/Y.YAML")
    names, (upper, short) = list_yaml(pack)
    assert len(names) == 4
    assert (upper.file, upper.code, upper.label) == (
        "notes/Y.YAML",
        "P0130",
        "rename it to `notes/Y.yaml`",
    )
    assert (short.file, short.label) == ("notes/x.yml", "rename it to `notes/x.yaml`")
    assert upper.code == short.code == "P0130"


@needs_links
def test_links_are_refused_wherever_they_lead(pack: Path) -> None:
    (pack / "file.yaml").symlink_to("/etc/passwd")
    (pack / "inside.yaml").symlink_to(pack / "pack.yaml")
    (pack / "root").symlink_to("/")
    (pack / "loop").symlink_to(pack)
    names, _ = list_yaml(pack)
    assert len(names) == 4
    assert refused(pack) == [
        (name, "P0130") for name in ("file.yaml", "inside.yaml", "loop", "root")
    ]


@needs_links
def test_special_files_and_names_are_refused(pack: Path) -> None:
    os.mkfifo(pack / "pipe.yaml")
    write(pack / "esc\x1b[31m.yaml")
    assert refused(pack) == [("esc\x1b[31m.yaml", "P0130"), ("pipe.yaml", "P0130")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_closed_folder_is_told(pack: Path) -> None:
    (pack / "notes/deep").chmod(0)
    try:
        assert refused(pack) == [("notes/deep", "P0131")]
    finally:
        (pack / "notes/deep").chmod(0o700)


def test_no_folder_is_told(tmp_path: Path) -> None:
    write(tmp_path / "pack.yaml")
    assert refused(tmp_path / "nowhere") == [(".", "P0131")]
    assert refused(tmp_path / "pack.yaml") == [(".", "P0131")]


def test_a_pack_of_too_many_files_is_refused_whole(tmp_path: Path) -> None:
    for number in range(MAX_FILES):
        (tmp_path / f"{number}.yaml").touch()
    assert len(list_yaml(tmp_path)[0]) == MAX_FILES
    (tmp_path / "one-more.yaml").touch()
    assert list_yaml(tmp_path)[0] == []
    assert refused(tmp_path) == [(".", "P0101")]


def test_a_pack_of_too_many_bytes_is_refused_whole(tmp_path: Path) -> None:
    for number in range(2):
        with (tmp_path / f"{number}.yaml").open("wb") as sparse:
            sparse.truncate(MAX_PACK_BYTES // 2)
    assert refused(tmp_path) == []
    write(tmp_path / "one-more.yaml", " ")
    assert refused(tmp_path) == [(".", "P0101")]


@pytest.fixture(params=[True, False], ids=["openat", "no openat"])
def each_platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param and not folder._CAN_OPEN_BENEATH:
        pytest.skip("this platform has no openat")
    monkeypatch.setattr(folder, "_CAN_OPEN_BENEATH", request.param)


@pytest.mark.usefixtures("each_platform")
@pytest.mark.parametrize(
    "file",
    [
        *("", "/etc/passwd", "../secret.yaml", "notes/../pack.yaml", "./pack.yaml", "pack.yaml/"),
        *("notes", "notes//a.yaml", "notes\\a.yaml", "C:/x.yaml", "notes/a.yaml/x", "pack.yaml\0x"),
        *("nowhere.yaml", "nowhere/a.yaml", "\ud800.yaml"),
    ],
)
def test_no_path_leaves_the_pack(pack: Path, file: str) -> None:
    write(pack.parent / "secret.yaml")
    with pytest.raises(ContentError):
        read_bytes(pack, file)


@needs_links
@pytest.mark.usefixtures("each_platform")
@pytest.mark.parametrize(
    "file", ["link.yaml", "inside.yaml", "folder/a.yaml", "root/etc/passwd", "pipe.yaml"]
)
def test_nothing_but_regular_files_is_read(pack: Path, file: str) -> None:
    (pack / "link.yaml").symlink_to("/etc/passwd")
    (pack / "inside.yaml").symlink_to(pack / "pack.yaml")
    (pack / "folder").symlink_to(pack / "notes")
    (pack / "root").symlink_to("/")
    os.mkfifo(pack / "pipe.yaml")
    with pytest.raises(ContentError):
        read_bytes(pack, file)


@needs_links
@pytest.mark.usefixtures("each_platform")
def test_the_pack_itself_may_be_a_link(pack: Path) -> None:
    (pack.parent / "link").symlink_to(pack)
    assert read_bytes(pack.parent / "link", "notes/a.yaml") == b"file: notes/a.yaml\n"


@pytest.mark.usefixtures("each_platform")
def test_a_file_is_read_up_to_its_limit(pack: Path) -> None:
    path = pack / "big.yaml"
    path.write_bytes(b" " * MAX_FILE_BYTES)
    assert len(read_bytes(pack, "big.yaml")) == MAX_FILE_BYTES
    path.write_bytes(b" " * (MAX_FILE_BYTES + 1))
    with pytest.raises(ContentError, match="2,000,000 bytes"):
        read_bytes(pack, "big.yaml")


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="open files cannot be counted here")
def test_no_file_stays_open(pack: Path) -> None:
    before = len(list(Path("/proc/self/fd").iterdir()))
    for file in ("pack.yaml", "notes/deep/c.yaml", "notes", "nowhere/x.yaml", "notes/nowhere.yaml"):
        try:
            read_bytes(pack, file)
        except ContentError:
            continue
    assert len(list(Path("/proc/self/fd").iterdir())) == before
