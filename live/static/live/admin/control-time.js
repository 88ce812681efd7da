// Time as the control room shows it: the server's clock, in the studio's time zone.

let ahead_ms = 0;

/** Learn from an answer how far the server's clock is ahead of ours. */
export function learn(answer, asked_ms) {
  const server_ms = Number(answer.headers.get("x-server-now"));
  if (server_ms) ahead_ms = server_ms - (asked_ms + Date.now()) / 2;
}

export const now = () => Date.now() + ahead_ms;

export const since_s = (instant) => (now() - Date.parse(instant)) / 1000;

/** 75 → 1:15, 4000 → 1:06:40; always without a sign. */
export function length(seconds) {
  const whole = Math.floor(Math.abs(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  if (!parts[0]) parts.shift();
  return parts.map((part, place) => (place ? String(part).padStart(2, "0") : part)).join(":");
}

export function hour(instant, zone, withSeconds = false) {
  const options = { hour: "2-digit", minute: "2-digit", timeZone: zone };
  if (withSeconds) options.second = "2-digit";
  return new Date(instant).toLocaleTimeString(document.documentElement.lang, options);
}
