// The desk by keyboard: a decision changes its own row and moves nothing else. What comes in
// meanwhile is announced above the list and shown when one wants it.

const LOOK_EVERY_MS = 5_000;
const CAN_BE_UNDONE_MS = 10_000;
const PAUSE_MS = 300;
const isTyping = (target) => target.matches("input:not([type=checkbox]):not([type=radio]), textarea, select");

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
    this.addEventListener("change", (event) => this.fill(event.target));
    this.addEventListener("click", (event) => {
      if (event.target.matches(".desk__alike")) this.chooseAlike(event.target.closest(".desk__row"));
    });
    this.addEventListener("toggle", (event) => this.load(event.target), true);
    document.addEventListener("keydown", (event) => this.press(event));
    this.ticking = setInterval(() => this.look(), LOOK_EVERY_MS);
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
  }

  get rows() {
    return [...this.querySelectorAll(".desk__row")];
  }

  get here() {
    return this.querySelector(".desk__row.is-here");
  }

  mark(row) {
    if (row === this.here) return;
    this.here?.classList.remove("is-here");
    row.classList.add("is-here");
    clearTimeout(this.pausing);
    this.pausing = setTimeout(() => this.look(), PAUSE_MS);
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
    const deed = deeds[event.key] ?? (/^[aeghilmrsuwy]$/.test(event.key) ? () => this.act(event.key) : null);
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
    control.querySelector("[data-first]").focus();
  }

  fill(target) {
    if (target.matches('[data-part="all"]')) {
      for (const box of this.querySelectorAll(".desk__choice")) box.checked = target.checked;
    }
    const name = target.dataset.fills;
    if (!name || !target.value) return;
    const field = target.form.elements[name];
    field.value = target.value;
    field.focus();
  }

  chooseAlike(row) {
    for (let one = row; one && (one === row || one.matches(".is-below")); one = one.nextElementSibling) {
      const box = one.querySelector(".desk__choice");
      if (box) box.checked = true;
    }
  }

  async load(details) {
    const { loads } = details.dataset ?? {};
    const place = loads && details.open && details.querySelector('[data-part="candidates"]:empty');
    if (!place) return;
    try {
      const answer = await fetch(loads);
      if (!answer.ok) return;
      place.innerHTML = await answer.text();
      if (details.contains(document.activeElement)) place.querySelector("input")?.focus();
    } catch { /* The address of the other question can still be pasted. */ }
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
    fresh.classList.toggle("is-below", row.matches(".is-below"));
    row.replaceWith(fresh);
    if (wasHere) {
      this.mark(fresh);
      fresh.focus({ preventScroll: true });
    }
    const undo = fresh.querySelector('[value="undo"]');
    if (undo) setTimeout(() => undo.remove(), CAN_BE_UNDONE_MS);
  }

  /** Say which row is open here; learn what came and what colleagues have open. */
  async look() {
    if (document.hidden || !this.news) return;
    const token = this.querySelector('[name="csrfmiddlewaretoken"]')?.value;
    if (!token) return;
    const body = new URLSearchParams({ open: this.here?.id ?? "" });
    try {
      const answer = await fetch(this.dataset.look, { method: "POST", body, headers: { "X-CSRFToken": token } });
      const { more, said, open } = await answer.json();
      this.news.textContent = said;
      this.news.hidden = !more;
      for (const row of this.rows) {
        const line = row.querySelector('[data-part="presence"]');
        line.textContent = open[row.id] ?? "";
        line.hidden = !open[row.id];
      }
    } catch { /* The next look will tell. */ }
  }
}

customElements.define("moderation-desk", ModerationDesk);
