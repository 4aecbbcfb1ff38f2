"""A page of prose falls apart at its headings, and nowhere else."""

from __future__ import annotations

import pytest
from tests.conftest import ROOT

from netral.prose_sections import sections

PAGE = """---
title: Judul
---

# Judul {: .x }

Pembuka.

## Satu {#satu}

```sh
# bukan judul
```

~~~
## juga bukan
```
~~~

### Dua

Isi.
#bukan
"""


def test_the_sections_of_a_page() -> None:
    found = list(sections(PAGE))
    assert [(section.key, section.line) for section in found] == [("", 1), ("#1", 5), ("satu", 9), ("#2", 20)]
    assert "# bukan judul" in found[2].text
    assert "## juga bukan" in found[2].text
    assert found[3].text.rstrip() == "### Dua\n\nIsi.\n#bukan"


@pytest.mark.parametrize("name", ["tentang", "panduan-admin", "komponen"])
def test_nothing_of_a_page_is_lost(name: str) -> None:
    text = (ROOT / "docs" / "en" / f"{name}.md").read_text(encoding="utf-8")
    found = list(sections(text))
    assert "\n".join(section.text for section in found) == text
    assert len({section.key for section in found}) == len(found)


def test_a_page_without_front_matter_begins_with_its_heading() -> None:
    assert [section.key for section in sections("# Judul {#atas}\n\nIsi.\n")] == ["atas"]
