// The likes of a project: asked for anew after an act on this page, and when it comes into view.

const AFTER_AN_ACT_MS = 1_200;

class LikeCount extends HTMLElement {
  connectedCallback() {
    this.onAct = () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.look(), AFTER_AN_ACT_MS);
    };
    this.onShow = () => document.hidden || this.look();
    document.addEventListener("potager:counted", this.onAct);
    document.addEventListener("visibilitychange", this.onShow);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("potager:counted", this.onAct);
    document.removeEventListener("visibilitychange", this.onShow);
  }

  async look() {
    try {
      const answer = await fetch(this.dataset.src);
      if (!answer.ok) return;
      const state = await answer.json();
      const likes = state.by_kind.like ?? 0;
      this.part("count").textContent = likes.toLocaleString(this.dataset.language);
      this.part("word").textContent = this.wordFor(likes);
    } catch {
      // The figure stays as it is; the next act asks again.
    }
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  wordFor(likes) {
    const isOne = new Intl.PluralRules(this.dataset.language).select(likes) === "one";
    return isOne ? this.dataset.one : this.dataset.more;
  }
}

customElements.define("like-count", LikeCount);
