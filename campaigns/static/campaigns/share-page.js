// <share-page>: the device's own share sheet where there is one, an address to copy, a word to the
// server about which way was taken, and thanks with one next act. Links work as they are: nothing
// waits for the count or the thanks.

const DONE_MS = 3000;
const TIME = /^\d{1,3}(:[0-5]?\d){0,2}$/;

/** Say that a share link was pressed. Whether it arrives changes nothing here. */
function count(code) {
  if (!code) return;
  const address = `/shares/${code}`;
  if (!navigator.sendBeacon?.(address)) {
    fetch(address, { method: "POST", keepalive: true }).catch(() => {});
  }
}

const clock = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;

class SharePage extends HTMLElement {
  /** Beside what was pressed first; null until something was. */
  #thankedAt = null;

  connectedCallback() {
    for (const link of this.querySelectorAll("a.share__link")) {
      link.addEventListener("click", () => {
        count(link.dataset.share);
        this.#thank(this.querySelector(".share__copy"));
      });
    }
    const picture = this.querySelector("details[data-share]");
    picture?.addEventListener("toggle", () => {
      if (!picture.open) return;
      count(picture.dataset.share);
      this.#thank(picture);
    });
    // A link may have led away before the thanks were there: whoever comes back finds them.
    addEventListener("pageshow", ({ persisted }) => {
      if (persisted && this.#thankedAt) this.#thank(this.#thankedAt);
    });
    if (navigator.share) this.#offerSheet();
    if (navigator.clipboard) this.#offerCopy();
    this.#offerMoment();
  }

  /** Thank, once, below what was pressed: so nothing that somebody looks at moves away. */
  async #thank(pressed) {
    const place = this.querySelector('[data-part="thanks"]:empty');
    if (!place) return;
    this.#thankedAt = pressed;
    pressed.after(place);
    try {
      const answer = await fetch(place.dataset.src);
      if (answer.ok && !place.hasChildNodes()) place.innerHTML = await answer.text();
    } catch {
      // No network, or the page was left: the next press, or coming back, asks again.
    }
  }

  /** A moment of the film goes into the address to copy as it is typed. */
  #offerMoment() {
    const form = this.querySelector(".share__moment");
    if (!form) return;
    const field = this.querySelector(".share__address");
    const words = form.querySelector('[data-part="moment"]');
    const [whole, usual] = [field.value, words.textContent];
    let seconds = 0;
    document.addEventListener("potager:time", ({ detail }) => (seconds = detail.seconds));
    form.closest("details").addEventListener("toggle", ({ target }) => {
      if (!target.open || form.t.value || seconds < 1) return;
      form.t.value = clock(seconds);
      form.dispatchEvent(new Event("input"));
    });
    form.addEventListener("input", () => {
      const address = new URL(whole);
      for (const name of ["t", "to"]) {
        if (TIME.test(form[name].value)) address.searchParams.set(name, form[name].value);
      }
      field.value = address.searchParams.has("t") ? address.href.replaceAll("%3A", ":") : whole;
      words.textContent = field.value === whole ? usual : words.dataset.now;
    });
    // Whoever looks at a moment passes the moment on.
    const here = new URLSearchParams(location.search);
    if (!TIME.test(here.get("t") ?? "")) return;
    for (const name of ["t", "to"]) form[name].value = here.get(name) ?? "";
    form.dispatchEvent(new Event("input"));
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
        this.#thank(this.querySelector(".share__copy"));
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
      this.#thank(this.querySelector(".share__copy"));
      button.textContent = button.dataset.done;
      this.querySelector('[data-part="copied"]').textContent = button.dataset.done;
      setTimeout(() => (button.textContent = words), DONE_MS);
    });
  }
}

customElements.define("share-page", SharePage);
