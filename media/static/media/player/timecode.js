// Times as people write them: "80", "1:20", "1m20s".

const CLOCK = /^(?:(\d+):)?(\d+):([0-5]?\d)$/;
const LETTERS = /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?$/;

/** Seconds meant by `text`, or null when it is no time. */
export function parseTimecode(text) {
  const clean = (text ?? "").trim().toLowerCase();
  const parts = CLOCK.exec(clean) ?? LETTERS.exec(clean);
  if (!clean || !parts) return null;
  const [hours, minutes, seconds] = parts.slice(1).map((part) => Number(part ?? 0));
  return hours * 3600 + minutes * 60 + seconds;
}

/** Seconds written as a clock: 42 is "0:42", 3725 is "1:02:05". */
export function formatTimecode(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (number) => String(number).padStart(2, "0");
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  const clock = `${hours ? pad(minutes) : minutes}:${pad(whole % 60)}`;
  return hours ? `${hours}:${clock}` : clock;
}
