// What is on air, from the public snapshot of the run: now and next, how late, the question. A
// question is shown when this viewer hears it: not before the player has come to its instant.

import { sayer } from "./live-clock.js";

const WITHOUT_PLAYER_MS = 4_000;
const PLAYER_IS_QUIET_MS = 10_000;

class LiveNow extends HTMLElement {
  connectedCallback() {
    const { language, zone } = this.dataset;
    this.hour = sayer(language, { hour: "2-digit", minute: "2-digit" }, zone);
    this.onAir = (event) => this.hear(event.detail);
    this.onShow = () => document.hidden || this.lookIn(0);
    document.addEventListener("air-time", this.onAir);
    document.addEventListener("visibilitychange", this.onShow);
    this.lookIn(0);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    clearTimeout(this.holding);
    document.removeEventListener("air-time", this.onAir);
    document.removeEventListener("visibilitychange", this.onShow);
  }

  part(name, within = this) {
    return within.querySelector(`[data-part="${name}"]`);
  }

  lookIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), milliseconds);
  }

  async look() {
    let wait_s = 8;
    try {
      const sentAt = Date.now();
      const answer = await fetch(this.dataset.src);
      if (answer.ok) {
        const state = await answer.json();
        wait_s = state.ask_again_after_s;
        this.offset = Date.parse(state.server_now) - (sentAt + Date.now()) / 2;
        if (this.isNew(state)) this.show(state);
      }
    } catch {
      // What stands there stays; the next look may succeed.
    }
    // A little apart, so that a thousand screens do not ask in the same instant.
    if (!document.hidden && !this.isOver) this.lookIn(wait_s * 1000 * (0.85 + Math.random() * 0.15));
  }

  /** Whether `state` says anything that is not shown yet. */
  isNew(state) {
    const { version, interrupted_since, outside, donations } = state;
    return version !== this.version || interrupted_since !== this.gone || outside !== this.outside
      || donations?.cents !== this.cents;
  }

  show(state) {
    this.version = state.version;
    this.outside = state.outside;
    this.gone = state.interrupted_since;
    this.isOver = state.state === "ended";
    this.showDonations(state.donations);
    this.showLine("now", state.now, "until", state.now?.ends_at_estimate);
    this.showLine("next", state.next, "from", state.next?.starts_at_estimate ?? state.now?.ends_at_estimate);
    this.say("drift", this.drift(state.drift_s ?? 0));
    // Pasted or taken back while it is on air: this page was drawn with another picture.
    const hasMoved = Boolean(state.outside) !== ("elsewhere" in this.dataset);
    const news = hasMoved ? this.dataset.moved : this.saidOf("gone", state.interrupted_since);
    this.say("gone", this.isOver ? this.dataset.over : news);
    const light = this.part("light");
    const stands = this.isOver ? "ended" : state.interrupted_since ? "interrupted" : "onAir";
    light.classList.toggle("tag--tomato", stands === "onAir");
    light.textContent = light.dataset[stands];
    document.dispatchEvent(new CustomEvent("air-off", { detail: { isOff: Boolean(state.picture_off) } }));
    this.wanted = state.question;
    this.release();
  }

  showLine(name, line, words, instant) {
    const box = this.part(name);
    box.hidden = !line;
    if (!line) return;
    this.say("title", line.title, box);
    this.say("place", line.place ?? "", box);
    this.say("hour", this.saidOf(words, instant), box);
  }

  showDonations(donations) {
    this.cents = donations?.cents;
    if (!donations || !this.part("sum")) return;
    this.say("sum", donations.sum[this.dataset.language]);
    const bar = this.part("bar");
    if (bar) bar.value = donations.percent ?? 0;
  }

  /** Write only what differs: a live region repeats what is written again. */
  say(name, text, within = this) {
    const element = this.part(name, within);
    if (element.textContent.trim() !== text) element.textContent = text;
  }

  saidOf(words, instant) {
    return instant ? this.dataset[words].replace("{hour}", this.hour(new Date(instant))) : "";
  }

  drift(drift_s) {
    const minutes = Math.round(Math.abs(drift_s) / 60);
    if (!minutes) return "";
    return this.dataset[drift_s > 0 ? "late" : "early"].replace("{minutes}", minutes);
  }

  /** Note which instant of the programme the player shows, in milliseconds. */
  hear(detail) {
    this.airTime = new Date(detail?.at ?? detail).getTime();
    this.heardAt = Date.now();
    this.release();
  }

  /** Show the question that is wanted once this viewer hears it; take an old one away at once. */
  release() {
    clearTimeout(this.holding);
    const box = this.part("question");
    if (!this.wanted) {
      box.hidden = true;
      return;
    }
    const since = Date.parse(this.wanted.since);
    const left = since - this.now();
    if (left > 0) {
      this.holding = setTimeout(() => this.release(), Math.min(left, 1000));
      return;
    }
    this.say("words", this.wanted.text, box);
    this.say("asked-by", [this.wanted.author, this.wanted.theme].filter(Boolean).join(" · "), box);
    box.hidden = false;
  }

  /** Return the instant that this viewer hears; without a player, what most would hear. */
  now() {
    const quiet = Date.now() - (this.heardAt ?? -Infinity);
    if (quiet < PLAYER_IS_QUIET_MS) return this.airTime + quiet;
    // How late a picture from elsewhere is, nobody knows: then it is shown at once.
    const behindMs = "outside" in this.dataset ? 0 : WITHOUT_PLAYER_MS;
    return Date.now() + (this.offset ?? 0) - behindMs;
  }
}

customElements.define("live-now", LiveNow);
