// A counter that follows the public snapshot: it moves only when its figures moved, and speaks to
// a screen reader at most every fifteen seconds or when a milestone is reached.

import { FollowsSnapshot } from "../audience/follows-snapshot.js";

const SPEAK_AGAIN_AFTER_MS = 15_000;

class PotagerCounter extends FollowsSnapshot {
  spokenAt = 0;

  show(state, isFirst) {
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
