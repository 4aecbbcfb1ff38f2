"""A text in hand is told for what it is: which version, the nearest one, or none; from words and from PDF."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from pypdf import PdfReader, PdfWriter
from tests.conftest import ROOT

from netral.cli import main
from netral.compare import Difference
from netral.digest import canonical_pact
from netral.inhand import MAX_PAGES, Unreadable, text_of
from netral.model.dataset import Dataset
from netral.verify import Match, verify
from netral.versions import PactText, of_version, versions

DATA = ["--data", str(ROOT / "data"), "--lang", "en"]
ONE = "8580146ec5407d1b62d718266da34352b2c7575d8b93a125e2b276e9001c3294"
TWO = "fd2eb47b5ccc50fccd53e5d4d1113beb53b6dde7f068c785b91623087dd47d57"
BANTEN = "229d8f066647377a8f2bcf479280286708c733ed5508e26b27254bee73aaf123"


@pytest.fixture
def known(dataset: Dataset) -> list[PactText]:
    return [text for pact in dataset.pacts for text in versions(pact)]


@pytest.fixture
def text(dataset: Dataset) -> Callable[[str, str], PactText]:
    def find(pact: str, version: str) -> PactText:
        found = of_version(next(each for each in dataset.pacts if each.id == pact), version)
        assert found is not None
        return found

    return find


def typeset(pact: PactText, tmp_path: Path, around: str = "", width: str = "11cm") -> bytes:
    """A PDF with a title, the numbered text, and blanks to fill, in a narrow column that breaks every line."""

    def words(part: object) -> str:
        return f"#{getattr(part, 'id', '')!r}".replace("'", '"') if part else ""

    points = "\n".join(f"+ {words(point)}" for point in pact.points)
    source = f"""#set page(width: {width}, height: 8cm, footer: context [Halaman #counter(page).display()])
#set text(lang: "id", hyphenate: true)
= Pakta Integritas
Sidik {pact.digest[:12]} {around}

{words(pact.opening)}

{points}

{words(pact.closing)}

