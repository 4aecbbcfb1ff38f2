"""The guide for administrators: its records pass the check, its messages are real, and both languages say the same."""

import hashlib
import re
import shutil
from pathlib import Path

import pytest
import yaml
from tests.conftest import ROOT
from tests.screenshots.guide import blocks, put_in, records

from netral.catalogue import labels
from netral.cli import main
from netral.forms import services
from netral.load.workbook import SHEET
from netral.model.form import ITEMS

LANGS = ("id", "en")
#: The form services, the most used first.
SERVICES = (
    "google-forms",
    "microsoft-forms",
    "kobotoolbox",
    "odk-central",
    "limesurvey",
    "nextcloud",
    "html",
    "paper",
)
SEE = {"id": "**Tampak:**", "en": "**You see:**"}


def guide(lang: str) -> str:
    return (ROOT / "docs" / lang / "panduan-admin.md").read_text(encoding="utf-8")


def steps(lang: str) -> list[str]:
    """Every numbered step on one line, but for the list of what to have ready, where nothing is done."""
    _, ready, rest = guide(lang).partition("{#siapkan}")
    assert ready
    text = guide(lang).replace(rest.partition("\n## ")[0], "")
    found = re.findall(r"^\d+\. .*(?:\n {3,}\S.*)*", text, re.MULTILINE)
    return [" ".join(step.split()) for step in found]


def data_with(tmp_path: Path, lang: str, *, slip: bool = False) -> Path:
    shutil.copytree(ROOT / "data", tmp_path / "data")
    put_in(tmp_path / "data", records(lang), slip=slip)
    return tmp_path / "data"


def test_both_languages_show_the_same_records() -> None:
    assert records("id") == records("en")


@pytest.mark.parametrize("lang", LANGS)
def test_the_old_text_in_the_example_of_a_changed_pact_has_the_digest_shown(lang: str) -> None:
    pact = yaml.safe_load(records(lang).past)
    (old,) = pact["past"]
    lines = [f"{number}. {point['id']}\n" for number, point in enumerate(old["points"], 1)]
    assert old["digest"] == hashlib.sha256("".join(lines).encode()).hexdigest()
    assert pact["version"] != old["version"]
    assert pact["points"] != old["points"]


def shape(lang: str, name: str) -> list[str]:
    """The bones of a page: headings with their anchors, list items, rows, blocks, links, pictures without language."""
    text = (ROOT / "docs" / lang / f"{name}.md").read_text(encoding="utf-8")
    text = re.sub(r"\n(?![-#|>`!<]|\d+\.|\n)", " ", text)
    bones = r"^#+(?= )|\{#[\w-]+\}|^- |^\d+\. |^\||^```\w*|^<!-- .*? -->|\]\([^)]*\)"
    return [bone.replace(f"/{lang}/", "/") for bone in re.findall(bones, text, re.MULTILINE)]


