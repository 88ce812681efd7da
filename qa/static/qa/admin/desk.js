// The desk by keyboard: a decision changes its own row and moves nothing else. What comes in
// meanwhile is announced above the list and shown when one wants it.

const NEWS_EVERY_MS = 10_000;
const CAN_BE_UNDONE_MS = 10_000;
const isTyping = (target) => target.matches("input:not([type=checkbox]), textarea, select");

class ModerationDesk extends HTMLElement {
  connectedCallback() {
    this.news = this.querySelector('[data-part="news"]');
    this.addEventListener("submit", (event) => {
      if (!event.target.matches(".desk__deeds")) return;
      event.preventDefault();
      this.send(event.target, event.submitter);
    });
    this.addEventListener("focusin", (event) => {
      const row = event.target.closest(".desk__row");
      if (row) this.mark(row);
    });
    this.querySelector('[data-part="all"]')?.addEventListener("change", (event) => {
      for (const box of this.querySelectorAll(".desk__choice")) box.checked = event.target.checked;
    });
    document.addEventListener("keydown", (event) => this.press(event));
    setInterval(() => this.look(), NEWS_EVERY_MS);
  }

  get rows() {
    return [...this.querySelectorAll(".desk__row")];
  }

  get here() {
    return this.querySelector(".desk__row.is-here");
  }

  mark(row) {
    this.here?.classList.remove("is-here");
    row.classList.add("is-here");
  }

  go(step) {
    const { rows } = this;
    const place = rows.indexOf(this.here);
    const row = rows[Math.min(Math.max(place + step, 0), rows.length - 1)];
    if (!row) return;
    this.mark(row);
    row.focus();
  }

  press(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape") {
      const open = event.target.closest?.(".desk__more[open]");
      if (open) {
        open.open = false;
        open.closest(".desk__row").focus();
      }
      return;
    }
    if (isTyping(event.target)) return;
    const deeds = {
      j: () => this.go(1),
      k: () => this.go(-1),
      x: () => this.here?.querySelector(".desk__choice")?.click(),
      "?": () => this.querySelector(".desk__keys")?.toggleAttribute("open"),
    };
    const deed = deeds[event.key] ?? (/^[areswu]$/.test(event.key) ? () => this.act(event.key) : null);
    if (!deed) return;
    event.preventDefault();
    deed();
  }

  act(key) {
    const control = this.here?.querySelector(`[data-key="${key}"]`);
    if (!control) return;
    if (control.matches("button")) {
      control.click();
      return;
    }
    control.open = true;
    control.querySelector("select, textarea").focus();
  }

  async send(form, button) {
    const row = form.closest(".desk__row");
    if (row.ariaBusy === "true") return;
    row.ariaBusy = "true";
    const body = new FormData(form, button);
    try {
      const answer = await fetch(form.action, { method: "POST", body, headers: { Accept: "application/json" } });
      const said = await answer.json();
      this.replace(row, said.row);
    } catch {
      // Without an answer the page itself says what is true now.
      row.ariaBusy = "false";
      form.submit();
    }
  }

  replace(row, html) {
    const wasHere = row.classList.contains("is-here");
    const piece = document.createElement("template");
    piece.innerHTML = html;
    const fresh = piece.content.querySelector(".desk__row");
    row.replaceWith(fresh);
    if (wasHere) {
      this.mark(fresh);
      fresh.focus({ preventScroll: true });
    }
    const undo = fresh.querySelector('[value="undo"]');
    if (undo) setTimeout(() => undo.remove(), CAN_BE_UNDONE_MS);
  }

  async look() {
    if (document.hidden || !this.news) return;
    try {
      const answer = await fetch(this.dataset.news, { headers: { Accept: "application/json" } });
      const { more, said } = await answer.json();
      if (!more) return;
      this.news.textContent = said;
      this.news.hidden = false;
    } catch { /* The next look will tell. */ }
  }
}

customElements.define("moderation-desk", ModerationDesk);
