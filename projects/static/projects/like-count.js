// The likes of a project, as its public snapshot says; a screen reader hears them when they move.

import { FollowsSnapshot } from "../audience/follows-snapshot.js";

class LikeCount extends FollowsSnapshot {
  show(state) {
    const likes = state.by_kind.like ?? 0;
    this.part("count").textContent = likes.toLocaleString(this.dataset.language);
    const isOne = new Intl.PluralRules(this.dataset.language).select(likes) === "one";
    this.part("word").textContent = isOne ? this.dataset.one : this.dataset.more;
  }
}

customElements.define("like-count", LikeCount);
