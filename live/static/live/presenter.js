// The presenter's view: asks every second what is on air; the prompter text runs at the speed that
// the keys set, and stands still where motion is not wanted until somebody starts it.

const ASK_EVERY_MS = 1_000;
const TICK_MS = 200;
const SLOWEST = 10;
const FASTEST = 200;
const STEP = 10;

function length(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (!parts[0]) parts.shift();
  return parts.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}

class PresenterView extends HTMLElement {
  connectedCallback() {
    this.ahead_ms = 0;
    this.speed = 40;
    this.size = 1;
    this.isRunning = false;
    this.part("message-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.see();
    });
    document.addEventListener("keydown", (event) => this.key(event));
    this.asking = setInterval(() => this.ask(), ASK_EVERY_MS);
    this.ticking = setInterval(() => this.tick(), TICK_MS);
    this.ask();
  }

  disconnectedCallback() {
    clearInterval(this.asking);
    clearInterval(this.ticking);
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  write(name, text) {
    const part = this.part(name);
    if (part.textContent !== text) part.textContent = text;
  }

  async ask() {
    try {
      const answer = await fetch(this.dataset.state, { cache: "no-store" });
      if (!answer.ok) throw new Error(String(answer.status));
      this.show(await answer.json());
      this.write("lost", "");
    } catch {
      this.write("lost", this.dataset.lost);
    }
  }

  show(state) {
    this.ahead_ms = Date.parse(state.server_now) - Date.now();
    const { now, next, question, message } = state;
    if (now?.pk !== this.state?.now?.pk) {
      this.part("prompter").scrollTop = 0;
      this.isRunning = false;
    }
    this.state = state;
    this.write("now", state.is_over ? this.dataset.over : now?.title ?? this.dataset.nothing);
    this.write("meta", [state.is_held && this.dataset.held, now?.guests, now?.place].filter(Boolean).join(" · "));
    this.write("next", next ? this.dataset.next.replace("TITLE", next.title) : "");
    this.write("prompter", now?.prompter ?? "");
    const guest = question?.guest ? `${this.dataset.for} ${question.guest}` : "";
    this.write("question", question ? [this.dataset.quoted.replace("TITLE", question.text), question.author, guest].filter(Boolean).join(" – ") : "");
    this.part("question").hidden = !question;
    this.part("message").hidden = !message;
    this.part("message-form").hidden = !message || message.is_seen;
    this.write("message-text", message?.text ?? "");
    this.part("message-key").value = message?.pk ?? "";
    this.tick();
  }

  tick() {
    const now_ms = Date.now() + this.ahead_ms;
    this.write("clock", new Date(now_ms).toLocaleTimeString(document.documentElement.lang));
    const line = this.state?.is_over ? null : this.state?.now;
    const left_s = line?.started_at ? line.planned_s - (now_ms - Date.parse(line.started_at)) / 1000 : 0;
    const left = this.part("left");
    left.dataset.mode = !line ? "" : left_s < 0 ? "over" : left_s < 30 ? "soon" : "";
    this.write("left", line ? `${left_s < 0 ? "+" : "−"} ${length(left_s)}` : "");
  }

  async see() {
    const form = this.part("message-form");
    try {
      await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
      this.ask();
    } catch {
      this.write("lost", this.dataset.lost);
    }
  }

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const deeds = {
      " ": () => this.toggle(),
      ArrowDown: () => { this.speed = Math.min(FASTEST, this.speed + STEP); },
      ArrowUp: () => { this.speed = Math.max(SLOWEST, this.speed - STEP); },
      "+": () => this.resize(0.1),
      "-": () => this.resize(-0.1),
      v: () => { if (!this.part("message-form").hidden) this.see(); },
    };
    if (!deeds[event.key] || (event.key === " " && event.target.matches("button"))) return;
    event.preventDefault();
    deeds[event.key]();
  }

  resize(by) {
    this.size = Math.min(2, Math.max(0.5, this.size + by));
    this.part("prompter").style.setProperty("--prompter-size", this.size.toFixed(1));
  }

  toggle() {
    this.isRunning = !this.isRunning;
    if (!this.isRunning) return;
    const prompter = this.part("prompter");
    let before = performance.now();
    let place = prompter.scrollTop;
    const roll = (at) => {
      if (!this.isRunning) return;
      place += (this.speed * (at - before)) / 1000;
      before = at;
      prompter.scrollTop = place;
      requestAnimationFrame(roll);
    };
    requestAnimationFrame(roll);
  }
}

customElements.define("presenter-view", PresenterView);
