// <share-page>: the device's own share sheet where there is one, and an address to copy.

const DONE_MS = 3000;

class SharePage extends HTMLElement {
  connectedCallback() {
    const { title, address } = this.dataset;
    if (navigator.share) {
      const button = this.querySelector(".share__native");
      button.hidden = false;
      this.querySelector(".share__more").hidden = true;
      // Who closes the sheet has not failed at anything.
      button.addEventListener("click", () => navigator.share({ title, url: address }).catch(() => {}));
    }
    if (navigator.clipboard) this.#offerCopy(address);
  }

  #offerCopy(address) {
    const copy = this.querySelector('[data-part="copy"]');
    const words = copy.textContent;
    copy.hidden = false;
    copy.addEventListener("click", async () => {
      await navigator.clipboard.writeText(address);
      copy.textContent = copy.dataset.done;
      setTimeout(() => (copy.textContent = words), DONE_MS);
    });
  }
}

customElements.define("share-page", SharePage);
