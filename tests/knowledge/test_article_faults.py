"""Every fault of an article is named with its file, its line, and what was expected."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.articles import KnowledgeFaults, check, load_library
from tests.support.knowledge import COSTS, REFUSING, WOG, write_library

Change = Callable[[str], str]


def instead(old: str, new: str) -> Change:
    """Replaces `old`, which must be there, once."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


def body(new: str) -> Change:
    return lambda text: text[: text.index("\n---\n", 4) + 5] + new


LONG = "Kalimat ini dua puluh. " * 14

# What is changed in menolak-bantuan.md, the line of the fault, and its message.
FAULTS: dict[str, tuple[Change, int, str]] = {
    "no front matter": (lambda text: text[4:], 1, "no front matter; expected `---`"),
    "front matter never closed": (instead("\n---\n## Tiga", "\n## Tiga"), 1, "no front matter; expected `---`"),
    "empty front matter": (lambda text: "---\n---\nIsi.\n", 2, "the field `title` is missing"),
    "front matter is no mapping": (lambda text: "---\n- satu\n---\nIsi.\n", 2, "expected front matter of the form"),
    "broken YAML": (instead("title: Kapan", "title: [Kapan"), 3, "not YAML: "),
    "a key twice": (instead("title_en:", "title:"), 3, "the key `title` stands here twice"),
    "a missing field": (instead("tags: [bantuan kedinasan, hukum]\n", ""), 2, "the field `tags` is missing"),
    "an unknown field": (instead("tags:", "label: x\ntags:"), 12, "unknown field `label`; expected one of: title,"),
    "an empty field": (instead("title: Kapan bantuan kedinasan boleh ditolak", 'title: ""'), 2, "`title` is empty"),
    "a field without value": (
        instead("title: Kapan bantuan kedinasan boleh ditolak", "title:"),
        2,
        "`title` must be text, not nothing",
    ),
    "a number for text": (instead("title_en: When", "title_en: 2014 #"), 3, "`title_en` must be text, not 2014;"),
    "a list for text": (
        instead("title_en: When official assistance may be refused", "title_en: [a, b]"),
        3,
        "`title_en` must be text, not a list",
    ),
    "text for a list": (
        instead("[bantuan kedinasan, hukum]", "hukum"),
        12,
        "`tags` must be a list, not text",
    ),
    "a number in a list": (instead("- menolak bantuan", "- 2014 #"), 8, "an item of `aliases` must be text, not 2014;"),
    "an answer too long": (
        instead("  Boleh ditolak, secara", f"  {LONG}secara"),
        4,
        "`answer` has 418 characters; at most 300 are allowed",
    ),
    "an English answer too long": (
        instead("answer_en: It", f"answer_en: {LONG}It"),
        6,
        "`answer_en` has 408 characters; at most 300 are allowed",
    ),
    "too few aliases": (
        instead("  - pasal 36 uu 30/2014\n", ""),
        7,
        "`aliases` holds 3; at least 4 are expected",
    ),
    "an alias twice": (
        instead("alasan penolakan bantuan dinas", "Menolak Bantuan Kedinasan"),
        9,
        "`Menolak Bantuan Kedinasan` stands in `aliases` twice",
    ),
    "no tags": (instead("[bantuan kedinasan, hukum]", "[]"), 12, "`tags` is empty"),
    "no sources": (
        instead("\n  - {work: UU 30/2014 tentang Administrasi Pemerintahan, place: Pasal 36}", " []"),
        13,
        "`sources` needs a list with at least one {work: ..., place: ...}",
    ),
    "a source without place": (instead(", place: Pasal 36", ""), 14, "a source without `place`"),
    "a source with an empty place": (instead("place: Pasal 36", 'place: ""'), 14, "a source without `place`"),
    "a source without work": (
        instead("work: UU 30/2014 tentang Administrasi Pemerintahan, ", ""),
        14,
        "a source without `work`",
    ),
    "a source with another key": (
        instead("place: Pasal 36", "place: Pasal 36, page: hal 3"),
        14,
        "a source has `work` and `place`, not `page`",
    ),
    "a source that is text": (
        instead("{work: UU 30/2014 tentang Administrasi Pemerintahan, place: Pasal 36}", "UU 30/2014"),
        14,
        "a source must be {work: ..., place: ...}, not text",
    ),
    "a fact cited without its source": (
        instead("dokumennya rahasia.", "dokumennya rahasia (UU 30/2014, PP 53/2010)."),
        4,
        "`answer` cites PP 53/2010, and no source does; expected it among `sources`",
    ),
    "a law whose number is only a part of the source's": (
        instead("dokumennya rahasia.", "dokumennya rahasia (UU 0/2014)."),
        4,
        "`answer` cites UU 0/2014, and no source does; expected it among `sources`",
    ),
    "an unknown related article": (
        instead("[biaya-bantuan]", "[biaya-bantuan, tidak-ada]"),
        15,
        "`related` names `tidak-ada`, and no article has this id",
    ),
    "related to itself": (
        instead("[biaya-bantuan]", "[menolak-bantuan]"),
        15,
        "`related` names the article itself",
    ),
    "related twice": (
        instead("[biaya-bantuan]", "[wog, wog]"),
        15,
        "`wog` stands in `related` twice",
    ),
    "a dead link": (instead("(biaya-bantuan.md)", "(hilang.md)"), 23, "a dead link: no article has the id `hilang`"),
    "a dead link in a later line": (
        body("Satu\ndua\ntiga [hilang](hilang.md).\n"),
        19,
        "a dead link: no article has the id `hilang`",
    ),
    "a link to itself": (
        instead("(biaya-bantuan.md)", "(menolak-bantuan.md)"),
        23,
        "a link from the article to itself",
    ),
    "a link elsewhere": (
        instead("(biaya-bantuan.md)", "(https://contoh.id/x.md)"),
        23,
        "a link to `https://contoh.id/x.md`; expected an article: [text](id.md)",
    ),
    "an empty body": (body("\n\n"), 17, "the body is empty"),
    "a tab": (instead("1. Kinerja", "1.\tKinerja"), 18, "a tab; use spaces"),
    "a tab in front matter": (instead("tags: [", "tags:\t["), 12, "a tab; use spaces"),
    "a heading of level 1": (instead("## Kecuali", "# Kecuali"), 22, "a heading of level 1;"),
    "an underlined heading of level 1": (body("Judul\n=====\n\nIsi.\n"), 17, "a heading of level 1;"),
    "a heading of level 4": (
        instead("## Kecuali", "#### Kecuali"),
        22,
        "a heading of level 4; only ## and ### are used",
    ),
    "a block of HTML": (body("Isi.\n\n<div>apa</div>\n"), 19, "HTML is not supported; expected headings ##"),
    "HTML in a line": (body("Isi\nyang <b>tebal</b>.\n"), 18, "HTML is not supported"),
    "a picture": (body("Isi.\n\n![gambar](x.png)\n"), 19, "a picture is not supported"),
    "a code block": (body("Isi.\n\n```\nx = 1\n```\n"), 19, "a code block is not supported"),
    "indented text": (body("Isi.\n\n    menjorok\n"), 19, "a code block (text indented by four spaces)"),
    "a line across": (body("Isi.\n\n***\n\nIsi.\n"), 19, "a line across is not supported"),
    "an alias of another": (
        instead("- menolak bantuan kedinasan", "- WOG"),
        8,
        "the alias `WOG` is also claimed by wog; list it in `ambiguous` of each",
    ),
}


