// Keep films on a page up to date: one small question for all that are still growing.

const PAUSE_MS = 2000;
const PAUSE_WHEN_LOST_MS = 10000;

/** Write `report`, one film of /admin/films/progress/, into the parts of `element`. */
export function show(element, report) {
  const part = (name) => element.querySelector(`[data-part="${name}"]`);
  element.toggleAttribute("data-growing", report.growing);
  const state = part("state");
  if (state) {
    state.textContent = report.label;
    state.className = `film-state film-state--${report.state}`;
  }
  const bar = part("bar");
  if (bar) {
    bar.hidden = !report.growing;
    part("progress").value = report.percent;
    part("percent").textContent = `${report.percent} %`;
  }
  const poster = part("poster");
  if (poster && report.poster && poster.hidden) {
    poster.src = report.poster;
    poster.hidden = false;
  }
  const fill = (name, text) => {
    const place = part(name);
    if (!place) return;
    place.textContent = text;
    if (place.hidden) place.hidden = !text;
  };
  fill("duration", report.duration);
  fill("qualities", report.qualities);
  fill("remedy", report.remedy);
}

/**
 * Ask for the films below `root` that carry `data-growing`, as long as the page is open, and
 * call `onReport` with the element and the news of each. Rows may come and go meanwhile.
 */
export function watch(root, url, onReport) {
  const later = (pause) => setTimeout(ask, pause);
  const ask = async () => {
    const growing = [...root.querySelectorAll("[data-film][data-growing]")];
    if (!growing.length || document.hidden) return later(PAUSE_MS);
    const numbers = growing.map((element) => element.dataset.film).join(",");
    try {
      const answer = await fetch(`${url}?ids=${numbers}`, { headers: { Accept: "application/json" } });
      if (!answer.ok) return later(PAUSE_WHEN_LOST_MS);
      const { films } = await answer.json();
      for (const report of films) {
        onReport(growing.find((one) => one.dataset.film === String(report.id)), report);
      }
    } catch (error) {
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
      return later(PAUSE_WHEN_LOST_MS);
    }
    later(PAUSE_MS);
  };
  ask();
}
