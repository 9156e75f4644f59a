// Arrow keys go from bar to bar, a live change is marked and said, and the line shows whether it is open.
(() => {
  const sheet = document.getElementById("sheet");
  const news = document.getElementById("news");
  const live = document.getElementById("live");

  const lines = () => [...sheet.querySelectorAll("tbody tr")].map((row) => [...row.querySelectorAll("button")]);
  const middle = (button) => {
    const box = button.parentElement.getBoundingClientRect();
    return (box.left + box.right) / 2;
  };
  const nearest = (buttons, to) =>
    buttons.reduce((best, each) => (Math.abs(middle(each) - to) < Math.abs(middle(best) - to) ? each : best));

  sheet.addEventListener("keydown", (event) => {
    const rows = lines();
    const row = rows.findIndex((buttons) => buttons.includes(event.target));
    if (row < 0 || event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    const at = rows[row].indexOf(event.target);
    const next = {
      ArrowLeft: () => rows[row][at - 1],
      ArrowRight: () => rows[row][at + 1],
      ArrowUp: () => rows[row - 1] && (at === 0 ? rows[row - 1][0] : nearest(rows[row - 1], middle(event.target))),
      ArrowDown: () => rows[row + 1] && (at === 0 ? rows[row + 1][0] : nearest(rows[row + 1], middle(event.target))),
      Home: () => rows[row][0],
      End: () => rows[row].at(-1),
    }[event.key];
    if (next) {
      event.preventDefault();
      next()?.focus();
    }
  });

  // A bar that moved or grew has another place; one that came has none before.
  const places = () => new Map([...sheet.querySelectorAll("td:has(button), .free td")].map((cell) => {
    const button = cell.querySelector("button");
    return button
      ? [button.value, cell.parentElement.querySelector("button").value + " " + cell.colSpan + " " + cell.className + " " + button.textContent]
      : [cell.id, cell.textContent];
  }));
  const find = (id) => document.getElementById(id) ?? sheet.querySelector(`button[value="${CSS.escape(id)}"]`);
  let before = new Map();
  let focused = null;
  sheet.addEventListener("htmx:beforeSwap", () => {
    before = places();
    focused = sheet.contains(document.activeElement) ? document.activeElement.value : null;
  });
  // At once, or a key that is pressed meanwhile goes nowhere.
  sheet.addEventListener("htmx:afterSwap", () => {
    if (focused) {
      find(focused)?.focus({ preventScroll: true });
    }
    focused = null;
  });
  sheet.addEventListener("htmx:afterSettle", () => {
    const now = places();
    const changed = [...now].filter(([id, place]) => before.get(id) !== place).map(([id]) => find(id));
    changed.forEach((each) => each.closest("td").classList.add("changed"));
    const gone = [...before.keys()].filter((id) => !now.has(id)).length;
    const bars = changed.filter((each) => each.tagName === "BUTTON").length + gone;
    if (bars > 0) {
      news.textContent = news.dataset.changed.replace("{0}", bars);
    }
  });

  const show = (tone, words) => {
    live.className = "tag " + tone;
    live.textContent = words;
  };
  document.body.addEventListener("htmx:sseOpen", () => show("success", live.dataset.on));
  document.body.addEventListener("htmx:sseError", () => show("warning", live.dataset.lost));
  const selected = new URLSearchParams(location.search).get("stay");
  if (selected) {
    sheet.querySelector(`button[value="${CSS.escape(selected)}"]`)?.scrollIntoView({ block: "center" });
    scrollTo(0, 0);
  }
  document.getElementById("selected")?.focus({ preventScroll: true });
})();
