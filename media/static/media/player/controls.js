// The control bar: media-chrome's elements, placed by our markup and wired to our settings.

import "./language.js";
import "../../vendor/media-chrome/controls.js";

import { Settings } from "./settings.js";

/** Put the bar below the picture and connect it; answers the settings panel. */
export function mountControls(host, source) {
  const { video } = host;
  addStoryboard(host, video);
  loadChapters(video);
  host.append(host.cloneTemplate("controls"));
  const screen = host.querySelector("media-controller");
  screen.fullscreenElement = host;
  // The bar lives outside the controller, so that it never hides the picture or its captions.
  screen.associateElement(host.querySelector(".player__bar"));
  // media-chrome calls it a button, yet gives it the "checked" of a switch.
  host.querySelector("media-captions-button").setAttribute("role", "switch");
  letPictureToggle(host, screen, video);
  return new Settings(host, source);
}

function addStoryboard(host, video) {
  if (!host.dataset.storyboard) return;
  const track = document.createElement("track");
  Object.assign(track, { kind: "metadata", label: "thumbnails", default: true });
  track.src = host.dataset.storyboard;
  video.append(track);
}

/** Chapters are fetched on play; media-chrome, which listens already, must hear that they came. */
function loadChapters(video) {
  const track = video.querySelector('track[kind="chapters"]');
  if (!track) return;
  track.addEventListener("load", () => video.textTracks.dispatchEvent(new Event("change")));
  track.track.mode = "hidden";
}

function letPictureToggle(host, screen, video) {
  video.addEventListener("click", () => {
    // On full screen the first touch shows the bar again instead of stopping the film.
    const isHidden = document.fullscreenElement === host && screen.hasAttribute("userinactive");
    if (isHidden && matchMedia("(hover: none)").matches) return;
    if (video.paused) video.play().catch(() => {});
    else video.pause();
  });
  video.addEventListener("dblclick", () => toggleFullscreen(host));
}

/** Fill the screen with the player, or give it back. */
export function toggleFullscreen(host) {
  if (document.fullscreenElement === host) return document.exitFullscreen();
  if (host.requestFullscreen) return host.requestFullscreen();
  return host.video.webkitEnterFullscreen?.();
}
