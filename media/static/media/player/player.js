// <potager-player>: a poster with a button until somebody wants to watch. Everything heavy
// (controls, HLS) is imported on play. Without this module, the native <video> plays the MP4.

import { formatTimecode, parseTimecode } from "./timecode.js";

// The film's clock steps at most so far between two reports; what is further on was a jump.
const LONGEST_STEP_S = 2;

/** Seconds asked for by the page's address (?t= or #t=), or null. */
function startFromAddress() {
  const named = new URLSearchParams(location.search).get("t");
  const anchored = new URLSearchParams(location.hash.slice(1)).get("t");
  return parseTimecode(named ?? anchored);
}

/** Where a clip ends that the page's address asks for (?t=80&to=95), or null. */
function endFromAddress() {
  const until = parseTimecode(new URLSearchParams(location.search).get("to"));
  return until !== null && until > (startFromAddress() ?? 0) ? until : null;
}

export class PotagerPlayer extends HTMLElement {
  #stage = null;
  #isNative = false;
  #waitingForSource = null;

  connectedCallback() {
    if (this.dataset.phase) return;
    this.dataset.phase = "idle";
    this.video.removeAttribute("controls");
    this.querySelector(".player__frame").append(this.cloneTemplate("start"));
    this.#labelStart();
    this.startButton.addEventListener("click", async () => {
      if (this.dataset.phase !== "idle") return;
      // A room that plays a film by a clock of its own says where it is: `startFrom`.
      this.seek(this.startFrom ? await this.startFrom() : startFromAddress());
      this.#stopAt(endFromAddress());
    });
    // Two films at once help nobody: the one that starts silences the others.
    document.addEventListener("potager:play", this.#yieldTo);
    if (!this.isPlayable && this.dataset.state === "encoding") this.#waitForSource();
  }

  disconnectedCallback() {
    document.removeEventListener("potager:play", this.#yieldTo);
    this.#waitingForSource?.abort();
    // Taken out for good, not moved: nothing goes on loading or playing behind the page.
    queueMicrotask(async () => {
      if (!this.isConnected) (await this.#stage)?.close();
    });
  }

  get video() {
    return this.querySelector("video");
  }

  get startButton() {
    return this.querySelector(".player__start");
  }

  get isPlayable() {
    return Boolean(this.dataset.hls || this.dataset.mp4);
  }

  get currentTime() {
    return this.video.currentTime;
  }

  /** Play from `seconds`, opening the player if need be; null means "where I left". */
  async seek(seconds) {
    if (!this.isPlayable) return;
    if (this.#isNative) return this.#playNatively(seconds ?? 0);
    if (this.#stage) return (await this.#stage).seek(seconds ?? 0);
    this.dataset.phase = "opening";
    this.#count().catch(console.error);
    this.#stage = import("./stage.js").then((module) => module.openStage(this, seconds));
    try {
      await this.#stage;
    } catch (error) {
      if (!this.isConnected) return;
      console.error(error);
      await this.#playNatively(seconds ?? 0);
    }
  }

  /** The player did not arrive: the browser's own controls and the MP4 do the job. */
  async #playNatively(seconds) {
    this.#isNative = true;
    this.dataset.phase = "native";
    this.video.controls = true;
    this.video.currentTime = seconds;
    await this.video.play();
  }

  /** The clip is over: the film stands still there, once. Whoever goes elsewhere has left the clip. */
  #stopAt(seconds) {
    if (seconds === null) return;
    const { video } = this;
    const isLeft = () => video.currentTime > seconds + LONGEST_STEP_S;
    const stop = () => {
      if (video.seeking || video.currentTime < seconds) return;
      video.removeEventListener("timeupdate", stop);
      if (!isLeft()) video.pause();
    };
    video.addEventListener("timeupdate", stop);
  }

  /** Tell the rest of the page what happens here: potager:play, potager:time, potager:ended. */
  announce(name, seconds) {
    this.dispatchEvent(new CustomEvent(`potager:${name}`, { bubbles: true, detail: { seconds } }));
  }

  /** A copy of the markup kept aside under `name`, with its words in the page's language. */
  cloneTemplate(name) {
    const template = this.querySelector(`template[data-part="${name}"]`);
    return document.importNode(template.content, true);
  }

  /** Let the view count, where the page says for what. The film waits for none of this. */
  async #count() {
    if (!this.dataset.meter) return;
    const { sendHeartbeats } = await import("./heartbeats.js");
    sendHeartbeats(this);
  }

  #labelStart() {
    const { startButton } = this;
    startButton.hidden = !this.isPlayable;
    const from = startFromAddress();
    if (from) {
      const label = startButton.querySelector(".player__start-duration");
      const until = endFromAddress();
      const time = [from, until].filter((one) => one !== null).map(formatTimecode).join("–");
      label.textContent = startButton.dataset.from.replace("{time}", time);
    }
  }

  async #waitForSource() {
    this.#waitingForSource = new AbortController();
    const { watchEncoding } = await import("./encoding.js");
    const meter = this.querySelector(".player__meter");
    watchEncoding(this.dataset.status, this.#waitingForSource.signal, (report) => {
      if (meter) meter.value = report.percent ?? 0;
      if (!report.hls_url && !report.mp4_url) return;
      this.#waitingForSource.abort();
      Object.assign(this.dataset, {
        hls: report.hls_url ?? "",
        mp4: report.mp4_url ?? "",
        state: report.state,
      });
      this.querySelector(".player__wait")?.remove();
      this.#labelStart();
    });
  }

  #yieldTo = (event) => {
    if (event.target !== this) this.video.pause();
  };
}

customElements.define("potager-player", PotagerPlayer);
