// The server's clock, since computers of viewers are often minutes off; and hours as people say them.

let asked;

/** Return how many milliseconds the server's clock is ahead of this computer's; 0 if unknown. */
export function clockOffset() {
  asked ??= ask();
  return asked;
}

async function ask() {
  try {
    const sentAt = Date.now();
    const answer = await fetch(location.pathname, { method: "HEAD", cache: "no-store" });
    const receivedAt = Date.now();
    // Written when the answer was made; what kept it since says for how long.
    const madeAt = Date.parse(answer.headers.get("Date"));
    const age_s = Number(answer.headers.get("Age") ?? 0);
    const offset = madeAt + age_s * 1000 + 500 - (sentAt + receivedAt) / 2;
    return Number.isFinite(offset) ? offset : 0;
  } catch {
    return 0;
  }
}

/** Return a function that writes an instant in `zone` (the viewer's own without one). */
export function sayer(language, options, zone) {
  const format = new Intl.DateTimeFormat(language, { ...options, timeZone: zone });
  const said = (instant) => format.format(instant);
  // Browsers write 20:30 in French, where people say 20 h 30.
  return language === "fr" ? (instant) => said(instant).replace(/\b0?(\d+):(\d\d)/, "$1\u00a0h\u00a0$2") : said;
}
