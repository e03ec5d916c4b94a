"""A small questions.yaml beside the sample articles, in a form that passes every check unless a test changes it."""

from __future__ import annotations

from pathlib import Path

from tests.support.knowledge import write_library

QUESTIONS = """\
- id: menolak-01
  article: menolak-bantuan
  level: terapkan
  use: practice
  ask: >
    Dinas Pertanian diminta meminjamkan dua penyuluh, padahal semua penyuluhnya sedang bertugas dan target provinsi
    akan meleset. Langkah yang tepat?
  right: Menolak secara tertulis dengan menjelaskan dampaknya
  letter: B
  wrong:
    - Menolak lewat telepon karena keadaannya sudah jelas
    - Menerima karena bantuan tidak boleh ditolak
    - Membiarkan surat itu tanpa jawaban sampai panen selesai
  why: Terganggunya kinerja adalah alasan yang sah, tetapi penolakannya harus tertulis dan beralasan.
- id: menolak-02
  article: menolak-bantuan
  level: paham
  use: practice
  ask: Kapan ketiga alasan penolakan tidak berlaku?
  right: Saat bantuan dibutuhkan dalam keadaan darurat
  letter: D
  wrong: [Saat pemohonnya lembaga pusat, Saat biaya ditanggung pihak yang meminta bantuan, Saat ada surat]
  why: Dalam keadaan darurat badan yang diminta wajib membantu.
- id: biaya-01
  article: biaya-bantuan
  level: ingat
  use: practice
  ask: Siapa yang menetapkan biaya bantuan kedinasan?
  right: Penerima dan pemberi bantuan bersama-sama
  letter: A
  wrong:
    - Menteri Keuangan, lewat standar biaya
    - Instansi pemberi bantuan saja
    - Instansi yang anggarannya paling besar di antara keduanya
  why: Biaya ditetapkan berdua secara wajar, tanpa pembiayaan ganda.
"""


def write_questions(folder: Path, text: str = QUESTIONS, module: str = "kolaborasi") -> Path:
    """Writes the sample articles and beside them `text` as questions.yaml of `module`; gives that file."""
    write_library(folder)
    file = folder / module / "questions.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file