@pytest.mark.parametrize(("change", "line", "message"), FAULTS.values(), ids=FAULTS.keys())
def test_a_fault_names_its_file_its_line_and_what_was_expected(
    tmp_path: Path, change: Change, line: int, message: str
) -> None:
    write_library(tmp_path)
    write_library(tmp_path, {"menolak-bantuan": change(REFUSING)})
    file = tmp_path / "kolaborasi" / "menolak-bantuan.md"

    found = [fault for fault in check(tmp_path) if fault.file == file]

    assert (line, True) in [(fault.line, fault.message.startswith(message)) for fault in found], found


@pytest.mark.parametrize("name", ["Menolak_Bantuan", "menolak--bantuan", "menolak-", "Menolak", "menolak bantuan"])
def test_an_id_that_is_not_kebab_case_is_a_fault(tmp_path: Path, name: str) -> None:
    write_library(tmp_path)
    write_library(tmp_path, {name: COSTS_APART})

    (fault,) = check(tmp_path)

    assert (fault.file.stem, fault.line) == (name, 1)
    assert "expected small letters, digits and single hyphens" in fault.message


COSTS_APART = COSTS.replace("  - ", "  - lain ").replace("lain work", "work")


def test_an_id_that_two_modules_use_is_a_fault_of_the_later(tmp_path: Path) -> None:
    write_library(tmp_path)
    write_library(tmp_path, {"wog": COSTS_APART}, "zeta")

    (fault,) = check(tmp_path)

    assert fault.file == tmp_path / "zeta" / "wog.md"
    assert (fault.line, fault.message) == (1, "the id is taken by kolaborasi/wog.md")


