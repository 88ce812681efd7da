// <common-film>: a film that everybody watches at the same second, by the server's clock. Around a
// <potager-player>: whoever presses play joins where all are; a little drift is made good by
// playing a little faster or slower, a large one by a jump; nobody gets ahead. Who stops or goes
// back is left alone, and finds a button that leads back.
//
// Tells the page "common-film:over" when the film is over for all and this viewer is with them.

import { serverClock } from "./server-clock.js";

const LOOK_EVERY_MS = 250;
const NEAR_S = 0.05;
const FAR_S = 0.15;
// Further off than this, a jump takes less of the film than the chase would.
const LOST_S = 4;
const CHASE = 0.08;
// Whoever is so near the common second is with the others; further behind, elsewhere by choice.
const TOGETHER_S = 2;
const AHEAD_S = 0.5;

class CommonFilm extends HTMLElement {
  #isWithAll = true;
  #hasPlayed = false;
  #isOver = false;

  connectedCallback() {
    this.beginsAt = Date.parse(this.dataset.begins);
    this.lengthS = Number(this.dataset.length);
    this.clock = () => Date.now();
    this.back.addEventListener("click", () => this.join());
    this.player.startFrom = async () => {
      await this.ready;
      return this.second;
    };
    this.#follow();
    this.onShow = () => document.hidden || this.#setClock();
    document.addEventListener("visibilitychange", this.onShow);
    this.ready = this.#setClock();
  }

  disconnectedCallback() {
    clearTimeout(this.ending);
    clearInterval(this.pacing);
    document.removeEventListener("visibilitychange", this.onShow);
  }

  get player() {
    return this.querySelector("potager-player");
  }

  get video() {
    return this.querySelector("video");
  }

  get back() {
    return this.querySelector(".common-film__back");
  }

  /** The second of the film at which all are. */
  get second() {
    return Math.min(Math.max((this.clock() - this.beginsAt) / 1000, 0), this.lengthS);
  }

  get hasBegun() {
    return this.clock() >= this.beginsAt;
  }

  /** Whether this viewer watches, or is about to, and with the others. */
  get isWatched() {
    return (this.#hasPlayed || this.player.dataset.phase === "opening") && this.#isWithAll;
  }

  /** Play where all are. */
  async join() {
    this.#setWithAll(true);
    await this.ready;
    if (this.second >= this.lengthS) return this.#end();
    await this.player.seek(this.second);
  }

  async #setClock() {
    const clock = await serverClock();
    if (!this.isConnected) return;
    this.clock = clock;
    clearTimeout(this.ending);
    const left_ms = this.beginsAt + this.lengthS * 1000 - clock();
    // Longer waits than a timer can hold: the page will not be open any more.
    if (left_ms < 2 ** 31) this.ending = setTimeout(() => this.#end(), Math.max(left_ms, 0));
  }

  /** The film is over for all. Who is still watching elsewhere goes on, and leaves by the button. */
  #end() {
    if (this.#hasPlayed && !this.#isWithAll) return;
    this.#sayOver();
  }

  #sayOver() {
    if (this.#isOver) return;
    this.#isOver = true;
    this.dispatchEvent(new CustomEvent("common-film:over", { bubbles: true }));
  }

  #follow() {
    const { video } = this;
    video.addEventListener("playing", () => {
      const isFirst = !this.#hasPlayed;
      this.#hasPlayed = true;
      // What it took to begin is there already: a short jump costs nothing.
      if (isFirst && this.#behindS > FAR_S) video.currentTime = this.second;
      if (this.#behindS < TOGETHER_S) this.#setWithAll(true);
      this.pacing ??= setInterval(() => this.#keepPace(), LOOK_EVERY_MS);
    });
    video.addEventListener("pause", () => {
      if (!video.ended && this.#hasPlayed) this.#setWithAll(false);
    });
    video.addEventListener("seeking", () => {
      if (!this.#hasPlayed) return;
      if (this.#behindS < -AHEAD_S) video.currentTime = this.second;
      else this.#setWithAll(!video.paused && this.#behindS < TOGETHER_S);
    });
    video.addEventListener("ended", () => {
      if (this.second > this.lengthS - 1) this.#sayOver();
    });
  }

  get #behindS() {
    return this.second - this.video.currentTime;
  }

  #keepPace() {
    const { video } = this;
    if (video.paused || video.seeking || video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA) return;
    if (!this.#isWithAll) {
      this.#setPace(1);
      return;
    }
    const behindS = this.#behindS;
    if (Math.abs(behindS) > LOST_S) video.currentTime = this.second;
    else if (Math.abs(behindS) < NEAR_S) this.#setPace(1);
    else if (Math.abs(behindS) > FAR_S) this.#setPace(1 + Math.sign(behindS) * CHASE);
  }

  #setPace(rate) {
    if (this.video.playbackRate !== rate) this.video.playbackRate = rate;
  }

  #setWithAll(isWithAll) {
    this.#isWithAll = isWithAll;
    this.back.hidden = isWithAll;
  }
}

customElements.define("common-film", CommonFilm);
