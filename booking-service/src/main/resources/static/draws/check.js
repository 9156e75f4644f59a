// The page that checks a draw: reads what was pasted or loaded, and says what is right and what is not.

import { check, included, leaf, hex } from "./huiwei-draw.js";

const form = document.getElementById("check");
const outcome = document.getElementById("outcome");
const findings = document.getElementById("findings");
const progress = document.getElementById("progress");
const word = name => document.querySelector(`#words [data-word="${name}"]`).textContent;

const element = (name, words, className) => {
  const made = document.createElement(name);
  made.textContent = words;
  if (className) {
    made.className = className;
  }
  return made;
};

function show(found) {
  const line = document.createElement("li");
  line.dataset.what = found.what;
  line.dataset.right = found.right;
  line.append(
    element("strong", word(found.right ? "right" : "wrong"), `tag ${found.right ? "success" : "danger"}`),
    " ",
    element("span", word(`${found.right ? "right" : "wrong"}.${found.what}`)));
  if (found.ticket) {
    line.append(" ", element("span", found.ticket, "code long"));
  }
  if (!found.right && found.computed) {
    line.append(
      element("p", `${word("published")} ${found.published}`, "code long small"),
      element("p", `${word("computed")} ${found.computed}`, "code long small"));
  } else if (!found.right) {
    line.append(" ", element("span", found.published, "code long"));
  }
  findings.append(line);
}

function conclude(found) {
  const right = found.length > 0 && found.every(each => each.right);
  outcome.className = `notice ${right ? "success" : "danger"}`;
  outcome.textContent = word(right ? "all-right" : "not-right");
  outcome.dataset.right = right;
  outcome.hidden = false;
  outcome.focus();
}

function fail(name, detail) {
  outcome.className = "notice danger";
  outcome.textContent = `${word(name)} ${detail ?? ""}`;
  outcome.dataset.right = false;
  outcome.hidden = false;
  outcome.focus();
}

const loaded = async path => {
  const answer = await fetch(path, { credentials: "omit", headers: { Accept: "application/json" } });
  return answer.ok ? answer.json() : undefined;
};

async function ownTicket(draw, ticket) {
  const own = draw.tickets?.find(each => each.ticket === ticket);
  if (own) {
    const words = document.createElement("p");
    words.id = "own";
    words.append(`${word("own.rank")} `, element("strong", String(own.rank)), ` · ${word("own.leaf")} `,
      element("span", hex(await leaf(draw.draw, own)), "code long small"));
    findings.after(words);
    return [];
  }
  if (draw.tickets) {
    return [{ what: "own", right: false, published: ticket, computed: "" }];
  }
  const inclusion = await loaded(`/api/draws/${encodeURIComponent(draw.draw)}/tickets/${encodeURIComponent(ticket)}`);
  return inclusion?.path
    ? included({ ...inclusion, draw: draw.draw, ticket }, draw.root)
    : [{ what: "own", right: false, published: ticket, computed: "" }];
}

async function run(pasted, ticket) {
  let draw;
  try {
    draw = JSON.parse(pasted);
  } catch {
    return fail("unreadable");
  }
  if (!draw.tickets && !(draw.root && ticket)) {
    return fail("not-published");
  }
  const found = draw.tickets
    ? await check(draw, (done, all) => { progress.max = all; progress.value = done; })
    : [];
  if (ticket && found[0]?.what !== "shape" && found[0]?.what !== "ticket") {
    found.push(...(await ownTicket(draw, ticket)));
  }
  found.forEach(show);
  conclude(found);
}

form.addEventListener("submit", async event => {
  event.preventDefault();
  findings.replaceChildren();
  document.getElementById("own")?.remove();
  outcome.hidden = true;
  progress.hidden = false;
  try {
    await run(form.elements.json.value, form.elements.ticket.value.trim().toLowerCase());
  } catch (failure) {
    fail("unreadable", failure.message);
  } finally {
    progress.hidden = true;
  }
});

document.getElementById("load").addEventListener("click", async () => {
  const draw = encodeURIComponent(form.elements.draw.value.trim());
  const answer = await fetch(`/api/draws/${draw}`, { credentials: "omit" });
  if (answer.ok) {
    form.elements.json.value = await answer.text();
  } else {
    fail("no-draw");
  }
});

document.getElementById("file").addEventListener("change", async event => {
  const file = event.target.files[0];
  if (file) {
    form.elements.json.value = await file.text();
  }
});

if (!globalThis.crypto?.subtle) {
  fail("no-crypto");
} else {
  form.hidden = false;
}
