// The server's clock: computers of viewers are often minutes off.

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
