// The total of a collection page, which follows its public snapshot; and who gave last. A figure
// moves only when it moved, and speaks to a screen reader at most every fifteen seconds.

import { FollowsSnapshot } from "../audience/follows-snapshot.js";

const SPEAK_AGAIN_AFTER_MS = 15_000;

class CollectTotal extends FollowsSnapshot {
  spokenAt = 0;

  show(state, isFirst) {
    const language = this.dataset.language;
    const total = this.part("total");
    if (total) {
      total.textContent = state.total[language];
      this.part("bar").value = state.percent;
    }
    const list = document.querySelector('[data-part="gifts"]');
    if (list && (state.last.length || !isFirst)) list.replaceChildren(...state.last.map((gift) => this.line(gift, list.dataset.nobody)));
    for (const member of state.members ?? []) this.rank(member);
    const now = Date.now();
    if (!isFirst && now - this.spokenAt >= SPEAK_AGAIN_AFTER_MS) {
      this.part("news").textContent = state.total[language];
      this.spokenAt = now;
    }
  }

  // Called in the order of the ranking: each line goes to the end, so that all stand in it.
  rank(member) {
    const line = document.querySelector(`[data-member="${member.code}"]`);
    if (!line) return;
    line.querySelector('[data-part="sum"]').textContent = member.total[this.dataset.language];
    if (line !== line.parentElement.lastElementChild && !line.contains(document.activeElement)) line.parentElement.append(line);
  }

  line(gift, nobody) {
    const line = document.createElement("li");
    line.className = "collect-gifts__one";
    const name = document.createElement("bdi");
    name.textContent = gift.name || nobody;
    line.append(name);
    if (gift.amount) {
      const amount = document.createElement("strong");
      amount.textContent = gift.amount[this.dataset.language];
      line.append(" ", amount);
    }
    if (gift.since) {
      const since = document.createElement("span");
      since.className = "meta collect-gifts__since";
      since.textContent = gift.since[this.dataset.language];
      line.append(" ", since);
    }
    return line;
  }
}

customElements.define("collect-total", CollectTotal);
