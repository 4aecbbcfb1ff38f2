"""A site of two acts, made up: all that `netral ask-bench` asks of one. Its search and its finder know a few words."""

from __future__ import annotations

import json
from pathlib import Path

ACTS = ("foto-bersama", "memasang-spanduk", "menggunakan-hak-pilih", "satpol-pp", "tenaga-non-asn")
#: What each act is found by, in either language.
WORDS = {
    "foto-bersama": "foto photo",
    "memasang-spanduk": "spanduk banner",
    "menggunakan-hak-pilih": "nyoblos vote",
    "satpol-pp": "satpol officer",
    "tenaga-non-asn": "honorer teacher",
}

HOME = """<!doctype html><title>Rekaan</title>
<script id="__config" type="application/json">{"base": "%(base)s", "search": "%(base)s/assets/worker.js"}</script>
<input class="md-search__input">"""
#: As the theme's: message 0 brings the index, 2 a query; every answer is {data}.
WORKER = """let docs = []
onmessage = ({data: {type, data}}) => {
  if (type === 0) docs = data.docs
  const words = type === 2 ? data.split(" ") : []
  const fits = docs.filter(doc => words.some(word => doc.text.split(" ").includes(word)))
  postMessage({data: {items: fits.map(doc => [doc])}})
}"""
FINDER = """<!doctype html><title>Rekaan</title>
<input type="search" id="cari-perbuatan">
<ol id="hasil-perbuatan" hidden></ol>
<ul>%(items)s</ul>
<p id="jumlah"></p>
<script>
const list = document.getElementById("hasil-perbuatan"), all = [...document.querySelectorAll("li[data-act]")]
document.getElementById("cari-perbuatan").addEventListener("input", ({target}) => setTimeout(() => {
  const words = target.value.split(" ")
  for (const item of all) {
    item.hidden = !words.some(word => item.dataset.words.split(" ").includes(word))
    if (item.hidden) document.querySelector("ul").append(item)
    else list.append(item)
  }
  list.hidden = false
}, %(late)d))
</script>"""


def small_site(folder: Path, *, finder: bool = True, late: int = 0) -> Path:
    """The site in `folder`. Its finder waits `late` milliseconds before it begins; without `finder` it has none."""
    items = "".join(
        f'<li data-act="{act}" data-words="{words}"><a href="{act}/">{act}</a></li>' for act, words in WORDS.items()
    )
    docs = [{"location": f"boleh-tidak/{act}/#a", "text": words} for act, words in WORDS.items()]
    page = FINDER % {"items": items, "late": late} if finder else "<!doctype html><title>Rekaan</title>"
    files = {
        "api/v1/acts.json": json.dumps({"as_of": "2026-11-22", "items": [{"id": act} for act in ACTS]}),
        "assets/worker.js": WORKER,
    }
    for lang, base in (("", "."), ("en/", "..")):
        files[f"{lang}index.html"] = HOME % {"base": base}
        files[f"{lang}boleh-tidak/index.html"] = page
        files[f"{lang}search/search_index.json"] = json.dumps({"config": {}, "docs": docs})
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder
