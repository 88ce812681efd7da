// "Where I left": kept per film on this device, forgotten once the film is nearly over.

import { recall, remember } from "./memory.js";

const SHORTEST_S = 5;
const NEARLY_OVER = 0.95;
const SAVE_EVERY_S = 5;

/** Seconds where this film was left, or 0 when there is nothing worth resuming. */
export function leftAt(resumeKey, durationS) {
  const seconds = resumeKey ? (recall(`at.${resumeKey}`) ?? 0) : 0;
  return seconds >= SHORTEST_S && seconds < durationS * NEARLY_OVER ? seconds : 0;
}

/** Whether the clock tells the viewer's place: a change of source passes through zero. */
export function isSettled(video) {
  return video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA && !video.seeking;
}

/** Keep the place up to date while `video` plays; the whole film lasts `durationS()` seconds. */
export function keepPlace(video, resumeKey, durationS) {
  if (!resumeKey) return;
  let savedAt = 0;
  const save = () => {
    if (!isSettled(video)) return;
    savedAt = video.currentTime;
    const isOver = video.ended || savedAt >= durationS() * NEARLY_OVER;
    remember(`at.${resumeKey}`, isOver || savedAt < SHORTEST_S ? null : Math.floor(savedAt));
  };
  video.addEventListener("timeupdate", () => {
    if (Math.abs(video.currentTime - savedAt) >= SAVE_EVERY_S) save();
  });
  for (const name of ["pause", "seeked", "ended"]) video.addEventListener(name, save);
  addEventListener("pagehide", save);
}