def test_an_alias_that_only_one_article_admits_is_a_fault_of_both(tmp_path: Path) -> None:
    write_library(tmp_path)
    both = {
        "wog": WOG.replace("  - wog\n", "  - pembiayaan ganda\n").replace(
            "tags:", "ambiguous: [pembiayaan ganda]\ntags:"
        )
    }
    write_library(tmp_path, both)

    faults = check(tmp_path)

    assert [(fault.file.stem, fault.line) for fault in faults] == [("biaya-bantuan", 9), ("wog", 7)]


def test_all_faults_are_told_at_once_in_the_order_of_files_and_lines(tmp_path: Path) -> None:
    broken = REFUSING.replace("tags:", "label: x\ntags:").replace("(biaya-bantuan.md)", "(hilang.md)")
    write_library(tmp_path, {"menolak-bantuan": broken, "wog": WOG.replace("## Prinsip", "# Prinsip")})

    with pytest.raises(KnowledgeFaults) as caught:
        load_library(tmp_path)

    assert [(fault.file.name, fault.line) for fault in caught.value.faults] == [
        ("menolak-bantuan.md", 12),
        ("menolak-bantuan.md", 16),
        ("menolak-bantuan.md", 24),
        ("wog.md", 14),
        ("wog.md", 21),
    ]
    assert str(caught.value).splitlines()[0].startswith(f"{tmp_path}/kolaborasi/menolak-bantuan.md:12: unknown field")


def test_bytes_that_are_not_text_are_a_fault(tmp_path: Path) -> None:
    write_library(tmp_path)
    (tmp_path / "kolaborasi" / "rusak.md").write_bytes(b"---\n\xff\xfe\n---\n")

    (fault,) = check(tmp_path)

    assert (fault.file.name, fault.line, fault.message) == ("rusak.md", 1, "not UTF-8 text")


@pytest.mark.parametrize("missing", [False, True], ids=["empty", "missing"])
def test_a_folder_without_articles_is_a_fault(tmp_path: Path, missing: bool) -> None:
    folder = tmp_path / "tidak-ada" if missing else tmp_path

    (fault,) = check(folder)

    assert fault.file == folder
    assert "no articles here" in fault.message


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("title: Hukum\ntitle_en: Law\norder: dua\n", 3, "`order` must be a whole number"),
        ("title: Hukum\norder: 1\n", 1, "`title_en` must be text"),
        (
            "title: Hukum\ntitle_en: Law\nwarna: biru\n",
            3,
            "unknown field `warna`; expected one of: title, title_en, order",
        ),
        ("- satu\n", 1, "expected the fields title, title_en, order"),
        ("title: [Hukum\n", 2, "not YAML: "),
    ],
    ids=["order", "missing", "unknown", "list", "broken"],
)
def test_a_fault_in_module_yaml_is_named(tmp_path: Path, text: str, line: int, message: str) -> None:
    write_library(tmp_path)
    file = tmp_path / "kolaborasi" / "module.yaml"
    file.write_text(text, encoding="utf-8")

    faults = check(tmp_path)

    assert any(f.file == file and f.line == line and f.message.startswith(message) for f in faults), faults


def test_a_module_folder_must_be_named_in_kebab_case(tmp_path: Path) -> None:
    write_library(tmp_path, module="Modul Satu")

    (fault,) = check(tmp_path)

    assert fault.file == tmp_path / "Modul Satu"
