// The field in which people ask: while they type, it shows questions that are alike, and keeps the
// draft through reloads, errors and lost connections. In a flood it does the sum that the form asks.

import { solve } from "./proof-of-work.js";

const PAUSE_MS = 350;

class AskBox extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.similar = this.querySelector('[data-part="similar"]');
    this.key = `potager.draft.${this.dataset.theme}`;
    if (!this.field.value) this.field.value = this.draft;
    this.querySelector("form[data-sum]")?.addEventListener("submit", (event) => this.doSum(event));
    this.field.addEventListener("input", () => {
      this.draft = this.field.value;
      clearTimeout(this.waiting);
      this.waiting = setTimeout(() => this.look(), PAUSE_MS);
    });
  }

  get draft() {
    try { return localStorage.getItem(this.key) ?? ""; } catch { return ""; }
  }

  set draft(text) {
    try { localStorage.setItem(this.key, text); } catch { /* Then it lives as long as the page. */ }
  }

  /** Do the sum once, then send the form as it was pressed. */
  async doSum(event) {
    const form = event.target;
    if (form.elements.sum.value || !crypto.subtle) return;
    event.preventDefault();
    const button = event.submitter ?? form.querySelector("button");
    button.textContent = form.dataset.working;
    button.ariaDisabled = "true";
    form.elements.sum.value = await solve(JSON.parse(form.dataset.sum));
    form.submit();
  }

  async look() {
    this.asking?.abort();
    this.asking = new AbortController();
    const address = `${this.dataset.similar}?${new URLSearchParams({ texte: this.field.value })}`;
    try {
      const answer = await fetch(address, { signal: this.asking.signal });
      if (answer.ok) this.similar.innerHTML = await answer.text();
    } catch { /* Nothing alike is shown; asking goes on. */ }
  }
}

customElements.define("ask-box", AskBox);
