"""A round as an agency's page shows it: its window, the versions of its pact, its form, its papers."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

import segno
from markupsafe import Markup

from netral.addresses import pact_paper_path, pledge_sheet_path, signing_sheet_path, xlsform_path
from netral.exports.chart import Draw
from netral.exports.paper_sheet import paper_address
from netral.exports.sheet import shown_address
from netral.forms import service_name, services
from netral.model.agency import Agency, Round
from netral.model.form import Form
from netral.model.pact import Pact
from netral.model.service import Service
from netral.pages.figures import Panel, panel_of
from netral.pages.lines import Drawn, round_line
from netral.pages.page import Edition
from netral.pages.signing import Signing, host_of, signing_of
from netral.pages.windows import Window, window_of
from netral.signable import signable
from netral.versions import PactText, of_version, same_meaning, versions

__all__ = ["RoundView", "rounds_of"]

#: What each paper of a round is, and where it lies.
_PAPERS = {"pact": pact_paper_path, "sheet": signing_sheet_path, "pledge": pledge_sheet_path}


@dataclass(frozen=True, slots=True)
class Identity:
    """A version of a pact, as it stands on papers and at the end of addresses."""

    text: PactText
    #: applies; past: those who signed it are asked again; same: it means what the one that applies means.
    standing: str


@dataclass(frozen=True, slots=True)
class RoundView:
    """All that the page of an agency shows of one round."""

    round: Round
    window: Window
    pact: Pact | None
    identities: tuple[Identity, ...]
    line: Drawn | None
    panel: Panel | None
    #: What the signing page is about, where it is about this round.
    signing: Signing | None
    form: Form | None
    service: Service | None
    #: What people call the service, and the host of the form; empty without one.
    service_name: str
    host: str
    #: (kind, site path) of each paper there is.
    papers: tuple[tuple[str, str], ...]
    #: Site path of the XLSForm; empty where there is none.
    xlsform: str
    #: Why there is no sheet to sign; empty where there is one.
    unsignable: str
    #: The address on papers, and its code for the roll call; empty where nobody signs now.
    scanned: str
    code: Markup


def rounds_of(edition: Edition, agency: Agency, draw: Draw, papers: Collection[str]) -> list[RoundView]:
    """The rounds of an agency in their order. `papers` are the paths of the papers and forms that were made."""
    dataset = edition.dataset
    signing = signing_of(dataset, agency, edition.day)
    views: list[RoundView] = []
    for round_ in agency.rounds:
        pact = dataset.pact_of(round_)
        text = signable(dataset, round_)
        standing = edition.standings.get((agency.id, round_.id))
        window = window_of(edition, round_)
        service = services()[round_.form.service] if round_.form else None
        taken = {identity.text.anchor for view in views for identity in view.identities}
        identities = tuple(i for i in _identities(pact, round_) if i.text.anchor not in taken)
        awaited = window.status in ("open", "upcoming")
        address = paper_address(edition, agency, text) if awaited and isinstance(text, PactText) else ""
        views.append(
            RoundView(
                round=round_,
                window=window,
                pact=pact,
                identities=identities,
                line=round_line(edition, round_),
                panel=panel_of(edition, standing, draw) if standing else None,
                signing=signing if signing and signing.round_ is round_ else None,
                form=round_.form,
                service=service,
                service_name=service_name(service, edition.say) if service else "",
                host=host_of(round_.form.url if round_.form else None),
                papers=_papers(agency, round_, papers),
                xlsform=path if (path := xlsform_path(agency.id, round_.id)) in papers else "",
                unsignable="" if isinstance(text, PactText) else text.replace("-", "_"),
                scanned=shown_address(address),
                code=_code(address) if address else Markup(),
            )
        )
    return views


def _identities(pact: Pact | None, round_: Round) -> list[Identity]:
    """The version a round uses first, then all that a paper in somebody's hand may hold besides."""
    if pact is None or (used := of_version(pact, round_.pact_version)) is None:
        return []
    same = same_meaning(pact, used.version)
    others = [text for text in versions(pact) if text.version != used.version]
    return [
        Identity(text, standing)
        for text, standing in [
            (used, "applies"),
            *((text, "same" if text.version in same else "past") for text in reversed(others)),
        ]
    ]


def _papers(agency: Agency, round_: Round, made: Collection[str]) -> tuple[tuple[str, str], ...]:
    paths = [(kind, path_of(agency.id, round_.id)) for kind, path_of in _PAPERS.items()]
    return tuple((kind, path) for kind, path in paths if path in made)


def _code(address: str) -> Markup:
    """The QR code of `address` as a drawing: dark on light in either colour scheme, so that phones read it."""
    code = segno.make(address, micro=False, error="m")
    drawn = code.svg_inline(border=4, omitsize=True, dark="#000", light="#fff", svgclass="qr", lineclass=None)
    return Markup(drawn)  # noqa: S704 (drawn from modules: no letter of the address stands in it)
