// Marks what a live change changed, says how much it was, and shows whether the line is open.
(() => {
  const sheet = document.getElementById("sheet");
  const news = document.getElementById("news");
  const live = document.getElementById("live");
  const numbers = () => new Map([...sheet.querySelectorAll("td[id]")].map((cell) => [cell.id, cell.textContent]));
  let before = new Map();

  sheet.addEventListener("htmx:beforeSwap", () => { before = numbers(); });
  // Not before it has settled: until then classes of cells with the same id are given back.
  sheet.addEventListener("htmx:afterSettle", () => {
    const changed = [...sheet.querySelectorAll("td[id]")]
      .filter((cell) => before.has(cell.id) && before.get(cell.id) !== cell.textContent);
    changed.forEach((cell) => cell.classList.add("changed"));
    if (changed.length > 0) {
      news.textContent = news.dataset.changed.replace("{0}", changed.length);
    }
  });

  const show = (tone, words) => {
    live.className = "tag " + tone;
    live.textContent = words;
  };
  document.body.addEventListener("htmx:sseOpen", () => show("success", live.dataset.on));
  document.body.addEventListener("htmx:sseError", () => show("warning", live.dataset.lost));
})();
