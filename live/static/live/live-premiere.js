// <live-premiere>: a film that begins for everybody at its hour. What is shown then waits on the page
// already, so that nobody misses the first second; its files open at the hour. When the film is over
// for all, the page shows what comes after, unless somebody is writing something.

import "./common-film.js";

import { serverClock } from "./server-clock.js";

// Clocks differ a little: nobody asks for the film before the server lets it go.
const LATER_MS = 250;
const ASK_AGAIN_MS = 1_500;
const SPREAD_MS = 1_000;

class LivePremiere extends HTMLElement {
  async connectedCallback() {
    this.addEventListener("common-film:over", () => this.lookFor("replay"));
    this.onShow = () => document.hidden || this.awaitHour();
    document.addEventListener("visibilitychange", this.onShow);
    this.awaitHour();
  }

  disconnectedCallback() {
    clearTimeout(this.waiting);
    document.removeEventListener("visibilitychange", this.onShow);
  }

  get template() {
    return this.querySelector('template[data-part="premiere"]');
  }

  async awaitHour() {
    if (!this.template) return;
    const clock = await serverClock();
    if (!this.isConnected || !this.template) return;
    clearTimeout(this.waiting);
    const left_ms = Date.parse(this.dataset.begins) + LATER_MS - clock();
    if (left_ms < 2 ** 31) this.waiting = setTimeout(() => this.begin(), Math.max(left_ms, 0));
  }

  /** The hour has come: the film takes the place of the countdown. */
  begin() {
    const { template } = this;
    const isPlayable = template.content.querySelector("potager-player").dataset.hls
      || template.content.querySelector("potager-player").dataset.mp4;
    // A page that not everybody may read names the film only when it is time.
    if (!isPlayable) {
      this.lookFor("on_air");
      return;
    }
    const isWriting = this.contains(document.activeElement) && this.isWriting;
    if (isWriting) {
      this.addEventListener("focusout", () => this.begin(), { once: true });
      return;
    }
    this.closest("article").dataset.state = "on_air";
    this.replaceChildren(document.importNode(template.content, true));
    // Where somebody has pressed anything on this page, the browser lets the film begin by itself.
    if (navigator.userActivation?.hasBeenActive) this.querySelector("common-film").join();
  }

  get isWriting() {
    return [...document.querySelectorAll("textarea, input[type=email]")].some((field) => field.value);
  }

  /** Look at the page itself until it has come to `state`, then show it. */
  lookFor(state, wait_ms = Math.random() * SPREAD_MS) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(async () => {
      const found = await this.stateNow().catch(() => null);
      if (found === state) this.moveOn();
      else this.lookFor(state, ASK_AGAIN_MS * (0.7 + Math.random() * 0.6));
    }, wait_ms);
  }

  async stateNow() {
    const answer = await fetch(location.pathname);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    return page.querySelector("article[data-state]")?.dataset.state;
  }

  moveOn() {
    const news = this.querySelector('[data-part="over"]');
    if (!this.isWriting || !news) {
      location.reload();
      return;
    }
    const link = document.createElement("a");
    link.href = location.pathname;
    link.className = "button button--light";
    link.textContent = news.dataset.over;
    news.replaceChildren(link);
  }
}

customElements.define("live-premiere", LivePremiere);
