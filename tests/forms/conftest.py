"""Forms as the data files give them."""

import pytest

from netral.load.files import SourceText
from netral.load.nodes import read_nodes
from netral.load.records import read_records
from netral.model.form import Form


@pytest.fixture(scope="session")
def form():
    """A function: service, address and what else a form has -> the record, read from YAML like any other."""

    def made(service, url, url_en=None, **prefill):
        lines = [f"- service: {service}", f"  url: {url or 'null'}"]
        lines += [f"  url_en: {url_en}"] if url_en else []
        lines += ["  prefill:", *(f"    {key}: '{name}'" for key, name in prefill.items())] if prefill else []
        text = "\n".join([*lines, "  may_sign: [pns]", "  notice: {}"]) + "\n"
        document, problems = read_nodes(SourceText("form.yaml", text))
        assert not problems
        (record,), problems = read_records(Form, document, "form.yaml")
        assert not problems
        return record

    return made
