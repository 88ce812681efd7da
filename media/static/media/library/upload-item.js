// One file on its way to the server: resumable (tus 1.0), with its row on the page.

import { fill, sizeLabel, waitLabel } from "./sizes.js";
import { show } from "./progress.js";

const CHUNK_BYTES = 16 * 1024 * 1024;
const RETRY_MS = [0, 1000, 2000, 4000, 8000, 15000, 30000, 30000, 60000];
const SPEED_WINDOW_MS = 15000;

/**
 * Fires "change" when it starts, stops or ends, "resume" when a person asks for it, "replaced"
 * when the new file of a film has arrived. `state`: waiting, sending, paused, failed, arrived
 * or gone.
 */
export class UploadItem extends EventTarget {
  state = "waiting";
  filmUrl = "";
  #samples = [];

  /** `target`: {endpoint, owner, collection, replaces, editUrl}; `key`: an upload to go on with. */
  constructor(file, template, target, key = "") {
    super();
    this.file = file;
    this.words = template.dataset;
    this.target = target;
    this.element = template.content.firstElementChild.cloneNode(true);
    this.#part("name").textContent = file.name;
    this.#part("sent").setAttribute("aria-label", file.name);
    this.element.addEventListener("click", (event) => this.#act(event.target.dataset?.act));
    this.#say(this.words.waiting);
    this.upload = new window.tus.Upload(file, this.#options(key));
  }

  get isBusy() {
    return this.state === "sending" || this.state === "waiting";
  }

  /** Begin, or go on where an earlier attempt stopped, even one of before a reload. */
  async start() {
    this.#become("sending");
    this.#say(fill(this.words.starting, { arrived: sizeLabel(0), size: sizeLabel(this.file.size) }));
    if (!this.upload.url) {
      const [earlier] = await this.upload.findPreviousUploads();
      if (earlier) this.upload.resumeFromPreviousUpload(earlier);
    }
    this.upload.start();
  }

  async pause() {
    await this.upload.abort();
    this.#say(fill(this.words.paused, { percent: Math.floor(this.#part("sent").value) }));
    this.#become("paused");
  }

  async cancel() {
    await this.upload.abort(Boolean(this.upload.url)).catch(() => {});
    this.#become("gone");
    this.element.remove();
  }

  #options(key) {
    const { endpoint, owner, collection, replaces } = this.target;
    const { name, type, size, lastModified } = this.file;
    return {
      endpoint,
      uploadUrl: key ? `${endpoint}${key}` : null,
      chunkSize: CHUNK_BYTES,
      retryDelays: RETRY_MS,
      removeFingerprintOnSuccess: true,
      fingerprint: async () =>
        ["film", owner, replaces || "new", name, type, size, lastModified].join("|"),
      metadata: { filename: name, collection, ...(replaces ? { replaces } : {}) },
      onProgress: (sent, total) => this.#progress(sent, total),
      onShouldRetry: (error) => this.#mayRetry(error),
      onError: (error) => this.#fail(error),
      onSuccess: ({ lastResponse }) => this.#arrive(lastResponse.getHeader("Upload-Film")),
    };
  }

  #progress(sent, total) {
    const now = performance.now();
    this.#samples = this.#samples.filter(([time]) => now - time < SPEED_WINDOW_MS);
    this.#samples.push([now, sent]);
    const [[time, before]] = this.#samples;
    this.#part("sent").value = (100 * sent) / total;
    const sizes = { arrived: sizeLabel(sent), size: sizeLabel(total) };
    const speed = (sent - before) / (now - time || 1);
    const left = speed > 0 ? waitLabel((total - sent) / speed / 1000) : "";
    this.#say(fill(left ? this.words.sending : this.words.starting, { ...sizes, left }));
  }

  #mayRetry(error) {
    const status = error.originalResponse?.getStatus() ?? 0;
    const mayRetry = status < 400 || status >= 500 || [408, 409, 423].includes(status);
    if (mayRetry) this.#say(this.words.retrying);
    return mayRetry;
  }

  #fail(error) {
    const body = error.originalResponse?.getBody();
    let told = this.words.offline;
    try {
      const { detail, code } = JSON.parse(body);
      told = `${detail} (${code})`;
    } catch (unreadable) {
      if (!(unreadable instanceof SyntaxError)) throw unreadable;
    }
    this.#say(told);
    this.#become("failed");
  }

  #arrive(film) {
    this.#part("sent").value = 100;
    this.#say(this.target.replaces ? this.words.replaced : this.words.arrived);
    this.#become("arrived");
    this.filmUrl = this.target.editUrl.replace("/0/", `/${film}/`);
    if (this.target.replaces) return this.dispatchEvent(new Event("replaced"));
    this.element.dataset.film = film;
    this.element.dataset.growing = "";
    const link = this.#part("link");
    link.href = this.filmUrl;
    link.hidden = false;
  }

  /** Show how the encoding of the film goes. */
  follow(report) {
    this.#part("film").hidden = false;
    this.#part("sent").hidden = true;
    this.#say("");
    this.#part("remedy").hidden = !report.remedy;
    show(this.element, report);
  }

  #act(name) {
    if (name === "pause") this.pause();
    if (name === "resume") this.dispatchEvent(new Event("resume"));
    if (name === "cancel") this.cancel();
  }

  #become(state) {
    this.state = state;
    this.element.dataset.state = state;
    this.#button("pause").hidden = state !== "sending";
    this.#button("resume").hidden = !["paused", "failed"].includes(state);
    this.#button("cancel").hidden = state === "arrived";
    this.dispatchEvent(new Event("change"));
  }

  #say(text) {
    this.#part("said").textContent = text;
  }

  #part(name) {
    return this.element.querySelector(`[data-part="${name}"]`);
  }

  #button(name) {
    return this.element.querySelector(`[data-act="${name}"]`);
  }
}
