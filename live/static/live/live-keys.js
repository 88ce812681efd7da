// The keys of the live player. They act only while the focus is inside it.

const STEP_S = 5;
const LEAP_S = 10;
const PRESSED_BY_SPACE = "button, a, input, [role=button], [role=switch]";
const MOVED_BY_ARROWS = "input, media-time-range, media-volume-range";

/** Listen for keys on `host`; `acts` knows how to go live and to fill the screen. */
export function listenToKeys(host, acts) {
  const { video } = host;
  const move = (seconds) => {
    const { seekable } = video;
    if (!seekable.length) return;
    const last = seekable.end(seekable.length - 1);
    video.currentTime = Math.max(seekable.start(0), Math.min(last, video.currentTime + seconds));
  };
  const toggle = () => {
    if (video.paused) video.play().catch(() => {});
    else video.pause();
  };
  const actions = {
    " ": toggle,
    k: toggle,
    ArrowLeft: () => move(-STEP_S),
    ArrowRight: () => move(STEP_S),
    j: () => move(-LEAP_S),
    l: () => move(LEAP_S),
    m: () => (video.muted = !video.muted),
    f: acts.toggleFullscreen,
    End: acts.toLive,
  };
  host.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || belongsTo(event)) return;
    const action = actions[event.key] ?? actions[event.key.toLowerCase()];
    if (!action) return;
    event.preventDefault();
    action();
  });
}

/** Whether the focused control already means something by this key. */
function belongsTo({ key, target }) {
  if (key === " ") return target.matches(PRESSED_BY_SPACE);
  if (key.startsWith("Arrow") || key === "End") return target.matches(MOVED_BY_ARROWS);
  return false;
}
