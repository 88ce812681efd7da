// <film-uploads>: a drop zone that sends films, two at a time. Without it, its form still works.

import { fill, sizeLabel } from "./sizes.js";
import { UploadItem } from "./upload-item.js";
import { watch } from "./progress.js";

const AT_ONCE = 2;

class FilmUploads extends HTMLElement {
  #items = [];

  connectedCallback() {
    for (const element of document.querySelectorAll("[data-with-js]")) element.hidden = false;
    for (const element of this.querySelectorAll("[data-without-js]")) element.hidden = true;
    const form = this.querySelector("form");
    const input = form.querySelector("input[type=file]");
    input.multiple = !this.dataset.replaces;
    input.addEventListener("change", () => {
      this.#take([...input.files]);
      input.value = "";
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    this.#acceptDrops();
    this.#offerUnfinished();
    addEventListener("beforeunload", (event) => {
      if (this.#items.some((item) => item.isBusy)) event.preventDefault();
    });
    addEventListener("online", () => this.#resumeFailed());
    watch(this, this.dataset.progressUrl, (element, report) => {
      this.#items.find((item) => item.element === element)?.follow(report);
    });
  }

  get #template() {
    return this.querySelector('template[data-part="item"]');
  }

  #acceptDrops() {
    const zone = this.querySelector('[data-part="drop"]');
    const light = (isOver) => zone.classList.toggle("film-drop--over", isOver);
    // A file that misses the zone would otherwise replace the page by the film.
    for (const name of ["dragover", "drop"]) {
      document.addEventListener(name, (event) => event.preventDefault());
    }
    zone.addEventListener("dragover", () => light(true));
    zone.addEventListener("dragleave", () => light(false));
    zone.addEventListener("drop", (event) => {
      light(false);
      const files = [...event.dataTransfer.files];
      this.#take(this.dataset.replaces ? files.slice(0, 1) : files);
    });
  }

  #offerUnfinished() {
    for (const row of document.querySelectorAll("[data-unfinished]")) {
      const input = row.querySelector('[data-part="again"]');
      input.addEventListener("change", () => {
        const [file] = input.files;
        input.value = "";
        if (file) this.#goOn(row, file);
      });
    }
  }

  #goOn(row, file) {
    const { name, size, unfinished, replaces } = row.dataset;
    if (file.name !== name || String(file.size) !== size) {
      const said = row.querySelector(".film-upload__said");
      said.textContent = fill(this.#template.dataset.other, { name, size: sizeLabel(Number(size)) });
      said.setAttribute("role", "alert");
      return;
    }
    row.remove();
    this.#add(new UploadItem(file, this.#template, { ...this.#target, replaces }, unfinished));
  }

  #take(files) {
    for (const file of files) {
      const item = new UploadItem(file, this.#template, this.#target);
      const row = [...document.querySelectorAll("[data-unfinished]")].find(
        ({ dataset }) => dataset.name === file.name && dataset.size === String(file.size),
      );
      if (row) this.#hideWhenResumed(row, item);
      this.#add(item);
    }
  }

  /** The row of an unfinished upload goes once it turns out that `item` continues it. */
  #hideWhenResumed(row, item) {
    item.addEventListener("change", () => {
      if (item.upload.url?.endsWith(row.dataset.unfinished)) row.remove();
    });
  }

  get #target() {
    const { endpoint, owner, replaces, editUrl } = this.dataset;
    const collection = this.querySelector('[data-part="collection"]').value;
    return { endpoint, owner, replaces, editUrl, collection };
  }

  #add(item) {
    this.#items.push(item);
    this.querySelector('[data-part="list"]').append(item.element);
    item.addEventListener("change", () => this.#startNext());
    item.addEventListener("replaced", () => location.assign(item.filmUrl));
    item.addEventListener("resume", () => item.start());
    this.#startNext();
  }

  #startNext() {
    const sending = this.#items.filter(({ state }) => state === "sending").length;
    const waiting = this.#items.filter(({ state }) => state === "waiting");
    for (const item of waiting.slice(0, Math.max(0, AT_ONCE - sending))) item.start();
  }

  #resumeFailed() {
    for (const item of this.#items) if (item.state === "failed") item.start();
  }
}

customElements.define("film-uploads", FilmUploads);