@pytest.mark.parametrize("name", ["panduan-admin", "tentang"])
def test_both_languages_are_built_alike(name: str) -> None:
    assert shape("id", name) == shape("en", name)
    assert len(shape("id", name)) > 80


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_records_pass_the_check_when_they_are_put_in(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(data_with(tmp_path, lang)), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


@pytest.mark.usefixtures("looked_through_once")
@pytest.mark.parametrize(
    ("service", "prefill"),
    [
        ("google-forms", "entry.1000001"),
        ("kobotoolbox", "instansi"),
        ("odk-central", "/data/instansi"),
        ("limesurvey", "instansi"),
        ("nextcloud", None),
        ("html", None),
        ("paper", None),
    ],
)
def test_the_example_form_passes_the_check_for_each_service(
    service: str, prefill: str | None, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = records("id")
    address = services()[service].address
    form = (
        re.sub(r"(?<=url: ).*", address.like if address else "null", found.form)
        if service != "google-forms"
        else found.form
    )
    form = form.replace("service: google-forms", f"service: {service}")
    form = (
        form.replace("entry.1000001", prefill) if prefill else re.sub(r" +prefill:\n(?: {10}.*\n)+", "", form, count=1)
    )
    form = form.replace("          pact_version: entry.1000002\n", "") if service != "google-forms" else form
    agency = found.agency.replace("pact: null", "pact: pakta-banten").replace("pact_version: null", "pact_version: '1'")
    shutil.copytree(ROOT / "data", tmp_path / "data")
    assert "\n      fields: []\n" in agency
    put_in(tmp_path / "data", found._replace(agency=agency.replace("      fields: []\n", f"      fields: []\n{form}")))
    assert main(["check", "--data", str(tmp_path / "data"), "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"
    assert main(["form", "check", "--data", str(tmp_path / "data"), "--lang", "en"]) == 0
    assert "kabupaten-rekaan-2028" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGS)
def test_the_guide_names_every_service_every_item_and_its_basis(lang: str) -> None:
    _, part = guide(lang).split("{#formulir}\n", 1)
    rows = [line.split("|")[1].strip() for line in part.partition("\n## ")[0].splitlines() if line.startswith("| `")]
    assert rows == [*(f"`{name}`" for name in SERVICES), *(f"`{item}`" for item in ITEMS)]
    assert sorted(SERVICES) == list(services())


@pytest.mark.parametrize("lang", LANGS)
def test_the_example_message_is_what_the_check_says(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--data", str(data_with(tmp_path, lang, slip=True)), "--lang", lang]) == 1
    said = [line.strip() for line in capsys.readouterr().out.splitlines()]
    (shown,) = [block for block in blocks(lang, "text") if "K001" in block]
    message, fix = (re.sub(r"^\S+: ", "", line.strip()) for line in (shown.splitlines()[0], shown.splitlines()[-1]))
    assert any(line.endswith(message) for line in said)
    assert any(line.endswith(fix) for line in said)


@pytest.mark.parametrize("lang", LANGS)
def test_the_messages_of_common_mistakes_are_those_of_broken_inputs(lang: str) -> None:
    shown = [block for block in blocks(lang, "text") if "K001" not in block]
    assert [block.split()[0] for block in shown] == ["W023", "W005", "W002", "Y002", "Y001", "D003", "C001", "K007"]
    for block in shown:
        code = block.split()[0]
        reports = [
            (folder / f"expected.{lang}.txt").read_text(encoding="utf-8")
            for folder in (ROOT / "tests/bad").glob(f"{code}*")
        ]
        assert any(all(line in report for line in block.splitlines()) for report in reports), code


@pytest.mark.parametrize("lang", LANGS)
def test_every_step_says_what_to_see(lang: str) -> None:
    assert len(steps(lang)) > 50
    assert [step for step in steps(lang) if SEE[lang] not in step] == []


def test_the_commands_are_the_same_and_those_of_this_project() -> None:
    plain = [block.replace(" --lang en", "") for block in blocks("en", "powershell")]
    assert plain == blocks("id", "powershell")
    assert f"uv=={(ROOT / '.uv-version').read_text(encoding='utf-8').strip()}\n" in plain[2]
    commands = [line.split()[1:] for block in plain for line in block.splitlines() if "\\netral " in line]
    assert len(commands) == 6
    for command in commands:
        with pytest.raises(SystemExit) as stopped:
            main([*command, "--help"])
        assert stopped.value.code == 0


def test_what_it_says_of_the_workflows_is_so() -> None:
    folder = ROOT / ".github" / "workflows"
    check, publish = (
        yaml.load((folder / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
        for name in ("check", "publish")
    )
    assert (check["name"], publish["name"]) == ("check", "publish")
    assert list(check["jobs"]) == ["data", "test", "windows"]
    assert [check["jobs"][job]["timeout-minutes"] for job in ("test", "windows")] == ["20", "20"]
    minute, hour, *_ = publish["on"]["schedule"][0]["cron"].split()
    when = f"{(int(hour) + 7) % 24:02}", f"{int(minute):02}"
    assert ".".join(when) in guide("id")
    assert ":".join(when) in guide("en")


#: The day on which the weekly figures of the guide are looked at.
WEEKLY_DAY = "2028-04-25"
AGENCY = "kabupaten-rekaan"


def weekly(tmp_path: Path, lang: str, *, weeks: int) -> Path:
    """The data with the guide's agency, and the rows of its first so many examples pasted one after the other."""
    data = data_with(tmp_path, lang)
    agencies = data / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    head, own = text.rsplit(f"- id: {AGENCY}\n", 1)
    own = own.replace("pact_version: null", "pact_version: '1'")
    agencies.write_text(f"{head}- id: {AGENCY}\n{own}", encoding="utf-8")
    (data / "completion").mkdir(exist_ok=True)
    rows = "".join(blocks(lang, "csv")[:weeks])
    (data / "completion" / f"{AGENCY}.csv").write_text(rows, encoding="utf-8")
    return data


def test_the_command_of_the_second_route_is_one_of_this_project(capsys: pytest.CaptureFixture[str]) -> None:
    (line,) = [block for block in blocks("id", "powershell") if " stats import " in block]
    program, *command = line.split()
    assert (program, command[:2]) == (".venv\\Scripts\\netral", ["stats", "import"])
    with pytest.raises(SystemExit) as stopped:
        main(["stats", "import", "--help"])
    assert stopped.value.code == 0
    known = set(re.findall(r"--[a-z-]+", capsys.readouterr().out))
    assert {word for word in command if word.startswith("--")} | {"--missing", "--confirmed-by"} <= known
    assert (ROOT / "scripts/netral/providers" / f"{command[command.index('--from') + 1]}.yaml").is_file()


def test_both_languages_show_the_same_rows() -> None:
    assert blocks("id", "csv") == blocks("en", "csv")
    assert len(blocks("id", "csv")) == 5


@pytest.mark.parametrize(("weeks", "day"), [(1, "2028-04-10"), (2, "2028-04-17"), (4, WEEKLY_DAY)])
def test_the_rows_pass_the_check_when_they_are_pasted_one_after_the_other(
    weeks: int, day: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = weekly(tmp_path, "id", weeks=weeks)
    assert main(["check", "--data", str(data), "--as-of", day, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def test_the_list_of_units_passes_the_check_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = weekly(tmp_path, "id", weeks=4)
    agencies = data / "agencies.yaml"
    text = agencies.read_text(encoding="utf-8")
    head, own = text.rsplit(f"- id: {AGENCY}\n", 1)
    contact = next(line for line in own.splitlines() if line.startswith("  contact: "))
    own = own.replace(contact, f"{contact}\n  units: true\n  maintainers: ['@akun-satu', '@akun-dua']")
    agencies.write_text(f"{head}- id: {AGENCY}\n{own}", encoding="utf-8")
    (data / "units").mkdir(exist_ok=True)
    (data / "units" / f"{AGENCY}.csv").write_text(blocks("id", "csv")[4], encoding="utf-8")
    assert main(["check", "--data", str(data), "--as-of", WEEKLY_DAY, "--lang", "en"]) == 0
    assert capsys.readouterr().out == "No problems.\n"


def told(before: Path, data: Path, lang: str, capsys: pytest.CaptureFixture[str]) -> str:
    where = ["--before", str(before), "--data", str(data)]
    assert main(["stats", "changes", *where, "--as-of", WEEKLY_DAY, "--lang", lang]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_of_the_first_week_is_what_the_summary_shows(
    lang: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = weekly(tmp_path, lang, weeks=1)
    lines = [line for line in told(ROOT / "data", data, lang, capsys).splitlines() if line.startswith("|")]
    head, _, row = lines
    # As a list: a table of six columns sticks out of a telephone.
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in (head, row)]
    assert "".join(f"- {name}: {value}\n" for name, value in zip(*cells, strict=True)) in guide(lang)


def test_the_remark_of_the_correction_is_what_the_summary_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "before").mkdir()
    before = weekly(tmp_path / "before", "id", weeks=2)
    shown = told(before, weekly(tmp_path, "id", weeks=3), "id", capsys)
    for lang in LANGS:
        (remark,) = re.findall(r'"(koreksi \(revisi 2\), .*?)"', guide(lang))
        assert f"| {remark.removesuffix('.')} |" in shown


@pytest.mark.parametrize("lang", LANGS)
def test_it_names_buttons_titles_and_columns_as_the_site_the_template_and_the_summary_do(lang: str) -> None:
    say, text = labels(lang), " ".join(guide(lang).split())
    named = [say(f"workbook.{key}") for key in ("heading", "link", "copy")]
    fields = yaml.safe_load((ROOT / "data" / "datapackage.yaml").read_text(encoding="utf-8"))["resources"][0]["schema"][
        "fields"
    ]
    title = {"id": "title", "en": "title_en"}[lang]
    columns = ("week", "headcount", "headcount_date", "signed", "status", "confirmed_by", "note")
    named += [field[title] for field in fields if field["name"] in columns]
    assert [name for name in [*named, SHEET] if f'"{name}"' not in text] == []
    # The summary on the host's page comes in Indonesian, for everybody.
    marked = {"id": '"{}"', "en": '*{}*{{: lang="id" }}'}[lang]
    assert [key for key in ("title", "mend") if marked.format(labels("id")(f"changes.{key}")) not in text] == []


def test_its_limits_for_small_groups_are_those_in_force() -> None:
    limits = {
        each["id"]: each["value"] for each in yaml.safe_load((ROOT / "data" / "disclosure.yaml").read_text("utf-8"))
    }
    assert limits == {"group": 100, "cell": 5, "alone": 10}
