"""The page that lies with the files of an agency's forms: what each is, how it is uploaded, how it is counted."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from netral.addresses import absolute, signing_address
from netral.model.agency import Agency, Round
from netral.pages.page import Edition
from netral.versions import PactText

__all__ = ["README", "readme"]

#: Lang -> the name of the page.
README = {"id": "BACA-SAYA.txt", "en": "README.txt"}
_WIDTH = 78


def readme(edition: Edition, agency: Agency, rounds: Sequence[tuple[Round, PactText]], files: Sequence[str]) -> str:
    """The page in the edition's language. `files` are the names of what lies beside it."""
    say = edition.say
    title = say("form_readme.title", agency=_line(getattr(agency.name, edition.lang)))
    parts = [f"{_wrapped(title)}\n{'=' * min(len(title), _WIDTH)}", _wrapped(say("form_readme.other"))]
    if edition.dataset.is_made_up(agency):
        parts.append(_wrapped(f"{say('poster.made_up')}. {say('poster.made_up_text')}"))
    for round_, text in rounds:
        parts += _of_round(edition, agency, round_, text, files)
    parts += [*_steps(edition), _wrapped(say("form_readme.private"))]
    return "\n\n".join(parts) + "\n"


def _of_round(edition: Edition, agency: Agency, round_: Round, text: PactText, files: Sequence[str]) -> Iterator[str]:
    say = edition.say
    yield _heading(_line(getattr(round_.name, edition.lang)))
    identity = say("identity.told", version=text.version, digest=text.short)
    yield _wrapped(f"{_line(getattr(text.pact.name, edition.lang))}. {identity}.")
    told = {
        f"pakta-{round_.id}.xlsx": say("form_readme.xlsx"),
        f"pakta-{round_.id}.pdf": say("form_readme.pact"),
        f"pakta-{round_.id}.en.pdf": say("form_readme.pact_en"),
        f"lembar-{round_.id}.pdf": say("form_readme.sheet"),
    }
    yield "\n".join(f"{name}\n{_wrapped(what, '    ')}" for name, what in told.items() if name in files)
    if round_.form is None:
        yield _wrapped(say("form_readme.no_notice"))
    else:
        address = absolute(edition.site_url, edition.lang, signing_address(agency.id))
        yield f"{_wrapped(say('form_readme.page'))}\n    {address}"
    yield _wrapped(say("form_readme.count"))
    for provider in ("kobotoolbox", "odk-central"):
        yield "    " + say("form_readme.command", agency=agency.id, round=round_.id, provider=provider)


def _steps(edition: Edition) -> Iterator[str]:
    say = edition.say
    for service, steps in (
        ("KoboToolbox", (say("form_readme.kobo_make"), say("form_readme.kobo_open"))),
        ("ODK Central", (say("form_readme.central_make"), say("form_readme.central_open"))),
    ):
        yield _heading(service)
        yield "\n".join(_wrapped(f"{number}. {step}", "   ", "") for number, step in enumerate(steps, 1))
    yield _heading(say("form_readme.keep_title"))
    yield _wrapped(say("form_readme.keep"))


def _heading(text: str) -> str:
    return f"{text}\n{'-' * min(len(text), _WIDTH)}"


def _line(text: str) -> str:
    return " ".join(text.split())


def _wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    return textwrap.fill(
        text,
        _WIDTH,
        initial_indent=indent if first is None else first,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
