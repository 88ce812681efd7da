// Sizes and waits in the words of the reader's language.

const language = document.documentElement.lang || "fr";
const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"];

/** "1.2 GB", in French "1,2 Go". */
export function sizeLabel(bytes) {
  const step = bytes < 1000 ? 0 : Math.min(3, Math.floor(Math.log10(bytes) / 3));
  const number = new Intl.NumberFormat(language, {
    style: "unit",
    unit: UNITS[step],
    maximumFractionDigits: step < 2 ? 0 : 1,
  });
  return number.format(bytes / 1000 ** step);
}

/** "about" how long `seconds` are: "40 s", "3 min", "2 h". */
export function waitLabel(seconds) {
  const [value, unit] =
    seconds < 90 ? [Math.max(5, Math.ceil(seconds / 5) * 5), "second"]
    : seconds < 5400 ? [Math.round(seconds / 60), "minute"]
    : [Math.round(seconds / 3600), "hour"];
  return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "short" }).format(value);
}

/** `text` with its {names} replaced by `values`. */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}
