import os
from hashlib import sha256
from pathlib import Path

import pytest

from zuofeng_cli.errors import UnusableInputError
from zuofeng_cli.finding import Finding
from zuofeng_cli.load.source import read


def refused(path: Path, max_bytes: int = 100) -> Finding:
    with pytest.raises(UnusableInputError) as error:
        read(path, "a.yaml", max_bytes)
    (finding,) = error.value.findings
    assert finding.file == "a.yaml"
    return finding


def test_a_text_comes_with_its_hash_and_without_a_byte_order_mark(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbfunit: \xe7\xa4\xba\xe8\x8c\x83\r\n"
    (tmp_path / "a.yaml").write_bytes(raw)
    source = read(tmp_path / "a.yaml", "logs/a.yaml")
    assert source.text == "unit: 示范\r\n"
    assert (source.name, source.sha256) == ("logs/a.yaml", sha256(raw).hexdigest())


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xff\xfeu\x00", 1, 1),  # UTF-16
        (b"unit: demo\nnote: \xd6\xd0\n", 2, 7),  # GBK
        (b"unit: \xe7\xa4", 1, 7),  # cut off in the middle of a character
    ],
)
def test_what_is_not_utf_8_is_refused_where_it_stands(
    tmp_path: Path, raw: bytes, line: int, column: int
) -> None:
    (tmp_path / "a.yaml").write_bytes(raw)
    finding = refused(tmp_path / "a.yaml")
    assert (finding.name, finding.line, finding.column) == ("encoding", line, column)


def test_a_file_has_a_limit(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_bytes(b"x" * 100)
    assert read(tmp_path / "a.yaml", "a.yaml", 100).text == "x" * 100
    (tmp_path / "a.yaml").write_bytes(b"x" * 101)
    assert refused(tmp_path / "a.yaml").name == "too-large"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none").message
    assert "folder" in refused(tmp_path).message
    os.mkfifo(tmp_path / "pipe")  # reading it would wait for ever
    assert "not a regular file" in refused(tmp_path / "pipe").message


def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "a\0b").message
