// The server's clock to within a tenth of a second, for what everybody watches at the same second.

const ASKED = 4;
const GOOD_ENOUGH_MS = 40;

let known;

/** Return a function that says what the server's clock shows now, in milliseconds. */
export function serverClock() {
  known ??= measure();
  return known;
}

// A computer that slept, or was set right meanwhile, is asked again.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) known = undefined;
});

async function measure() {
  let best = { offset: 0, took: Infinity };
  for (let time = 0; time < ASKED && best.took > GOOD_ENOUGH_MS; time += 1) {
    const sample = await ask().catch(() => null);
    if (sample && sample.took < best.took) best = sample;
  }
  // Nobody answered: the viewer's own clock must do, and the next who asks tries again.
  if (best.took === Infinity) known = undefined;
  return () => Date.now() + best.offset;
}

/** One look. The answer was written somewhere between sending and hearing: in the middle, say. */
async function ask() {
  const sentAt = Date.now();
  const started = performance.now();
  const answer = await fetch("/state/clock", { cache: "no-store" });
  const took = performance.now() - started;
  const { now_ms } = await answer.json();
  return { offset: now_ms - (sentAt + took / 2), took };
}
