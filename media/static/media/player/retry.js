// Patience with a lost connection: wait a little, then longer, never in step with others.

const FIRST_MS = 1000;
const LONGEST_MS = 30_000;

export class Retry {
  #attempt;
  #failures = 0;
  #timer = 0;

  /** `attempt` is called for each new try; it must not throw. */
  constructor(attempt) {
    this.#attempt = attempt;
  }

  /** Plan the next try; a browser that comes back online tries at once. */
  schedule() {
    clearTimeout(this.#timer);
    const limitMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** this.#failures);
    this.#failures += 1;
    this.#timer = setTimeout(this.#attempt, limitMs * (0.5 + Math.random() / 2));
    addEventListener("online", this.#onOnline, { once: true });
  }

  /** Try now, if a try was planned at all. */
  now() {
    if (!this.#failures) return;
    clearTimeout(this.#timer);
    this.#attempt();
  }

  /** Forget past failures; answers whether there were any. */
  succeed() {
    const hadFailed = this.#failures > 0;
    this.#failures = 0;
    clearTimeout(this.#timer);
    removeEventListener("online", this.#onOnline);
    return hadFailed;
  }

  #onOnline = () => this.now();
}
