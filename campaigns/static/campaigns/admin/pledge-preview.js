// <pledge-preview>: shows what the clauses give while they are typed.

const PAUSE_MS = 350;

class PledgePreview extends HTMLElement {
  #timer = 0;
  #asking = null;

  connectedCallback() {
    this.querySelector("[data-without-js]").hidden = true;
    const form = this.closest("form");
    // Rows are added, removed and sorted by clicks that change no field a browser tells us of.
    for (const kind of ["input", "change", "click"]) {
      form.addEventListener(kind, () => this.#later());
    }
  }

  #later() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), PAUSE_MS);
  }

  async #ask() {
    this.#asking?.abort();
    this.#asking = new AbortController();
    const lost = this.querySelector('[data-part="lost"]');
    try {
      const answer = await fetch(this.dataset.url, {
        method: "POST",
        body: new FormData(this.closest("form")),
        headers: { "X-Requested-With": "fetch" },
        signal: this.#asking.signal,
      });
      lost.hidden = answer.ok;
      if (answer.ok) this.#show(await answer.text());
    } catch (error) {
      if (error.name === "AbortError") return;
      if (!(error instanceof TypeError)) throw error;
      lost.hidden = false;
    }
  }

  #show(html) {
    const table = this.querySelector('[data-part="table"]');
    if (table.innerHTML !== html) table.innerHTML = html;
  }
}

customElements.define("pledge-preview", PledgePreview);
