// <live-channel>: films that follow each other. When one is over for all, the next comes by itself;
// when a live begins, the channel makes room for it.

import "./common-film.js";

import { sayer } from "./live-clock.js";

const ASK_AGAIN_MS = 700;
const LONGEST_WAIT_MS = 15_000;
// Not all in the same instant.
const SPREAD_MS = 300;
// A live may begin a little early; so long before its hour its state is looked at.
const LOOK_BEFORE_MS = 15 * 60_000;
const LIVE = new Set(["on_air", "interrupted"]);

class LiveChannel extends HTMLElement {
  connectedCallback() {
    this.sayHour();
    this.addEventListener("common-film:over", () => this.look());
    this.awaitLive();
  }

  disconnectedCallback() {
    clearTimeout(this.looking);
    clearTimeout(this.waiting);
  }

  get film() {
    return this.querySelector("common-film");
  }

  /** The hour of the next film, where the viewer is. */
  sayHour() {
    const hour = this.querySelector('[data-part="hour"]');
    const say = sayer(this.dataset.language, { hour: "2-digit", minute: "2-digit" });
    hour.textContent = say(new Date(hour.dateTime));
    this.querySelector('[data-part="zone"]')?.remove();
  }

  /** Ask what is on until it is something else than what stands here. */
  look(wait_ms = Math.random() * SPREAD_MS) {
    clearTimeout(this.looking);
    this.looking = setTimeout(async () => {
      const found = await this.fetchNow().catch(() => null);
      if (!this.isConnected) return;
      if (found && this.isOther(found)) this.giveWay(found);
      else this.look(Math.min(Math.max(wait_ms * 1.5, ASK_AGAIN_MS), LONGEST_WAIT_MS));
    }, wait_ms);
  }

  async fetchNow() {
    const answer = await fetch(this.dataset.src);
    if (!answer.ok) return null;
    return new DOMParser().parseFromString(await answer.text(), "text/html").body;
  }

  isOther(found) {
    const film = found.querySelector("common-film");
    return !film || film.dataset.begins !== this.film.dataset.begins;
  }

  /** What was fetched takes the place of this: the next film goes on for whoever was watching. */
  giveWay(found) {
    const isWatched = this.film.isWatched;
    const hadFocus = this.contains(document.activeElement);
    const next = document.importNode(found.firstElementChild, true);
    if (!next) {
      this.remove();
      return;
    }
    const id = next.getAttribute("aria-labelledby");
    // The live stands below already, with its countdown.
    if (id) document.getElementById(id)?.closest(".live-band")?.remove();
    this.replaceWith(next);
    const film = next.querySelector("common-film");
    if (isWatched) film?.join();
    if (hadFocus) next.querySelector("media-play-button, .player__start, a")?.focus();
  }

  /** Around the hour of the next live, look whether it has begun. */
  awaitLive() {
    const { live, liveAt } = this.dataset;
    if (!live) return;
    const left_ms = Date.parse(liveAt) - LOOK_BEFORE_MS - Date.now();
    if (left_ms < 2 ** 31) this.waiting = setTimeout(() => this.lookAtLive(), Math.max(left_ms, 0));
  }

  async lookAtLive() {
    let wait_s = 8;
    try {
      const answer = await fetch(this.dataset.live);
      if (answer.ok) {
        const state = await answer.json();
        wait_s = state.ask_again_after_s;
        if (LIVE.has(state.state)) {
          this.look();
          return;
        }
      }
    } catch {
      // The next look may succeed.
    }
    if (!this.isConnected) return;
    this.waiting = setTimeout(() => this.lookAtLive(), wait_s * 1000 * (0.85 + Math.random() * 0.15));
  }
}

customElements.define("live-channel", LiveChannel);
