// Heartbeats: which seconds of the film were played, told to the server while it plays, so that a
// film that was watched counts as a view. The server believes its own clock; we only report.

import { howICame } from "../../front/visit.js";
import { isSettled } from "./resume.js";

const BEAT_EVERY_S = 5;
// Once the view has counted, only the time watched is told, and less often.
const CALM_EVERY_S = 15;
const SHORTEST_SPAN_S = 0.3;
// A step of the film's clock longer than this is a jump, at any speed the player offers.
const LONGEST_STEP_S = 2;
const TRY_AGAIN_AFTER_S = [2, 5, 15, 60];

/** Report what `host`, a <potager-player> with a film and a meter, plays from now on. */
export function sendHeartbeats(host) {
  new Heartbeats(host).follow();
}

class Heartbeats {
  #host;
  #video;
  #span = null;
  #queue = [];
  #token = null;
  #missingS = Infinity;
  #isJudged = false;
  #isBusy = false;
  #isOver = false;

  constructor(host) {
    this.#host = host;
    this.#video = host.video;
  }

  follow() {
    const video = this.#video;
    video.addEventListener("playing", () => this.#send());
    video.addEventListener("timeupdate", () => this.#advance());
    for (const name of ["pause", "ended"]) {
      video.addEventListener(name, () => {
        this.#advance();
        this.#close();
      });
    }
    for (const name of ["seeking", "emptied"]) video.addEventListener(name, () => this.#close());
    document.addEventListener("visibilitychange", () => this.#close());
    addEventListener("pagehide", () => this.#leave());
    if (!video.paused && isSettled(video)) this.#send();
  }

  /** The film's clock moved: the span grows, and is told when it is time. */
  #advance() {
    const video = this.#video;
    if (document.visibilityState !== "visible" || !isSettled(video)) return;
    const nowS = video.currentTime;
    const stepS = this.#span ? nowS - this.#span.toS : 0;
    if (stepS < 0 || stepS > LONGEST_STEP_S) this.#close();
    if (this.#span) this.#span.toS = nowS;
    else if (!video.paused) this.#span = { fromS: nowS, toS: nowS, sinceMs: performance.now() };
    if (this.#span && performance.now() - this.#span.sinceMs >= this.#everyS() * 1000) {
      this.#close();
      this.#span = { fromS: nowS, toS: nowS, sinceMs: performance.now() };
    }
  }

  #everyS() {
    if (this.#isJudged) return CALM_EVERY_S;
    return Math.max(1, Math.min(BEAT_EVERY_S, this.#missingS + 0.3));
  }

  /** The span ends here: by its length, a pause, a jump, or because nobody can see it any more. */
  #close() {
    const span = this.#span;
    this.#span = null;
    if (!span || span.toS - span.fromS < SHORTEST_SPAN_S || this.#isOver) return;
    const last = this.#queue.at(-1);
    if (last && !last.isSent && last.toS === span.fromS) last.toS = span.toS;
    else this.#queue.push(span);
    this.#send();
  }

  /** The page goes: what waits behind an unanswered beat is told on top of the same token. */
  #leave() {
    this.#close();
    if (!this.#isBusy || !this.#token) return;
    for (const span of this.#queue.splice(1)) this.#post("/plays/beat", span).catch(() => {});
  }

  /** Tell everything that waits, one beat after the other: each needs the token of the last. */
  async #send() {
    if (this.#isBusy || this.#isOver) return;
    this.#isBusy = true;
    try {
      const { meter, film } = this.#host.dataset;
      if (!this.#token) await this.#ask(`/plays/${meter}/${film}`);
      while (this.#queue.length && this.#token) {
        this.#queue[0].isSent = true;
        await this.#ask("/plays/beat", this.#queue[0]);
        this.#queue.shift();
      }
    } finally {
      this.#isBusy = false;
    }
  }

  /** Ask until there is an answer, with the same token after a lost connection. */
  async #ask(address, span) {
    for (let attempt = 0; ; attempt += 1) {
      const response = await this.#post(address, span).catch(() => null);
      if (response && response.status < 500) return this.#hear(response);
      const afterS = TRY_AGAIN_AFTER_S[Math.min(attempt, TRY_AGAIN_AFTER_S.length - 1)];
      await new Promise((resolve) => setTimeout(resolve, afterS * 1000));
    }
  }

  #post(address, span) {
    const form = new URLSearchParams({ lang: document.documentElement.lang, ...howICame() });
    // In the page of somebody else a browser keeps no cookie for us.
    if ("framed" in this.#host.dataset) form.set("framed", "1");
    if (span) {
      form.set("token", this.#token);
      form.set("from_s", span.fromS.toFixed(2));
      form.set("to_s", span.toS.toFixed(2));
      form.set("visible", "1");
    }
    return fetch(address, { method: "POST", body: form, keepalive: true });
  }

  async #hear(response) {
    const said = await response.json().catch(() => ({}));
    if (!response.ok) {
      // This film counts for nothing here; or the play is too old, and a new one begins.
      this.#isOver = response.status === 404;
      if ([403, 410].includes(response.status)) this.#forget();
      return;
    }
    this.#token = said.token;
    this.#missingS = said.needed_s - said.credited_s;
    if (!said.verdict) return;
    this.#isJudged = true;
    this.#announce(said.verdict === "counted" ? "counted" : "not-counted", said);
  }

  #forget() {
    this.#token = null;
    this.#missingS = Infinity;
    this.#isJudged = false;
  }

  /** potager:counted, or potager:not-counted with the reason: the server's answer is the detail. */
  #announce(name, detail) {
    this.#host.dispatchEvent(new CustomEvent(`potager:${name}`, { bubbles: true, detail }));
  }
}
