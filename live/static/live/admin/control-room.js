// The control room: keys and buttons become commands, each with the version that was on the screen.
// The state is asked for twice a second; a command's answer brings it at once. What was typed is
// emptied only when the server has taken it.

import { learn } from "./control-time.js";
import { RoomView } from "./control-view.js";

const ASK_EVERY_MS = 500;
const LOOK_EVERY_MS = 5_000;
const TICK_MS = 250;
const TOO_LONG_MS = 8_000;
const isTyping = (target) => target.matches?.("input:not([type=checkbox]), textarea, select");
const said = (id) => JSON.parse(document.getElementById(id).textContent);

class ControlRoom extends HTMLElement {
  connectedCallback() {
    this.words = said("room-words-said");
    this.view = new RoomView(this, this.words);
    this.chosen = { line: null, question: null };
    this.show(said("room-state"));
    this.addEventListener("click", (event) => this.press(event.target.closest("button")));
    this.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send(event.target.dataset.verb, Object.fromEntries(new FormData(event.target)), event.target);
    });
    document.addEventListener("keydown", (event) => this.key(event));
    this.asking = setInterval(() => this.ask(), ASK_EVERY_MS);
    this.ticking = setInterval(() => this.view.tick(), TICK_MS);
    this.looking = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
    this.ask();
  }

  disconnectedCallback() {
    for (const timer of [this.asking, this.ticking, this.looking]) clearInterval(timer);
  }

  show(state) {
    // An answer that was on its way while a command was carried out tells what was before it.
    if (this.state && state.version < this.state.version) return;
    this.state = state;
    this.view.draw(state, this.chosen);
  }

  async ask() {
    if (this.isAsking) return;
    this.isAsking = true;
    const asked_ms = Date.now();
    const { sent } = this;
    try {
      const headers = this.etag ? { "If-None-Match": this.etag } : {};
      const signal = AbortSignal.timeout(TOO_LONG_MS);
      const answer = await fetch(this.dataset.state, { headers, signal, cache: "no-store" });
      learn(answer, asked_ms);
      this.online(answer.status === 403 ? this.words.lost : "");
      if (answer.status !== 200) return;
      const state = await answer.json();
      if (sent !== this.sent) return;
      this.etag = answer.headers.get("etag");
      this.show(state);
    } catch {
      this.online(this.words.offline);
    } finally {
      this.isAsking = false;
    }
  }

  async look() {
    try {
      await this.post(this.dataset.look, {});
    } catch { /* The next look will do. */ }
  }

  post(address, values) {
    const token = this.querySelector('[name="csrfmiddlewaretoken"]').value;
    return fetch(address, {
      method: "POST",
      body: new URLSearchParams(values),
      headers: { "X-CSRFToken": token, Accept: "application/json" },
      signal: AbortSignal.timeout(TOO_LONG_MS),
    });
  }

  async send(verb, values, form = null) {
    const body = { ...values, seen: this.state.version };
    if (verb === "take") body.believed = this.state.entry ?? "";
    this.sent = (this.sent ?? 0) + 1;
    try {
      const answer = await this.post(this.dataset.command.replace("VERB", verb), body);
      const told = await answer.json();
      this.sent += 1;
      this.etag = null;
      if (told.state) this.show(told.state);
      this.alert(told.refusal ? `${told.refusal} (${told.code})` : "");
      if (answer.ok) this.taken(form, told);
    } catch {
      this.alert(this.words.offline);
    }
  }

  taken(form, told) {
    form?.reset();
    form?.closest("dialog")?.close();
    // The next key is a command again.
    document.activeElement?.blur();
    if (!told.address) return;
    const link = this.view.part("link");
    const address = document.createElement("a");
    address.href = address.textContent = told.address;
    link.replaceChildren(`${this.words.link} `, address);
    link.hidden = false;
  }

  alert(sentence) {
    const place = this.view.part("alert");
    place.hidden = !sentence;
    place.textContent = sentence;
    delete place.dataset.ours;
  }

  /** Say that the connection is gone, or take that sentence away: never one about a command. */
  online(sentence) {
    const place = this.view.part("alert");
    if (sentence && place.hidden) {
      this.alert(sentence);
      place.dataset.ours = "";
    } else if (!sentence && "ours" in place.dataset) {
      this.alert("");
    }
  }

  press(button) {
    if (!button || button.disabled) return;
    const { opens, verb, uses, feed } = button.dataset;
    if ("line" in button.dataset) this.choose("line", Number(button.dataset.line));
    else if ("question" in button.dataset) this.choose("question", Number(button.dataset.question));
    else if (opens) this.querySelector(`[data-dialog="${opens}"]`).showModal();
    else if ("closes" in button.dataset) button.closest("dialog").close();
    else if (verb) this.command(button, verb, uses, feed);
  }

  command(button, verb, uses, feed) {
    const values = {};
    if (feed) values.feed = feed;
    if (uses) {
      if (this.chosen[uses] === null) {
        this.alert(uses === "line" ? this.words.choose_line : this.words.choose_question);
        return;
      }
      values[uses === "line" ? "entry" : uses] = this.chosen[uses];
    }
    const field = button.dataset.with && this.querySelector(`[name="${button.dataset.with}"]`);
    if (field) values[field.name] = field.value;
    this.send(verb, values);
  }

  choose(what, pk) {
    this.chosen[what] = pk;
    this.view.draw(this.state, this.chosen);
  }

  go(what, step) {
    const buttons = [...this.querySelectorAll(`[data-${what}]`)];
    if (!buttons.length) return;
    const here = buttons.findIndex((one) => Number(one.dataset[what]) === this.chosen[what]);
    const start = what === "line" ? buttons.findIndex((one) => one.getAttribute("aria-current")) : -1;
    const place = Math.min(Math.max((here < 0 ? start : here) + step, 0), buttons.length - 1);
    this.choose(what, Number(buttons[place].dataset[what]));
    buttons[place].scrollIntoView({ block: "nearest" });
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || this.querySelector("dialog[open]")) return;
    if (event.key === "Escape") {
      event.target.blur?.();
      this.alert("");
      return;
    }
    if (isTyping(event.target)) return;
    const moves = { j: ["line", 1], k: ["line", -1], n: ["question", 1], p: ["question", -1] };
    const field = this.querySelector(`[data-focus-key="${CSS.escape(event.key)}"]`);
    const button = this.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!moves[event.key] && !field && !button) return;
    event.preventDefault();
    if (event.repeat && !moves[event.key]) return;
    if (moves[event.key]) this.go(...moves[event.key]);
    else if (field) field.focus();
    else if (!button.matches(":disabled")) this.press(button);
  }
}

customElements.define("control-room", ControlRoom);
