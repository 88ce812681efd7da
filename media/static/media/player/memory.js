// What the player remembers on this device. Storage may be forbidden or full: then it forgets.

const PREFIX = "potager.player.";

/** The value kept under `key`, or null. */
export function recall(key) {
  try {
    return JSON.parse(localStorage.getItem(PREFIX + key));
  } catch {
    return null;
  }
}

/** Keep a JSON value under `key`; null forgets it. */
export function remember(key, value) {
  try {
    if (value === null) localStorage.removeItem(PREFIX + key);
    else localStorage.setItem(PREFIX + key, JSON.stringify(value));
  } catch {
    // Private browsing: the film plays all the same.
  }
}
