// A counter that follows the public snapshot: it moves only when its figures moved, and speaks to
// a screen reader at most every fifteen seconds or when a milestone is reached.

const SPEAK_AGAIN_AFTER_MS = 15_000;
const AFTER_AN_ACT_MS = 1_200;

class PotagerCounter extends HTMLElement {
  connectedCallback() {
    this.etag = "";
    this.spokenAt = 0;
    this.onAct = () => this.lookIn(AFTER_AN_ACT_MS);
    this.onShow = () => document.hidden || this.lookIn(0);
    document.addEventListener("potager:counted", this.onAct);
    document.addEventListener("visibilitychange", this.onShow);
    this.lookIn(0);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("potager:counted", this.onAct);
    document.removeEventListener("visibilitychange", this.onShow);
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  lookIn(milliseconds) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), milliseconds);
  }

  async look() {
    let wait_s = 10;
    try {
      const answer = await fetch(this.dataset.src);
      if (answer.ok) {
        const state = await answer.json();
        wait_s = state.ask_again_after_s;
        if (state.version !== this.version) this.show(state);
      }
    } catch {
      // The figures stay as they are; the next look may succeed.
    }
    // A little apart, so that a thousand screens do not ask in the same instant.
    if (!document.hidden) this.lookIn(wait_s * 1000 * (0.85 + Math.random() * 0.15));
  }

  show(state) {
    const isFirst = this.version === undefined;
    this.version = state.version;
    const pledge = state.promises.find((one) => String(one.pledge) === this.dataset.pledge);
    if (!pledge) return;
    const words = pledge.labels[this.dataset.language];
    this.part("unlocked").textContent = words.unlocked;
    this.part("tally").textContent = words.tally;
    this.part("bar").value = pledge.percent;
    const fresh = [...this.querySelectorAll("[data-acts]")].filter(
      (step) => pledge.reached.includes(Number(step.dataset.acts))
        && !step.classList.contains("counter__step--reached"),
    );
    for (const step of fresh) step.classList.add("counter__step--reached");
    // What the page only had not known yet is no news.
    if (fresh.length && !isFirst) this.dispatchEvent(new CustomEvent("potager:milestone", { bubbles: true }));
    this.speak(words, fresh);
  }

  speak(words, fresh) {
    const now = Date.now();
    if (!fresh.length && now - this.spokenAt < SPEAK_AGAIN_AFTER_MS) return;
    const milestones = fresh.map((step) => step.textContent.replace(/\s+/g, " ").trim());
    const goods = this.querySelector(".counter__goods").textContent;
    this.part("news").textContent = [...milestones, `${words.unlocked} ${goods}`].join(". ");
    this.spokenAt = now;
  }
}

customElements.define("potager-counter", PotagerCounter);
