// Captions and subtitles: on when the page's language has them, else as chosen last time.

import { recall, remember } from "./memory.js";

const isSpoken = ({ kind }) => kind === "captions" || kind === "subtitles";
const base = (language) => language.split("-")[0];

/** The tracks a viewer can read, in the order of the markup. */
export function readableTracks(video) {
  return [...video.textTracks].filter(isSpoken);
}

/** The language shown now, or "" when captions are off. */
export function shownLanguage(video) {
  return readableTracks(video).find(({ mode }) => mode === "showing")?.language ?? "";
}

/** Show the captions of one language, or none for "". */
export function showLanguage(video, language) {
  const tracks = readableTracks(video);
  const chosen = tracks.find((track) => language && track.language === language);
  for (const track of tracks) track.mode = track === chosen ? "showing" : "disabled";
}

/** Turn captions off, or on in the language read last, the page's, or the first there is. */
export function toggleCaptions(video, pageLanguage) {
  showLanguage(video, shownLanguage(video) ? "" : preferredLanguage(video, pageLanguage));
}

/** Apply the choice of last time, or the page's language; remember later choices. */
export function setUpCaptions(video, pageLanguage) {
  // A track never touched is the browser's to show, later and on its own: touch them all.
  for (const track of readableTracks(video)) track.mode = "hidden";
  const kept = recall("captions");
  const inPageLanguage = readableTracks(video).find(
    ({ language }) => base(language) === base(pageLanguage),
  );
  if (kept === "") showLanguage(video, "");
  else showLanguage(video, knownLanguage(video, kept) ?? inPageLanguage?.language ?? "");
  let shown = shownLanguage(video);
  video.textTracks.addEventListener("change", () => {
    if (shownLanguage(video) === shown) return;
    shown = shownLanguage(video);
    remember("captions", shown);
    if (shown) remember("captions.last", shown);
  });
}

function knownLanguage(video, language) {
  return readableTracks(video).find((track) => language && track.language === language)?.language;
}

function preferredLanguage(video, pageLanguage) {
  const tracks = readableTracks(video);
  const inPageLanguage = tracks.find(({ language }) => base(language) === base(pageLanguage));
  return (
    knownLanguage(video, recall("captions.last")) ?? (inPageLanguage ?? tracks[0])?.language ?? ""
  );
}
