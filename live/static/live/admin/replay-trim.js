/** Fill in the cuts of a replay from where its player stands. */

import { formatTimecode } from "../../media/player/timecode.js";

class ReplayTrim extends HTMLElement {
  connectedCallback() {
    this.video = document.querySelector("potager-player video");
    for (const button of this.querySelectorAll("button[data-end]")) {
      button.hidden = !this.video;
      button.addEventListener("click", () => this.fill(button.dataset.end));
    }
  }

  /** The player shows the replay as it is cut now; the fields count from the whole recording. */
  fill(end) {
    const { head, tail, length } = this.dataset;
    const stands = this.video.currentTime;
    const cut = end === "head" ? Number(head) + stands : Number(tail) + Number(length) - stands;
    const field = this.querySelector(`input[name="${end}"]`);
    field.value = formatTimecode(Math.max(0, Math.round(cut)));
    field.focus();
  }
}

customElements.define("replay-trim", ReplayTrim);
