// Where the picture comes from: HLS through hls.js, HLS by the browser itself, or one MP4.
// Speaks through events: "levels", "level", "trouble" (detail: network, missing or format)
// and "recovered".

import { Retry } from "./retry.js";

const QUICK_FAIL = {
  default: {
    maxTimeToFirstByteMs: 10_000,
    maxLoadTimeMs: 60_000,
    timeoutRetry: { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 1, retryDelayMs: 500, maxRetryDelayMs: 500 },
  },
};
const MEDIA_REPAIR_EVERY_MS = 10_000;
const GONE = new Set([401, 403, 404, 410]);

export class Source extends EventTarget {
  #video;
  #hls = null;
  #hlsUrl;
  #mp4Url;
  #retry = new Retry(() => this.#tryAgain());
  #repairedAt = -Infinity;
  #isAttached = false;
  #isClosed = false;

  constructor(video, { hlsUrl, mp4Url }) {
    super();
    this.#video = video;
    this.#hlsUrl = hlsUrl;
    this.#mp4Url = mp4Url;
    video.addEventListener("error", () => this.#explainVideoError());
    video.addEventListener("playing", () => this.#recovered());
  }

  /** Connect the film to the video element, ready to play from `seconds`. */
  async attach(seconds) {
    // Chromium says it plays HLS natively but offers no choice of quality: ask for MediaSource.
    if (this.#hlsUrl && "MediaSource" in window) await this.#attachHls(seconds);
    else this.#attachUrl(this.#hlsUrl || this.#mp4Url, seconds);
  }

  /** Continue with another manifest at the same second, same speed, playing or not. */
  async swap(hlsUrl) {
    const { currentTime, paused, playbackRate } = this.#video;
    this.#hlsUrl = hlsUrl;
    this.#hls?.destroy();
    await this.attach(currentTime);
    this.#video.playbackRate = playbackRate;
    if (!paused) await this.#video.play();
  }

  /** Load nothing more, and take no notice of what breaks by it. */
  close() {
    this.#isClosed = true;
    this.#retry.succeed();
    // Before it is attached, the browser is still about to open what destroying would revoke.
    if (this.#isAttached) this.#hls?.destroy();
  }

  /** Qualities to choose from: [{index, label}], the finest first; empty when there is no choice. */
  get levels() {
    const levels = (this.#hls?.levels ?? []).map(({ width, height }, index) => ({
      index,
      label: `${Math.min(width || height, height)}p`,
    }));
    return levels.length > 1 ? levels.reverse() : [];
  }

  /** Label of the quality on screen, or "". */
  get level() {
    const shown = this.#hls?.currentLevel ?? -1;
    return this.levels.find(({ index }) => index === shown)?.label ?? "";
  }

  /** Hold one quality by its label; "" lets the connection decide. */
  select(label) {
    const level = this.levels.find((candidate) => candidate.label === label);
    if (this.#hls) this.#hls.nextLevel = level?.index ?? -1;
  }

  /** Try again now instead of waiting for the next attempt. */
  retryNow() {
    this.#retry.now();
  }

  async #attachHls(seconds) {
    const { default: Hls } = await import("../../vendor/hls.js/hls.min.js");
    const hls = new Hls({
      // A list that still grows looks live to hls.js, which would start at its end.
      startPosition: seconds,
      // Fragmented MP4 needs no remuxing: a worker would cost 41 kB and save nothing.
      enableWorker: false,
      capLevelToPlayerSize: true,
      enableCEA708Captions: false,
      enableWebVTT: false,
      enableIMSC1: false,
      fragLoadPolicy: QUICK_FAIL,
      playlistLoadPolicy: QUICK_FAIL,
      manifestLoadPolicy: QUICK_FAIL,
    });
    this.#hls = hls;
    this.#isAttached = false;
    hls.on(Hls.Events.MEDIA_ATTACHED, () => {
      this.#isAttached = true;
      if (this.#isClosed) queueMicrotask(() => hls.destroy());
    });
    hls.on(Hls.Events.MANIFEST_PARSED, () => this.#say("levels"));
    hls.on(Hls.Events.LEVEL_SWITCHED, () => this.#say("level"));
    hls.on(Hls.Events.FRAG_LOADED, () => this.#recovered());
    hls.on(Hls.Events.ERROR, (_name, error) => error.fatal && this.#explainHlsError(error));
    this.#dropMarkupSources();
    hls.loadSource(this.#hlsUrl);
    hls.attachMedia(this.#video);
  }

  /** The MP4 for browsers without JavaScript must not be fetched besides the stream. */
  #dropMarkupSources() {
    this.#video.querySelectorAll("source").forEach((source) => source.remove());
  }

  #attachUrl(url, seconds) {
    this.#dropMarkupSources();
    this.#video.src = url;
    if (seconds) this.#video.currentTime = seconds;
  }

  #explainHlsError(error) {
    if (error.type === "networkError") {
      const isManifest = error.details.startsWith("manifest");
      this.#fail(isManifest && GONE.has(error.response?.code) ? "missing" : "network");
    } else if (error.type === "mediaError" && this.#mayRepair()) {
      this.#hls.recoverMediaError();
    } else {
      this.#fail("format");
    }
  }

  #mayRepair() {
    const isRare = performance.now() - this.#repairedAt > MEDIA_REPAIR_EVERY_MS;
    if (isRare) this.#repairedAt = performance.now();
    return isRare;
  }

  async #explainVideoError() {
    if (this.#hls || this.#isClosed) return; // hls.js reports its own.
    const isNetwork = this.#video.error?.code === MediaError.MEDIA_ERR_NETWORK;
    if (isNetwork || !navigator.onLine) return this.#fail("network");
    try {
      const answer = await fetch(this.#video.currentSrc, { method: "HEAD" });
      this.#fail(answer.ok ? "format" : GONE.has(answer.status) ? "missing" : "network");
    } catch {
      this.#fail("network");
    }
  }

  #fail(reason) {
    if (this.#isClosed) return;
    if (reason === "network") this.#retry.schedule();
    this.#say("trouble", reason);
  }

  #tryAgain() {
    if (!this.#hls) {
      const { currentTime } = this.#video;
      this.#attachUrl(this.#video.currentSrc, currentTime);
      this.#video.play().catch(() => this.#explainVideoError());
    } else if (this.#hls.levels.length) {
      this.#hls.startLoad(this.#video.currentTime);
    } else {
      this.#hls.loadSource(this.#hlsUrl);
    }
  }

  #recovered() {
    if (this.#retry.succeed()) this.#say("recovered");
  }

  #say(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
