// An element that follows a public snapshot, `data-src`: it looks when it comes, when it is seen
// again, soon after an act on this page, and as often as the snapshot says. What it shows is its
// own: `show(state, isFirst)` is called when something moved.

const AFTER_AN_ACT_MS = 1_200;

export class FollowsSnapshot extends HTMLElement {
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
        const text = await answer.text();
        const state = JSON.parse(text);
        wait_s = state.ask_again_after_s;
        const mark = state.version ?? text;
        const isFirst = this.mark === undefined;
        if (mark !== this.mark) {
          this.mark = mark;
          this.show(state, isFirst);
        }
      }
    } catch {
      // The figures stay as they are; the next look may succeed.
    }
    // A little apart, so that a thousand screens do not ask in the same instant.
    if (!document.hidden) this.lookIn(wait_s * 1000 * (0.85 + Math.random() * 0.15));
  }
}
