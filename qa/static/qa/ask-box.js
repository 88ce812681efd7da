// The field in which people ask: while they type, it shows questions that are alike, and keeps the
// draft through reloads, errors and lost connections.

const PAUSE_MS = 350;

class AskBox extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("textarea");
    this.similar = this.querySelector('[data-part="similar"]');
    this.key = `potager.draft.${this.dataset.theme}`;
    if (!this.field.value) this.field.value = this.draft;
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
