// What happens once somebody wants to watch: the film starts as soon as its source is there,
// the controls join when they arrive.

import { setUpCaptions } from "./captions.js";
import { watchEncoding } from "./encoding.js";
import { recall, remember } from "./memory.js";
import { Notices } from "./notices.js";
import { isSettled, keepPlace, leftAt } from "./resume.js";
import { Source } from "./source.js";

/** Open the player and play from `seconds`, or from where the viewer left when null. */
export async function openStage(host, seconds) {
  const stage = new Stage(host);
  await stage.open(seconds);
  return stage;
}

class Stage {
  #host;
  #video;
  #source;
  #notices;

  constructor(host) {
    this.#host = host;
    this.#video = host.video;
    this.#source = new Source(host.video, { hlsUrl: host.dataset.hls, mp4Url: host.dataset.mp4 });
    this.#notices = new Notices(host, this.#source);
  }

  async open(seconds) {
    const resumedAt = leftAt(this.#host.dataset.resumeKey, this.#durationS());
    const startAt = seconds ?? resumedAt;
    const hadFocus = this.#hasFocus;
    this.#rememberVolume();
    setUpCaptions(this.#video, document.documentElement.lang);
    this.#followPlayback();
    const controls = import("./controls.js").then((module) => this.#mount(module, hadFocus));
    await this.#source.attach(startAt);
    if (!this.#host.isConnected) return;
    await this.#play();
    await controls.catch(() => {
      // The film plays; the browser's own bar replaces the one that did not arrive.
      this.#video.controls = true;
    });
    this.#host.dataset.phase = "open";
    keepPlace(this.#video, this.#host.dataset.resumeKey, () => this.#durationS());
    if (seconds === null && resumedAt) this.#notices.sayResumed(resumedAt);
    if (this.#host.dataset.state === "encoding") this.#awaitFullFilm();
  }

  /** The player has left the page. */
  close() {
    this.#video.pause();
    this.#source.close();
  }

  async seek(seconds) {
    this.#video.currentTime = seconds;
    await this.#play();
  }

  #durationS() {
    return Number(this.#host.dataset.duration) || this.#video.duration;
  }

  async #play() {
    try {
      await this.#video.play();
    } catch (error) {
      // Refused by the browser's autoplay rule, or overtaken by a pause: the bar has a button.
      if (!["NotAllowedError", "AbortError", "NotSupportedError"].includes(error.name)) throw error;
    }
  }

  get #hasFocus() {
    return this.#host.contains(document.activeElement);
  }

  async #mount({ mountControls }, hadFocus) {
    // A player that has left the page meanwhile is no element of its library's any more.
    if (!this.#host.isConnected) return;
    const settings = mountControls(this.#host, this.#source);
    const { listenToKeys } = await import("./keyboard.js");
    listenToKeys(this.#host, settings);
    // The start button goes once the film plays, maybe long before the bar is here: its focus
    // falls on the page, and must land somewhere useful.
    const isLost = hadFocus && document.activeElement === document.body;
    if (isLost || this.#hasFocus) {
      this.#host.querySelector("media-play-button").focus();
    }
  }

  #rememberVolume() {
    const video = this.#video;
    const { volume = 1, muted = false } = recall("volume") ?? {};
    Object.assign(video, { volume, muted });
    video.addEventListener("volumechange", () => {
      remember("volume", { volume: video.volume, muted: video.muted });
    });
  }

  #followPlayback() {
    const [host, video] = [this.#host, this.#video];
    video.addEventListener("playing", () => {
      host.dataset.phase = "open";
      host.announce("play", video.currentTime);
    });
    video.addEventListener("timeupdate", () => {
      if (isSettled(video)) host.announce("time", video.currentTime);
    });
    video.addEventListener("seeking", () => {
      if (host.dataset.phase === "ended") host.dataset.phase = "open";
    });
    video.addEventListener("ended", () => {
      host.dataset.phase = "ended";
      host.announce("ended", video.currentTime);
    });
  }

  #awaitFullFilm() {
    const waiting = new AbortController();
    this.#notices.sayEncoding();
    watchEncoding(this.#host.dataset.status, waiting.signal, async (report) => {
      if (report.state !== "ready" || !report.hls_url) return;
      waiting.abort();
      Object.assign(this.#host.dataset, { state: "ready", hls: report.hls_url });
      const thaw = this.#freeze();
      await this.#source.swap(report.hls_url);
      thaw();
      this.#notices.sayComplete();
    });
  }

  /** Keep the current picture on screen while the source changes; call the answer to let go. */
  #freeze() {
    const canvas = document.createElement("canvas");
    canvas.className = "player__freeze";
    [canvas.width, canvas.height] = [this.#video.videoWidth, this.#video.videoHeight];
    canvas.getContext("2d").drawImage(this.#video, 0, 0);
    this.#video.parentElement.after(canvas);
    return () => {
      if (this.#video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) canvas.remove();
      else this.#video.addEventListener("loadeddata", () => canvas.remove(), { once: true });
    };
  }
}
