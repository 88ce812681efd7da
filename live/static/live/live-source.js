// Where the live picture comes from: HLS through hls.js, or by the browser itself where it has no
// MediaSource. Speaks through events: "trouble" (detail: network, missing or format), "recovered"
// and "over".

import { Retry } from "../media/player/retry.js";

// How we keep to the edge: what we stay behind the newest that is offered, and what has to be in hand
// before we hurry. Segments come once a second, parts three times.
const BY_SEGMENTS = { behind_s: 2, inHand_s: 1, late_s: 0.5, lost_s: 6 };
const BY_PARTS = { behind_s: 1.13, inHand_s: 0.6, late_s: 0.35, lost_s: 4 };
// `late_s` behind that, we play a little faster than life, so that what a hiccup cost is won back
// unheard, down to the last bit. Who follows the programme and is `lost_s` behind goes on at its edge.
const CATCH_UP_RATE = 1.08;
const MEDIA_REPAIR_EVERY_MS = 10_000;
const PATIENT = {
  default: {
    // A list waits for the next segment before it answers.
    maxTimeToFirstByteMs: 12_000,
    maxLoadTimeMs: 30_000,
    timeoutRetry: { maxNumRetry: 1, retryDelayMs: 0, maxRetryDelayMs: 0 },
    errorRetry: { maxNumRetry: 1, retryDelayMs: 500, maxRetryDelayMs: 500 },
  },
};
const GONE = new Set([401, 403, 404, 410]);

export class LiveSource extends EventTarget {
  #video;
  #address;
  #isOutside;
  #hls = null;
  #retry = new Retry(() => this.#tryAgain());
  #repairedAt = -Infinity;
  #hasPicture = false;
  #pace = BY_SEGMENTS;

  /** `isOutside`: the programme comes from another site, whose segments and clock are its own. */
  constructor(video, address, isOutside = false) {
    super();
    this.#video = video;
    this.#address = address;
    this.#isOutside = isOutside;
    video.addEventListener("error", () => !this.#hls && this.#fail("network"));
    video.addEventListener("playing", () => this.#recovered());
    video.addEventListener("ended", () => this.dispatchEvent(new Event("over")));
    // hls.js waits in silence while the browser knows that it is offline.
    addEventListener("offline", () => this.#hasPicture && this.#fail("network"));
  }

  /** Connect the programme to the video element, at its live edge. */
  async attach() {
    this.#video.querySelectorAll("source").forEach((source) => source.remove());
    if (!("MediaSource" in window || "ManagedMediaSource" in window)) {
      this.#video.src = this.#address;
      return;
    }
    const { default: Hls } = await import("../vendor/hls.js/hls.min.js");
    const hls = new Hls({
      // Of segments that are not ours we do not know the length: hls.js stays three of them behind.
      ...(this.#isOutside ? {} : { lowLatencyMode: true, liveSyncDuration: this.#pace.behind_s }),
      // Whoever runs dry stays further behind from then on, by so much each time, up to two seconds.
      liveSyncOnStallIncrease: 0.5,
      // Fragmented MP4 needs no remuxing: a worker would cost 41 kB and save nothing.
      enableWorker: false,
      capLevelToPlayerSize: true,
      enableCEA708Captions: false,
      enableWebVTT: false,
      enableIMSC1: false,
      backBufferLength: 60,
      fragLoadPolicy: PATIENT,
      playlistLoadPolicy: PATIENT,
      manifestLoadPolicy: PATIENT,
    });
    this.#hls = hls;
    hls.on(Hls.Events.LEVEL_UPDATED, (_name, { details }) => this.#keepTo(details));
    hls.on(Hls.Events.FRAG_LOADED, () => this.#recovered());
    hls.on(Hls.Events.ERROR, (_name, error) => error.fatal && this.#explain(error));
    hls.loadSource(this.#address);
    hls.attachMedia(this.#video);
  }

  /** The second of the video element where the programme is now, or null. */
  get edge() {
    if (this.#hls) return this.#hls.liveSyncPosition ?? null;
    const { seekable } = this.#video;
    return seekable.length ? seekable.end(seekable.length - 1) - this.#pace.behind_s : null;
  }

  /** How many seconds the viewer is behind the programme. */
  get behind() {
    return this.edge === null ? 0 : Math.max(0, this.edge - this.#video.currentTime);
  }

  /** The instant, in milliseconds, that the viewer sees; null while it is not known. */
  get airTime() {
    if (this.#isOutside) return null;
    if (this.#hls) return this.#hls.playingDate?.getTime() ?? null;
    const start = this.#video.getStartDate?.().getTime();
    return Number.isFinite(start) ? start + this.#video.currentTime * 1000 : null;
  }

  /** Go where the programme is now. */
  toLive() {
    if (this.edge !== null) this.#video.currentTime = this.edge;
  }

  /**
   * Bring whoever follows the programme back to its edge.
   *
   * hls.js has a rate of its own for this, but only for those who are less than a segment late: a
   * slow start would leave one behind for good.
   */
  keepUp() {
    if (this.#isOutside) return;
    const { behind } = this;
    const { inHand_s, late_s, lost_s } = this.#pace;
    if (behind > lost_s) this.toLive();
    if (behind === 0 || this.#inHandS < inHand_s) this.keepPace();
    else if (behind > late_s) this.#video.playbackRate = CATCH_UP_RATE;
  }

  /** Play as fast as life. */
  keepPace() {
    if (this.#video.playbackRate !== 1) this.#video.playbackRate = 1;
  }

  /** Try again now instead of waiting for the next attempt. */
  retryNow() {
    this.#retry.now();
  }

  /** Keep to the edge as what is offered allows. */
  #keepTo(details) {
    if (this.#isOutside) return;
    this.#pace = details.partList?.length ? BY_PARTS : BY_SEGMENTS;
    this.#hls.config.liveSyncDuration = this.#pace.behind_s;
  }

  get #inHandS() {
    const { buffered, currentTime } = this.#video;
    for (let range = 0; range < buffered.length; range += 1)
      if (buffered.start(range) <= currentTime && currentTime < buffered.end(range))
        return buffered.end(range) - currentTime;
    return 0;
  }

  #explain(error) {
    if (error.type === "mediaError" && this.#mayRepair()) {
      this.#hls.recoverMediaError();
    } else if (error.type === "mediaError") {
      this.#fail("format");
    } else {
      // Before the first second the address may simply be early.
      this.#fail(!this.#hasPicture && GONE.has(error.response?.code) ? "missing" : "network");
    }
  }

  #mayRepair() {
    const isRare = performance.now() - this.#repairedAt > MEDIA_REPAIR_EVERY_MS;
    if (isRare) this.#repairedAt = performance.now();
    return isRare;
  }

  #fail(reason) {
    if (reason !== "format") this.#retry.schedule();
    this.dispatchEvent(new CustomEvent("trouble", { detail: reason }));
  }

  #tryAgain() {
    if (!this.#hls) {
      this.#video.src = this.#address;
      this.#video.play().catch(() => {});
    } else if (this.#hls.levels.length) {
      this.#hls.startLoad();
    } else {
      this.#hls.loadSource(this.#address);
    }
  }

  #recovered() {
    this.#hasPicture = true;
    if (this.#retry.succeed()) this.dispatchEvent(new Event("recovered"));
  }
}
