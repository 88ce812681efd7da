// Follow an encoding from the outside: a small JSON file, read now and then.

const PAUSE_MS = 5000;

/**
 * Call `onReport` with each {state, percent, hls_url, mp4_url, version} until the film is
 * ready or failed, or `signal` aborts. A missing answer is no news: it asks again later.
 */
export function watchEncoding(statusUrl, signal, onReport) {
  let timer = 0;
  const later = () => {
    // Spread the questions of many viewers over time.
    timer = setTimeout(ask, PAUSE_MS * (0.75 + Math.random() / 2));
  };
  const ask = async () => {
    if (document.hidden) return later();
    try {
      const answer = await fetch(statusUrl, { signal, cache: "no-cache" });
      const report = answer.ok ? await answer.json() : null;
      if (report) onReport(report);
      if (report?.state === "ready" || report?.state === "failed") return;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof TypeError || error instanceof SyntaxError)) throw error;
    }
    if (!signal.aborted) later();
  };
  signal.addEventListener("abort", () => clearTimeout(timer));
  if (statusUrl) ask();
}
