// <share-page>: the device's own share sheet where there is one, an address to copy, and a word to
// the server about which way was taken. Links work as they are: nothing waits for the count.

const DONE_MS = 3000;

/** Say that a share link was pressed. Whether it arrives changes nothing here. */
function count(code) {
  if (!code) return;
  const address = `/shares/${code}`;
  if (!navigator.sendBeacon?.(address)) {
    fetch(address, { method: "POST", keepalive: true }).catch(() => {});
  }
}

class SharePage extends HTMLElement {
  connectedCallback() {
    for (const link of this.querySelectorAll("a[data-share]")) {
      link.addEventListener("click", () => count(link.dataset.share));
    }
    const picture = this.querySelector("details[data-share]");
    picture?.addEventListener("toggle", () => {
      if (picture.open) count(picture.dataset.share);
    });
    if (navigator.share) this.#offerSheet();
    if (navigator.clipboard) this.#offerCopy();
  }

  #offerSheet() {
    const { title, address, code } = this.dataset;
    const button = this.querySelector(".share__native");
    if (!button) return;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.share({ title, url: address });
        count(code);
      } catch {
        // Who closes the sheet has not failed at anything, and has told nobody.
      }
    });
  }

  #offerCopy() {
    const button = this.querySelector('[data-part="copy"]');
    const words = button.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const address = this.querySelector(".share__address");
      try {
        await navigator.clipboard.writeText(address.value);
      } catch {
        // Not allowed: then the address is marked, to be copied by hand.
        address.select();
        return;
      }
      count(button.dataset.share);
      button.textContent = button.dataset.done;
      this.querySelector('[data-part="copied"]').textContent = button.dataset.done;
      setTimeout(() => (button.textContent = words), DONE_MS);
    });
  }
}

customElements.define("share-page", SharePage);
