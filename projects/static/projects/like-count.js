// The likes of a project: they follow the public snapshot of its meter, and a screen reader hears
// them when somebody on this page acted.

const AFTER_AN_ACT_MS = 1_200;

class LikeCount extends HTMLElement {
  connectedCallback() {
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
      // The figure stays as it is; the next look may succeed.
    }
    // A little apart, so that a thousand screens do not ask in the same instant.
    if (!document.hidden) this.lookIn(wait_s * 1000 * (0.85 + Math.random() * 0.15));
  }

  show(state) {
    this.version = state.version;
    const likes = state.by_kind.like ?? 0;
    this.querySelector('[data-part="count"]').textContent = likes.toLocaleString(this.dataset.language);
    const isOne = new Intl.PluralRules(this.dataset.language).select(likes) === "one";
    this.querySelector('[data-part="word"]').textContent = isOne ? this.dataset.one : this.dataset.more;
  }
}

customElements.define("like-count", LikeCount);