Nama: ......... Jabatan: .........
"""
    path = tmp_path / "pakta.typ"
    path.write_text(source, encoding="utf-8")
    return typst.compile(str(path), format="pdf")


def told(verdict: object) -> list[tuple[str, str]]:
    matches: tuple[Match, ...] = verdict.matches  # type: ignore[attr-defined]
    return [(match.text.pact.id, match.text.version) for match in matches]


@pytest.mark.parametrize("pact", ["pakta-banten", "ikrar-sumatera-barat", "pakta-jakarta"])
def test_every_pact_is_told_by_its_own_words(pact: str, known: list[PactText], text: Callable[..., PactText]) -> None:
    verdict = verify(canonical_pact(text(pact, "1")), known)
    assert verdict.matches == (Match(text(pact, "1"), 0, 0),)
    assert verdict.nearest is None
    assert verdict.claimed == ()


@pytest.mark.parametrize("version", ["1", "2"])
def test_versions_are_told_apart_by_text(version: str, known: list[PactText], text: Callable[..., PactText]) -> None:
    demo = text("pakta-demo", version)
    assert told(verify(canonical_pact(demo), known)) == [("pakta-demo", version)]
    loose = " \n".join(f"   {line}\u00a0" for line in canonical_pact(demo).splitlines())
    assert verify(f"PAKTA\n\n{loose}\n\nNama: Rekaan", known).matches == (Match(demo, 1, 2),)


@pytest.mark.parametrize("width", ["7cm", "11cm", "21cm"])
@pytest.mark.parametrize(
    ("pact", "version"),
    [("pakta-demo", "1"), ("pakta-demo", "2"), ("pakta-banten", "1"), ("ikrar-sumatera-barat", "1")],
)
def test_versions_are_told_apart_by_pdf(
    pact: str, version: str, width: str, known: list[PactText], text: Callable[..., PactText], tmp_path: Path
) -> None:
    verdict = verify(text_of(typeset(text(pact, version), tmp_path, width=width)), known)
    assert told(verdict) == [(pact, version)]
    assert verdict.claimed == ()


def test_a_text_that_another_version_begins_with_is_not_taken_for_it(
    dataset: Dataset, text: Callable[..., PactText]
) -> None:
    """Without a closing, version 1 stands whole in version 2."""
    whole = text("pakta-banten", "1")
    short = PactText(whole.pact, "0", "0" * 64, None, None, whole.points[:3], None)
    assert told(verify(canonical_pact(whole), [short, whole])) == [("pakta-banten", "1")]
    assert told(verify(canonical_pact(short), [short, whole])) == [("pakta-banten", "0")]
    assert told(verify(canonical_pact(whole), [short])) == []
    unnumbered = " ".join(point.id for point in whole.points)
    assert told(verify(unnumbered, [short, whole])) == [("pakta-banten", "1")]


def test_one_word_changed_is_told_with_its_place(known: list[PactText], text: Callable[..., PactText]) -> None:
    banten = text("pakta-banten", "1")
    for old, new, found in (
        ("bijak", "baik", Difference("media sosial secara", "bijak,", "baik,")),
        ("apapun", "apa pun", Difference("pemberian dalam bentuk", "apapun.", "apa pun.")),
        (
            "praktik- praktik",
            "praktik-praktik",
            Difference("kepentingan, tidak melakukan", "praktik- praktik", "praktik-praktik"),
        ),
        ("Menolak politik", "Politik", Difference("serta berita bohong.", "Menolak politik", "Politik")),
    ):
        verdict = verify(canonical_pact(banten).replace(old, new), known)
        assert verdict.matches == ()
        assert verdict.nearest is not None
        assert verdict.nearest.text == banten
        assert verdict.nearest.differences == (found,)


def test_signs_of_typesetting_are_no_change(known: list[PactText], text: Callable[..., PactText]) -> None:
    jakarta, banten = text("pakta-jakarta", "1"), text("pakta-banten", "1")
    curly = canonical_pact(jakarta).replace('"ASN', "\u201cASN").replace(',"', ",\u201d").replace("-", "\u2011")
    assert told(verify(curly, known)) == [("pakta-jakarta", "1")]
    split = canonical_pact(banten).replace("netralitas", "netra\u00adlitas").replace("konflik", "kon\ufb02ik")
    assert told(verify(split, known)) == [("pakta-banten", "1")]
    divided = canonical_pact(banten).replace("intimidasi", "intimi-\ndasi")
    assert told(verify(divided, known)) == [("pakta-banten", "1")]
    assert told(verify(canonical_pact(banten).replace("Pegawai ASN", "pegawai ASN"), known)) == []


def test_a_version_whose_text_was_not_kept_is_told_by_its_digest(text: Callable[..., PactText]) -> None:
    demo = text("pakta-demo", "1")
    bare = PactText(demo.pact, "1", demo.digest, None, None, (), None)
    two = text("pakta-demo", "2")
    assert told(verify(canonical_pact(demo), [bare, two])) == [("pakta-demo", "1")]
    assert told(verify("  " + canonical_pact(demo).replace("\n", "\r\n\r\n "), [bare, two])) == [("pakta-demo", "1")]
    assert told(verify(canonical_pact(demo) + "lagi", [bare, two])) == []


def test_a_digest_of_another_version_is_seen(known: list[PactText], text: Callable[..., PactText]) -> None:
    one, two = text("pakta-demo", "1"), text("pakta-demo", "2")
    verdict = verify(f"Sidik {TWO[:12]}\n{canonical_pact(one)}", known)
    assert told(verdict) == [("pakta-demo", "1")]
    assert verdict.claimed == (two,)


def test_what_is_like_none_is_told_so(known: list[PactText]) -> None:
    verdict = verify("Rapat besok pukul delapan di aula.", known)
    assert (verdict.matches, verdict.nearest) == ((), None)


def test_what_our_own_sheets_print_between_the_parts_is_no_change(
    known: list[PactText], text: Callable[..., PactText]
) -> None:
    banten = text("pakta-banten", "1")
    printed = ("Translation:", "Pembaca", "Peserta", "menirukan")
    english = "\n".join(f"{n}. {point.id}\nTranslation: {point.en}" for n, point in enumerate(banten.points, 1))
    aloud = "\n".join(f"Pembaca\n{n}. {point.id}\nPeserta menirukan" for n, point in enumerate(banten.points, 1))
    for sheet in (english, aloud):
        assert told(verify(sheet, known)) == []
        assert told(verify(sheet, known, printed)) == [("pakta-banten", "1")]
        assert told(verify(sheet.replace("bijak", "baik"), known, printed)) == []
        assert told(verify(f"{sheet}\n5. Lagi satu.", known, printed)) == []


def test_a_foot_on_every_page_does_not_part_the_text(text: Callable[..., PactText], tmp_path: Path) -> None:
    pdf = typeset(text("pakta-banten", "1"), tmp_path, width="7cm")
    assert len(PdfReader(io.BytesIO(pdf)).pages) > 1
    assert "Halaman" not in text_of(pdf)


def locked(pdf: bytes, password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(pdf))
    writer.encrypt(user_password=password, owner_password="rekaan", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def blank(pages: int) -> bytes:
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(100, 100)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_why_something_cannot_be_read(text: Callable[..., PactText], tmp_path: Path) -> None:
    pdf = typeset(text("pakta-demo", "2"), tmp_path)
    cases = {
        "empty": b" \n",
        "binary": b"PK\x03\x04\x00\x00",
        "scanned": blank(1),
        "long": blank(MAX_PAGES + 1),
        "locked": locked(pdf, "rahasia"),
        "damaged": b"%PDF-1.7\nhancur",
    }
    for reason, content in cases.items():
        with pytest.raises(Unreadable) as caught:
            text_of(content)
        assert caught.value.reason == reason
    with pytest.raises(Unreadable, match="binary"):
        text_of(b"Saya \xe9")
    assert text_of("Saya".encode("utf-16")) == "Saya"
    assert "Rekaan" in text_of(locked(pdf, ""))


@pytest.mark.parametrize("cut", [20, 200, 2000, 9000])
def test_a_pdf_cut_short_or_garbled_never_ends_in_a_traceback(
    cut: int, text: Callable[..., PactText], tmp_path: Path
) -> None:
    pdf = typeset(text("pakta-demo", "2"), tmp_path)
    for broken in (pdf[:cut], pdf[:cut] + pdf[cut + 200 :], pdf[:cut] + b"\xff" * 200 + pdf[cut + 200 :]):
        try:
            text_of(broken)
        except Unreadable as why:
            assert why.reason in {"damaged", "scanned", "locked"}  # noqa: PT017 (either is right)


# The command.


def test_the_command_tells_a_past_version_from_a_pdf(
    text: Callable[..., PactText], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "di tangan.pdf"
    path.write_bytes(typeset(text("pakta-demo", "1"), tmp_path))
    assert main(["pact", "verify", str(path), *DATA]) == 0
    assert capsys.readouterr().out == (
        'This is version 1 of "Example Pact (made-up data)" (pakta-demo).\n'
        "  This pact is made up, only to show how things work.\n"
        f"  Digest: {ONE}\n"
        "  An earlier version, in use until 12 July 2026; the present one is version 2.\n"
        "  There are other words around that text: 4 before it, 4 after it (a title and blanks, for example).\n"
        "  Page: /pakta/pakta-demo/\n"
    )


def test_the_command_tells_the_present_version_from_standard_input_in_indonesian(
    text: Callable[..., PactText], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    content = io.TextIOWrapper(io.BytesIO(canonical_pact(text("pakta-banten", "1")).encode()))
    monkeypatch.setattr("sys.stdin", content)
    assert main(["pact", "verify", "-", "--data", str(ROOT / "data"), "--lang", "id"]) == 0
    assert capsys.readouterr().out == (
        'Ini versi 1 dari "Pakta integritas netralitas ASN Pemprov Banten, 2023" (pakta-banten).\n'
        f"  Sidik: {BANTEN}\n"
        "  Versi ini yang sekarang.\n"
        "  Halaman: /pakta/pakta-banten/\n"
    )


def test_the_command_tells_a_retelling_for_what_it_is(
    text: Callable[..., PactText], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["pact", "verify", canonical_pact(text("pakta-jakarta", "1")), *DATA]) == 0
    assert "It is a retelling by the news, not a text that anybody signed." in capsys.readouterr().out


def test_the_command_tells_the_word_that_differs(
    text: Callable[..., PactText], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "pakta.txt"
    changed = canonical_pact(text("pakta-demo", "2")).replace("kendaraan dinas", "kendaraan")
    path.write_text(f"Sidik {TWO[:12]}\n{changed}", encoding="utf-8")
    assert main(["pact", "verify", str(path), *DATA]) == 1
    assert capsys.readouterr().out == (
        "This text is no version of any pact that is here.\n"
        'The nearest is version 2 of "Example Pact (made-up data)" (pakta-demo). It differs:\n'
        '  - after "tidak memakai kendaraan": "dinas" is missing\n'
        'Mind: the digest of version 2 of "Example Pact (made-up data)" is printed here, but the text is not that'
        " version.\n"
    )


def test_the_command_repeats_no_staff_number(text: Callable[..., PactText], capsys: pytest.CaptureFixture[str]) -> None:
    number = "199001012015011000"
    filled = canonical_pact(text("pakta-demo", "2")).replace("Saya tidak memakai jabatan", f"Saya {number} memakai")
    assert main(["pact", "verify", filled, *DATA]) == 1
    assert number not in capsys.readouterr().out


def test_the_command_refuses_what_it_cannot_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "pakta.docx").write_bytes(b"PK")
    (tmp_path / "kosong.txt").touch()
    (tmp_path / "pindai.pdf").write_bytes(blank(1))
    cases = {
        "pakta.docx": 'pakta.docx is of the kind ".docx", which cannot be read; save it as .txt or .pdf first',
        "kosong.txt": "kosong.txt is empty",
        "pindai.pdf": "pindai.pdf holds no text, only pictures (perhaps a scan);",
        "tiada.pdf": "there is no file",
        "": "is a folder, not a file",
    }
    for name, said in cases.items():
        assert main(["pact", "verify", str(tmp_path / name), *DATA]) == 2
        printed = capsys.readouterr()
        assert said in printed.err
        assert printed.out == ""


def test_the_command_does_not_judge_by_pacts_that_are_wrong(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A digest that is not the text's would tell the wrong one."""
    data = tmp_path / "data"
    data.mkdir()
    broken = (ROOT / "tests/bad/P001/pacts.yaml").read_text(encoding="utf-8")
    (data / "pacts.yaml").write_text(broken, encoding="utf-8")
    assert main(["pact", "verify", "Saya bersikap netral.", "--data", str(data), "--lang", "en"]) == 1
    out = capsys.readouterr().out
    assert "P001" in out
    assert "This is version" not in out
