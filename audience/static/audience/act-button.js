// A button that is an act. It asks for its token when it comes into view, since the server wants
// to know that it was seen; pressing it sends the token once, and once more after a broken line.

import { howICame } from "../front/visit.js";

const RETRY_AFTER_MS = 1500;
// The server wants a button to have been seen for a second: a faster press waits for the rest of it.
const SHOWN_AT_LEAST_MS = 1100;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

class ActButton extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.answer = this.querySelector('[data-part="answer"]');
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.act();
    });
    new IntersectionObserver((seen, observer) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      observer.disconnect();
      this.token = this.fetchToken();
    }).observe(this);
  }

  get address() {
    return `/acts/${this.dataset.meter}/${this.dataset.kind}`;
  }

  async fetchToken() {
    const answer = await fetch(`${this.address}/token`);
    const { token } = await answer.json();
    return { token, sinceMs: performance.now() };
  }

  async act() {
    const button = this.form.querySelector("button");
    if (button.ariaDisabled === "true") return;
    button.ariaDisabled = "true";
    try {
      await this.tell(await this.send());
    } catch {
      this.answer.textContent = this.dataset.trouble;
    }
    button.ariaDisabled = "false";
  }

  async send() {
    // A token that could not be fetched is fetched now; a used one is replaced after the answer.
    const fetched = await (this.token ?? this.fetchToken()).catch(() => this.fetchToken());
    this.token = Promise.resolve(fetched);
    await pause(SHOWN_AT_LEAST_MS - (performance.now() - fetched.sinceMs));
    const body = new URLSearchParams({
      token: fetched.token, lang: this.dataset.language, ...howICame(),
    });
    const ask = () => fetch(this.address, { method: "POST", body });
    const first = await ask().catch(() => null);
    if (first && first.status < 500) return first.json();
    await pause(RETRY_AFTER_MS);
    const again = await ask();
    if (again.status >= 500) throw new Error(again.statusText);
    return again.json();
  }

  async tell(ended) {
    this.answer.replaceChildren(ended.detail);
    if (ended.receipt) {
      const link = document.createElement("a");
      link.href = this.dataset.language === "fr" ? ended.receipt : `/${this.dataset.language}${ended.receipt}`;
      link.textContent = this.dataset.receipt;
      this.answer.append(" ", link);
    }
    // What came too fast has used nothing up: the same token is good in a moment.
    const isSpent = ended.verdict === "refused" && ended.reason !== "too_fast";
    if (isSpent) this.token = this.fetchToken();
    this.dispatchEvent(new CustomEvent("potager:counted", { bubbles: true, detail: ended }));
  }
}

customElements.define("act-button", ActButton);
