// What happens once somebody wants to watch: the picture, its controls, and what is said about it.

import "../media/player/language.js";
import "../vendor/media-chrome/controls.js";

import { toggleFullscreen } from "../media/player/controls.js";
import { recall, remember } from "../media/player/memory.js";
import { listenToKeys } from "./live-keys.js";
import { LiveSource } from "./live-source.js";

// Nearer than this, one is live: latency goes up and down by itself.
const NEAR_S = 4;
const STEP_BACK_S = 1;
const PATIENCE_MS = 800;

/** Open the player and play at the live edge. */
export async function openStage(host) {
  const stage = new Stage(host);
  await stage.open();
  return stage;
}

class Stage {
  #host;
  #video;
  #source;
  #edgeButton;
  // Whether the viewer wants to be live; a pause or a step back says no.
  #isFollowing = true;

  constructor(host) {
    this.#host = host;
    this.#video = host.video;
    this.#source = new LiveSource(host.video, host.dataset.master, "outside" in host.dataset);
  }

  async open() {
    this.#rememberVolume();
    this.#sayTroubles();
    this.#mount();
    this.#follow();
    await this.#source.attach();
    await this.#play();
  }

  /** Go where the programme is now, and stay with it. */
  async toLive() {
    this.#isFollowing = true;
    this.#source.toLive();
    await this.#play();
  }

  async #play() {
    try {
      await this.#video.play();
    } catch (error) {
      // Refused by the browser's autoplay rule, or overtaken by a pause: the bar has a button.
      if (!["NotAllowedError", "AbortError", "NotSupportedError"].includes(error.name)) throw error;
    }
  }

  #mount() {
    const host = this.#host;
    const hadFocus = host.contains(document.activeElement);
    host.append(host.cloneTemplate("controls"));
    const screen = host.querySelector("media-controller");
    screen.fullscreenElement = host;
    // The bar lives outside the controller, so that it never hides the picture.
    screen.associateElement(host.querySelector(".player__bar"));
    this.#edgeButton = host.querySelector(".live-player__edge");
    this.#edgeButton.addEventListener("click", () => this.toLive());
    this.#video.addEventListener("click", () => {
      if (this.#video.paused) this.#play();
      else this.#video.pause();
    });
    this.#video.addEventListener("dblclick", () => toggleFullscreen(host));
    listenToKeys(host, {
      toLive: () => this.toLive(),
      toggleFullscreen: () => toggleFullscreen(host),
    });
    if (hadFocus) host.querySelector("media-play-button").focus();
  }

  #follow() {
    const [host, video, source] = [this.#host, this.#video, this.#source];
    video.addEventListener("playing", () => {
      if (host.dataset.phase !== "ended") host.dataset.phase = "open";
      host.announce("potager:play", { seconds: video.currentTime });
    });
    video.addEventListener("pause", () => {
      if (!video.ended) this.#isFollowing = false;
      this.#drawEdge();
    });
    let before = 0;
    video.addEventListener("seeking", () => {
      // A step back is the viewer's; small ones forward may be the player's own, over a gap.
      if (source.behind < NEAR_S) this.#isFollowing = true;
      else if (video.currentTime < before - STEP_BACK_S) this.#isFollowing = false;
      this.#drawEdge();
    });
    video.addEventListener("timeupdate", () => {
      if (!video.seeking) before = video.currentTime;
      if (!this.#isFollowing) source.keepPace();
      else if (!video.paused && !video.seeking) source.keepUp();
      this.#drawEdge();
      const at = source.airTime;
      if (at !== null) host.announce("air-time", { at });
    });
    source.addEventListener("recovered", () => {
      if (this.#isFollowing) this.#play();
    });
    source.addEventListener("over", () => {
      host.dataset.phase = "ended";
      host.querySelector(".live-player__over").hidden = false;
      host.announce("air-ended");
    });
    this.#drawEdge();
  }

  #drawEdge() {
    const button = this.#edgeButton;
    const isLive = this.#source.behind < NEAR_S;
    if (button.dataset.state === String(isLive)) return;
    button.dataset.state = isLive;
    button.setAttribute("aria-disabled", isLive);
    button.firstElementChild.textContent = isLive ? button.dataset.live : button.dataset.behind;
  }

  #rememberVolume() {
    const video = this.#video;
    const { volume = 1, muted = false } = recall("volume") ?? {};
    Object.assign(video, { volume, muted });
    video.addEventListener("volumechange", () => {
      remember("volume", { volume: video.volume, muted: video.muted });
    });
  }

  #sayTroubles() {
    const [host, video, source] = [this.#host, this.#video, this.#source];
    host.querySelector(".player__frame").append(host.cloneTemplate("notices"));
    const alert = host.querySelector(".player__alert");
    const loading = host.querySelector(".player__loading");
    alert.querySelector("button").addEventListener("click", () => source.retryNow());
    source.addEventListener("trouble", ({ detail }) => {
      alert.querySelector("p").textContent = alert.dataset[detail];
      alert.querySelector("button").hidden = detail === "format";
      alert.hidden = false;
      host.announce("air-trouble", { reason: detail });
    });
    source.addEventListener("recovered", () => {
      alert.hidden = true;
      host.announce("air-recovered");
    });
    let timer = 0;
    video.addEventListener("waiting", () => {
      clearTimeout(timer);
      timer = setTimeout(() => (loading.hidden = false), PATIENCE_MS);
    });
    for (const name of ["playing", "pause", "emptied", "ended"]) {
      video.addEventListener(name, () => {
        clearTimeout(timer);
        loading.hidden = true;
      });
    }
  }
}
