// An XForm in the engine of ODK Web Forms, without a server: standard input {"xform", "fills": [{question: answer}]}
// -> standard output: what is shown in each language, and what the engine says to each set of answers.
import { readFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html>");
// The engine was written for browsers: it looks for these everywhere.
const WANTED = "Attr CDATASection Comment DOMParser Document DocumentType Element Node NodeFilter ProcessingInstruction";
for (const name of `${WANTED} Text XMLDocument XMLSerializer XPathResult document`.split(" ")) globalThis[name] = window[name];
globalThis.__dirname = ".";
const { createInstance } = await import("@getodk/xforms-engine");

const { xform, fills } = JSON.parse(readFileSync(0, "utf8"));
const nameOf = (node) => node.definition.nodeset.split("/").at(-1);
const open = async () => (await createInstance(xform)).root;
const asked = (root) => root.currentState.children.filter((node) => nameOf(node) !== "meta");
const plain = (text) => text?.asString ?? "";

// What a label is shown as: the words, and every sign that something was taken for markup.
const shown = (text) => {
  const words = [];
  const markup = [];
  const walk = (nodes) => {
    for (const node of nodes) {
      if (node.role === "child") words.push(node.value);
      else if (node.role === "html" || !["p", "br"].includes(node.elementName)) markup.push(node.elementName ?? node.role);
      if (node.elementName === "br") words.push("\n");
      if (node.children) walk(node.children);
      if (node.elementName === "p") words.push("\n\n");
    }
  };
  walk(text?.formatted ?? []);
  return { text: words.join("").trim(), markup };
};

const root = await open();
const languages = root.languages.map((each) => each.language);
const labels = {};
for (const language of root.languages) {
  root.setLanguage(language);
  labels[language.language] = Object.fromEntries(
    asked(root).map((node) => [
      nameOf(node),
      {
        ...shown(node.currentState.label),
        hint: shown(node.currentState.hint),
        value: node.currentState.value ?? "",
        choices: (node.currentState.valueOptions ?? []).map((each) => ({ value: each.value, ...shown(each.label) })),
      },
    ]),
  );
}

const answer = async (answers) => {
  const root = await open();
  for (const node of asked(root)) {
    const value = answers[nameOf(node)];
    if (value !== undefined) node.nodeType === "select" ? node.selectValue(value) : node.setValue(value);
  }
  const payload = await root.prepareInstancePayload({ payloadType: "monolithic" });
  const violations = {};
  for (const language of root.languages) {
    root.setLanguage(language);
    for (const node of asked(root)) {
      const { violation } = node.validationState;
      if (violation) (violations[nameOf(node)] ??= { condition: violation.condition })[language.language] = plain(violation.message);
    }
  }
  const file = [...payload.data][0].get("xml_submission_file");
  return { status: payload.status, violations, submission: await file.text() };
};

const answered = [];
for (const answers of fills) answered.push(await answer(answers));
process.stdout.write(JSON.stringify({ languages, labels, answered }), () => process.exit(0));
