"""Small knowledge bases on disk, in a form that passes every check unless a test changes it."""

from __future__ import annotations

from pathlib import Path

from knowledge.articles import Library, load_library
from knowledge.search import Index

REFUSING = """\
---
title: Kapan bantuan kedinasan boleh ditolak
title_en: When official assistance may be refused
answer: >
  Boleh ditolak, secara tertulis dengan alasan, jika mengganggu kinerja instansi pemberi atau dokumennya rahasia.
answer_en: It may be refused, in writing and with reasons, if it would harm the giver's own work.
aliases:
  - menolak bantuan kedinasan
  - alasan penolakan bantuan dinas
  - pasal 36 uu 30/2014
  - refuse assistance between agencies
tags: [bantuan kedinasan, hukum]
sources:
  - {work: UU 30/2014 tentang Administrasi Pemerintahan, place: Pasal 36}
related: [biaya-bantuan]
---
## Tiga alasan yang diakui
1. Kinerja instansi yang diminta akan terganggu.
2. Surat yang dibutuhkan bersifat rahasia.
3. Peraturan tidak membolehkan bantuan itu.

## Kecuali darurat
Bila permintaan muncul dalam keadaan darurat, ketiga alasan itu gugur; lihat [biayanya](biaya-bantuan.md).
"""

COSTS = """\
---
title: Biaya bantuan kedinasan
title_en: Costs of official assistance
answer: Biaya ditetapkan bersama secara wajar oleh penerima dan pemberi, tanpa pembiayaan ganda.
answer_en: Both sides set the costs fairly, and nothing is paid twice.
aliases:
  - ongkos bantuan dinas
  - siapa menanggung biaya bantuan
  - pembiayaan ganda
  - cost of assistance
tags: [bantuan kedinasan]
sources:
  - work: "UU 30/2014 tentang Administrasi Pemerintahan"
    place: Pasal 35 ayat (2)
related: [menolak-bantuan]
---
## Arti secara wajar
Sesuai kebutuhan riil dan kemampuan penerima bantuan kedinasan.
"""

WOG = """\
---
title: Whole of Government (WoG)
title_en: Whole of Government (WoG)
answer: WoG menyatukan upaya kolaboratif seluruh sektor pemerintahan untuk tujuan bersama.
answer_en: WoG unites the collaborative efforts of all sectors of government.
aliases:
  - wog
  - pendekatan interagency
  - pemerintahan terpadu
  - whole-of-government approach
tags: [wog]
sources:
  - {work: "Modul Kolaboratif, LAN, 2021", place: Bab II huruf C}
related: [menolak-bantuan, biaya-bantuan]
---
Pendekatan ini menjawab ego sektoral antarinstansi.

## Sejarah WoG
Di Inggris gagasan ini tumbuh pada 1990-an di bawah Tony Blair. Di Australia laporannya terbit tahun 2004.

## Prinsip WoG
- kolaborasi
- kebersamaan
- kesatuan tujuan
"""

ARTICLES = {"menolak-bantuan": REFUSING, "biaya-bantuan": COSTS, "wog": WOG}


def write_library(folder: Path, articles: dict[str, str] | None = None, module: str = "kolaborasi") -> Path:
    """Writes `articles` (id to text; the three samples by default) as one module below `folder`; gives `folder`."""
    place = folder / module
    place.mkdir(parents=True, exist_ok=True)
    for name, text in (ARTICLES if articles is None else articles).items():
        (place / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


def sample_library(folder: Path) -> Library:
    return load_library(write_library(folder))


def sample_index(folder: Path) -> Index:
    return Index.build(sample_library(folder))
