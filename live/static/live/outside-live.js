// <outside-live>: a picture from another site. Nothing is asked of that site before somebody presses;
// the choice is kept nowhere. The team can take the picture off for everybody, and put it back.

class OutsideLive extends HTMLElement {
  connectedCallback() {
    document.addEventListener("air-off", this.#onOff);
    document.addEventListener("potager:play", this.#yieldTo);
    const link = this.#part("link");
    // Written by an earlier visit of this element: its button stands already.
    if (!link) return;
    const press = this.#copy("press");
    press.addEventListener("click", () => this.#open({ withFocus: true }));
    link.replaceWith(press);
    this.#part("there").hidden = false;
    this.press = press;
  }

  disconnectedCallback() {
    document.removeEventListener("air-off", this.#onOff);
    document.removeEventListener("potager:play", this.#yieldTo);
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]:not(template)`);
  }

  #copy(name) {
    const template = this.querySelector(`template[data-part="${name}"]`);
    return document.importNode(template.content, true).firstElementChild;
  }

  #open({ withFocus }) {
    const picture = this.#part("picture");
    this.poster = [...picture.children];
    const frame = this.#copy("frame");
    picture.replaceChildren(frame);
    this.close ??= this.#closer();
    this.press.replaceWith(this.close);
    if (withFocus) frame.focus();
    // Other players of the page fall silent.
    this.dispatchEvent(new CustomEvent("potager:play", { bubbles: true, detail: { seconds: 0 } }));
  }

  #closer() {
    const close = this.#copy("close");
    close.addEventListener("click", () => this.#shut({ withFocus: true }));
    return close;
  }

  /** Take the frame away: from then on, nothing is asked of the other site any more. */
  #shut({ withFocus }) {
    if (!this.close?.isConnected) return;
    this.#part("picture").replaceChildren(...this.poster);
    this.close.replaceWith(this.press);
    if (withFocus) this.press.focus();
  }

  #yieldTo = ({ target }) => {
    if (!this.contains(target)) this.#shut({ withFocus: false });
  };

  #onOff = ({ detail: { isOff } }) => {
    if (isOff === ("off" in this.dataset)) return;
    const words = this.#part("off");
    words.textContent = isOff ? words.dataset.words : "";
    if (isOff) this.dataset.off = "";
    else delete this.dataset.off;
    const video = this.querySelector("video");
    if (isOff) {
      this.wasOpen = Boolean(this.close?.isConnected);
      this.wasPlaying = Boolean(video && !video.paused);
      this.#shut({ withFocus: false });
      video?.pause();
    } else {
      // Who watched has agreed on this page already.
      if (this.wasOpen) this.#open({ withFocus: false });
      if (this.wasPlaying) this.querySelector("potager-live").watch();
    }
  };
}

customElements.define("outside-live", OutsideLive);
