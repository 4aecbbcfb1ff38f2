// The finder of /boleh-tidak/: words that people use, who they are and the stage lead to acts, each with its one word for
// that person and stage. All it knows stands in the page: acts and their words in `li[data-act]`, people and stages in the
// two lists. Without this script the page is a list of links, and every answer for one kind of person has a page.
{
  // The address holds what was asked, so an answer can be shared: ?q=like&siapa=pns&tahap=calon. The theme takes `q` for a
  // question to its own search, and opens that; so `q` is out of the address until the theme has looked.
  const start = new URL(location);
  if (start.searchParams.has("q")) {
    const bare = new URL(start);
    bare.searchParams.delete("q");
    history.replaceState(history.state, "", bare);
  }

  // Words of a text: small letters, no accents, parted at whatever is neither letter nor digit.
  const tokens = (text) =>
    text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "").split(/[^a-z0-9]+/).filter(Boolean);

  // Where `part` begins in `whole` without a gap; -1 where it is not there.
  const place = (whole, part) => {
    for (let from = 0; from + part.length <= whole.length; from++)
      if (part.every((token, i) => token === whole[from + i])) return from;
    return -1;
  };

  // Indonesian words grow at both ends, and their first letter may melt into what stands before it: "memasang", "dipasang",
  // "pemasangan" and, as people type, "masang" are all of "pasang". ROOTS: every root of four letters or more that a word
  // may be of. Letters before: [as written, the first letters that may have melted into them].
  const BEFORE = [["meng", "k"], ["peng", "k"], ["nge", ""], ["ng", "k"], ["meny", "sc"], ["peny", "s"], ["ny", "sc"],
    ["mem", "p"], ["pem", "p"], ["m", "p"], ["men", "t"], ["pen", "t"], ["n", "t"],
    ...["me", "pe", "per", "ber", "be", "ter", "di", "ke", "se"].map((each) => [each, ""])];
  const AFTER = [/(?:nya|lah|kah|pun)$/, /(?:kan|an|in|i)$/];
  const rooted = new Map();
  const roots = (word) => {
    if (rooted.has(word)) return rooted.get(word);
    const ends = new Set([word]);
    for (const after of AFTER) for (const each of [...ends]) ends.add(each.replace(after, ""));
    const found = new Set(ends);
    for (const each of ends)
      for (const [before, melted] of BEFORE) {
        if (!each.startsWith(before)) continue;
        const rest = each.slice(before.length);
        if (before.length > 1) found.add(rest);
        if (/^[aeiou]/.test(rest)) for (const letter of melted) found.add(letter + rest);
      }
    rooted.set(word, [...found].filter((each) => each.length > 3));
    return rooted.get(word);
  };
  const indonesian = document.documentElement.lang === "id";
  const akin = (one, other) => indonesian && roots(one).some((root) => roots(other).includes(root));

  // How well a word typed fits a word of an act: the same 1; its beginning (as one types) 0.6; a longer form of it, with at
  // most four letters more ("postingannya"), or in Indonesian another word of its root, 0.5; else 0.
  const fit = (typed, known) => {
    if (typed === known) return 1;
    if (typed.length > 1 && known.startsWith(typed)) return 0.6;
    if (known.length > 3 && typed.startsWith(known) && typed.length - known.length < 5) return 0.5;
    return akin(typed, known) ? 0.5 : 0;
  };

  // RANKING. Pure: `asked` and what is known of the acts in, [act, score] out, the best first; ties stay in the order of
  // the page. `asked` are the words typed without the small ones; each weighs more, the fewer acts it fits
  // (ln(1 + acts / fitting)), and half of that if it only names a person (`naming`). An act gets, for each word, that
  // weight x the best fit x 3 if it fits an everyday word of the act, x 2 if it fits the statement. An everyday phrase
  // that stands whole in the question adds 2 x the weight of its words, and as much again if it is the whole question. An
  // act that speaks of the person who is named gets a third more. Left out is what fits words of less than half the
  // weight of those that any one act fits, or scores less than a quarter of the best.
  const rank = (acts, asked, naming, speaks) => {
    const fits = asked.map((typed) =>
      acts.map(({ words, said }) => {
        const best = (known) => known.reduce((most, each) => Math.max(most, fit(typed, each)), 0);
        return Math.max(3 * best(words), 2 * best(said));
      }),
    );
    const weights = asked.map((typed, i) => {
      const fitting = fits[i].filter(Boolean).length;
      return fitting ? Math.log(1 + acts.length / fitting) * (naming.has(typed) ? 0.5 : 1) : 0;
    });
    const scored = acts.map((act, at) => {
      let score = 0;
      let covered = 0;
      asked.forEach((typed, i) => {
        score += weights[i] * fits[i][at];
        if (fits[i][at]) covered += weights[i];
      });
      let bonus = 0;
      for (const phrase of act.phrases) {
        const from = phrase.length ? place(asked, phrase) : -1;
        if (from < 0) continue;
        const weight = weights.slice(from, from + phrase.length).reduce((sum, each) => sum + each, 0);
        bonus = Math.max(bonus, weight * (phrase.length === asked.length ? 4 : 2));
      }
      return [act, (score + bonus) * (speaks(act) ? 4 / 3 : 1), covered];
    });
    const [most, widest] = [1, 2].map((i) => Math.max(...scored.map((each) => each[i])));
    return scored
      .filter(([, score, covered]) => score > 0 && covered >= widest / 2 && score >= most / 4)
      .sort(([, one], [, other]) => other - one);
  };

  // Whom a question names: the longest of people's words that stands in it, small words and all.
  const named = (people, typed) => {
    let best = null;
    for (const { id, phrases } of people)
      for (const phrase of phrases)
        if (phrase.length > (best ? best.phrase.length : 0) && place(typed, phrase) >= 0) best = { id, phrase };
    return best;
  };

  const filled = (text, values) => text.replace(/\{(\w+)\}/g, (blank, name) => values[name] ?? blank);
  const STAGES = ["bakal-calon", "calon", "semua"];

  const begin = () => {
    const $ = (id) => document.getElementById(id);
    const box = $("pencari");
    if (!box) return;
    const [field, who, stage, status, clear, results] =
      ["cari-perbuatan", "siapa", "tahap", "jumlah-perbuatan", "hapus-pencarian", "hasil-perbuatan"].map($);
    const [note, lost, onSite, rest] = ["catatan-siapa", "tidak-ketemu", "cari-di-situs", "tanpa-jawaban"].map($);
    const said = box.dataset;
    const small = new Set(tokens(said.small));
    const large = (text) => tokens(text).filter((token) => !small.has(token));
    const badges = new Map([...$("kata-jawaban").children].map((each) => [each.dataset.word, each.firstElementChild]));
    const lists = [...document.querySelectorAll("ul[data-kind]")];
    const home = onSite.getAttribute("href");

    // `pns,cpns=tidak@ID tidak@ID -;…` (finder.py, `coded`): people, then word and answer at each stage.
    const answersOf = (text) => {
      const found = {};
      for (const [people, cells] of text.split(";").filter(Boolean).map((each) => each.split("=")))
        for (const id of people.split(",")) found[id] = cells.split(" ").map((cell) => (cell === "-" ? null : cell.split("@")));
      return found;
    };
    const acts = [...document.querySelectorAll("li[data-act]")].map((item) => {
      const link = item.querySelector("a");
      const phrases = item.dataset.words.split(";").map(large);
      return {
        item, link, href: link.getAttribute("href"), list: item.parentElement,
        phrases, words: phrases.flat(), said: large(link.textContent), answers: answersOf(item.dataset.answers),
      };
    });
    const people = [...who.options].slice(1).map((option) => ({
      id: option.value,
      phrases: option.dataset.words.split(",").map(tokens),
    }));
    const options = (list) => new Set([...list.options].map((option) => option.value));
    const known = { siapa: options(who), tahap: options(stage) };

    // What was asked. `siapa` is null until somebody chooses: then a person named in the question counts.
    const asked = { q: "", siapa: null, tahap: "semua" };
    const read = (address) => {
      const get = (name) => (known[name].has(address.searchParams.get(name)) ? address.searchParams.get(name) : null);
      asked.q = (address.searchParams.get("q") ?? "").slice(0, 200);
      asked.siapa = get("siapa");
      asked.tahap = get("tahap") ?? "semua";
      field.value = asked.q;
    };

    const sayOf = (act, person, at) => {
      const cells = act.answers[person];
      const cell = cells?.[STAGES.indexOf(at)];
      const spot = act.item.querySelector(".said") ?? act.item.appendChild(document.createElement("span"));
      spot.className = "said";
      act.link.setAttribute("href", cell && person !== "semua" ? `${act.href}#jawaban-${cell[1]}` : act.href);
      const remark = document.createElement("span");
      remark.className = "label";
      if (!cell) {
        remark.textContent = nothing(person, at);
        spot.replaceChildren(remark);
        return false;
      }
      const only = at === "semua" && STAGES.find((each, i) => i < 2 && !cells[1 - i] && cells[i]);
      if (only) remark.textContent = option(stage, only).dataset.name;
      spot.replaceChildren(badges.get(cell[0]).cloneNode(true), ...(only ? [" ", remark] : []));
      return true;
    };
    const option = (list, value) => [...list.options].find((each) => each.value === value);
    const nothing = (person, at) => {
      const text = person === "semua" ? said.nothingAny : filled(said.nothing, { who: option(who, person).dataset.name });
      return at === "semua" ? text : `${text}, ${option(stage, at).dataset.name}`;
    };

    const show = () => {
      const typed = tokens(asked.q);
      const name = named(people, typed);
      const person = asked.siapa ?? name?.id ?? "semua";
      const sense = large(asked.q);
      const question = sense.length ? sense : typed;  // nothing but small words is better than nothing
      const naming = new Set(name ? name.phrase : []);
      const anything = typed.length > 0 || person !== "semua" || asked.tahap !== "semua";
      who.value = person;
      stage.value = asked.tahap;
      const has = new Map(acts.map((act) => [act, sayOf(act, person, asked.tahap)]));

      const ranked = rank(acts, question, naming, (act) => Boolean(name && act.answers[name.id]));
      // A question that only names a person asks for all that holds for them; so does none.
      const browsing = anything && question.every((token) => naming.has(token));
      const first = ranked.map(([act]) => act);
      const found = browsing ? [...first, ...acts.filter((act) => has.get(act) && !first.includes(act))] : first;
      const without = browsing ? acts.filter((act) => !found.includes(act)) : [];

      for (const act of acts) {
        act.item.hidden = anything && !found.includes(act) && !without.includes(act);
        if (!anything || act.item.hidden) act.list.append(act.item);
      }
      results.append(...found.filter(() => anything).map((act) => act.item));
      rest.querySelector("ul").append(...without.map((act) => act.item));
      results.hidden = !anything || !found.length;
      rest.hidden = !without.length;
      const title = person === "semua" ? nothing(person, asked.tahap) : filled(said.rest, { who: option(who, person).dataset.name });
      rest.querySelector("summary").textContent = title.replace("#", without.length);
      for (const list of lists) {
        list.hidden = anything;
        document.getElementById(list.dataset.kind).hidden = anything;
      }
      $("pintasan").hidden = anything;

      lost.hidden = !anything || found.length > 0;
      onSite.textContent = filled(said.site, { words: asked.q.trim() });
      onSite.href = `${home}?${new URLSearchParams({ q: asked.q.trim() })}`;
      clear.hidden = !anything;
      const chosen = option(who, person);
      note.hidden = !chosen.dataset.page;
      note.replaceChildren();
      if (chosen.dataset.page) {
        const link = document.createElement("a");
        link.href = chosen.dataset.page;
        link.textContent = filled(said.page, { who: chosen.dataset.name });
        note.append(chosen.dataset.note ? `${chosen.dataset.note} ` : "", link);
      }
      const count = found.length ? (found.length === 1 ? said.one : said.many.replace("#", found.length)) : said.zero;
      const parts = [count, person === "semua" ? "" : filled(said.for, { who: chosen.dataset.name })].filter(Boolean);
      const when = asked.tahap === "semua" ? "" : `, ${option(stage, asked.tahap).dataset.name}`;
      later(anything ? `${parts.join(" ")}${when}.` : "");
    };

    // The address and what is read aloud wait until fingers rest, or go on to another page: a browser refuses a hundred
    // addresses in a few seconds, and nobody wants to hear a number after every letter.
    let waiting = 0;
    let rested = () => {};
    const later = (text) => {
      clearTimeout(waiting);
      rested = () => {
        clearTimeout(waiting);
        if (status.textContent !== text) status.textContent = text;
        const address = new URL(location);
        const kept = { q: asked.q, siapa: asked.siapa === "semua" && !asked.q ? null : asked.siapa, tahap: asked.tahap };
        for (const [key, value] of Object.entries(kept))
          if (value && !(key === "tahap" && value === "semua")) address.searchParams.set(key, value);
          else address.searchParams.delete(key);
        if (address.href !== location.href) history.replaceState(history.state, "", address);
        for (const link of document.querySelectorAll("a.language-switch")) link.search = address.search;
      };
      waiting = setTimeout(rested, 300);
    };

    const empty = () => {
      Object.assign(asked, { q: "", siapa: null, tahap: "semua" });
      field.value = "";
      show();
    };
    field.addEventListener("input", () => {
      asked.q = field.value;
      show();
    });
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        field.value = asked.q = "";
        show();
      }
      // On a telephone the keys cover what was found: the key that says "search" puts them away.
      if (event.key === "Enter" && matchMedia("(pointer: coarse)").matches) field.blur();
    });
    who.addEventListener("change", () => {
      asked.siapa = who.value;
      show();
    });
    stage.addEventListener("change", () => {
      asked.tahap = stage.value;
      show();
    });
    clear.addEventListener("click", () => {
      empty();
      field.focus();
    });
    // A link to a part of the page that is hidden while something is asked leads back to the whole list.
    document.addEventListener("click", ({ target }) => {
      const link = target.closest?.("a[href]");
      const there = link?.hash && link.pathname === location.pathname && document.getElementById(link.hash.slice(1));
      if (there?.hidden) empty();
      if (link) rested();
    }, true);
    addEventListener("popstate", () => {
      read(new URL(location));
      show();
    });

    // Once the theme has looked, the question is back in the address.
    if (start.searchParams.has("q")) history.replaceState(history.state, "", start);
    read(start);
    box.hidden = false;
    show();
  };
  document.addEventListener("DOMContentLoaded", begin);
}
