// The keys of the player. They act only while the focus is inside it.

import { toggleCaptions } from "./captions.js";
import { toggleFullscreen } from "./controls.js";

const STEP_S = 5;
const LEAP_S = 10;
const PRESSED_BY_SPACE = "button, a, input, [role=button], [role=switch]";
const MOVED_BY_ARROWS = "input, media-time-range, media-volume-range";

/** Listen for keys on `host`; `settings` knows the speeds. */
export function listenToKeys(host, settings) {
  const { video } = host;
  const help = host.querySelector(".player__keys");
  const move = (seconds) => {
    video.currentTime = Math.max(0, Math.min(video.duration, video.currentTime + seconds));
  };
  const actions = {
    " ": () => toggle(video),
    k: () => toggle(video),
    ArrowLeft: () => move(-STEP_S),
    ArrowRight: () => move(STEP_S),
    j: () => move(-LEAP_S),
    l: () => move(LEAP_S),
    m: () => (video.muted = !video.muted),
    c: () => toggleCaptions(video, document.documentElement.lang),
    f: () => toggleFullscreen(host),
    "<": () => settings.changeSpeed(-1),
    ">": () => settings.changeSpeed(1),
    "?": () => (help.open ? help.close() : help.showModal()),
  };
  host.querySelector(".player__keys-open").addEventListener("click", actions["?"]);
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || belongsTo(event)) return;
    const action = isDigit(event.key)
      ? () => (video.currentTime = (video.duration * event.key) / 10)
      : (actions[event.key] ?? actions[event.key.toLowerCase()]);
    if (!action) return;
    event.preventDefault();
    action();
  });
}

const isDigit = (key) => /^[0-9]$/.test(key);

/** Whether the focused control already means something by this key. */
function belongsTo({ key, target }) {
  if (key === " ") return target.matches(PRESSED_BY_SPACE);
  if (key.startsWith("Arrow")) return target.matches(MOVED_BY_ARROWS);
  return false;
}

function toggle(video) {
  if (video.paused) video.play().catch(() => {});
  else video.pause();
}
