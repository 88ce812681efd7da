// The feeds of a programme: fields to copy, and lights that are never older than some seconds.

const PAUSE_MS = 3000;

class CopyField extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector("button");
    const input = this.querySelector("input");
    const status = this.querySelector("[role=status]");
    button.hidden = false;
    input.addEventListener("focus", () => input.select());
    button.addEventListener("click", async () => {
      input.select();
      // Without a secure address there is no clipboard: what is selected can still be copied.
      await navigator.clipboard?.writeText(input.value);
      if (navigator.clipboard) status.textContent = status.dataset.done;
    });
  }
}
customElements.define("copy-field", CopyField);

const place = document.getElementById("feed-rows");

async function renew() {
  try {
    const answer = await fetch(place.dataset.rows);
    // Rows that are being used stay; they are renewed a little later.
    // Who was logged out meanwhile is led elsewhere: that is no row.
    const isRows = answer.ok && !answer.redirected;
    if (isRows && !place.contains(document.activeElement) && !place.querySelector(":active")) {
      place.innerHTML = await answer.text();
    }
  } catch { /* The network is away: the next try comes. */ }
  setTimeout(renew, PAUSE_MS);
}
setTimeout(renew, PAUSE_MS);
