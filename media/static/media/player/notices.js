// Everything the player says in words. The words are in the markup, in the page's language.

import { formatTimecode } from "./timecode.js";

const HINT_MS = 10_000;
const PATIENCE_MS = 800;

export class Notices {
  #video;
  #hint;
  #alert;
  #timer = 0;

  constructor(host, source) {
    host.querySelector(".player__frame").append(host.cloneTemplate("notices"));
    this.#video = host.video;
    this.#hint = host.querySelector(".player__hint");
    this.#alert = host.querySelector(".player__alert");
    this.#alert.querySelector("button").addEventListener("click", () => source.retryNow());
    host.querySelector(".player__replay")?.addEventListener("click", () => host.seek(0));
    source.addEventListener("trouble", ({ detail }) => this.#sayTrouble(detail));
    source.addEventListener("recovered", () => (this.#alert.hidden = true));
    this.#sayLoading();
  }

  sayResumed(seconds) {
    const { resumed, restart } = this.#hint.dataset;
    this.#say(resumed.replace("{time}", formatTimecode(seconds)), restart, () => {
      this.#video.currentTime = 0;
    });
  }

  sayEncoding() {
    this.#say(this.#hint.dataset.encoding);
  }

  sayComplete() {
    this.#say(this.#hint.dataset.complete);
  }

  #say(text, action = "", onAction = () => {}) {
    const [words, button] = this.#hint.children;
    words.textContent = text;
    button.textContent = action;
    button.hidden = !action;
    button.onclick = () => {
      this.#hint.hidden = true;
      onAction();
    };
    this.#hint.hidden = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#hint.hidden = true), HINT_MS);
  }

  #sayTrouble(reason) {
    this.#alert.querySelector("p").textContent = this.#alert.dataset[reason];
    this.#alert.querySelector("button").hidden = reason !== "network";
    this.#alert.hidden = false;
  }

  #sayLoading() {
    const sign = this.#hint.parentElement.querySelector(".player__loading");
    let timer = 0;
    const hide = () => {
      clearTimeout(timer);
      sign.hidden = true;
    };
    this.#video.addEventListener("waiting", () => {
      clearTimeout(timer);
      timer = setTimeout(() => (sign.hidden = false), PATIENCE_MS);
    });
    for (const name of ["playing", "pause", "emptied"]) this.#video.addEventListener(name, hide);
  }
}
