// The question has arrived: its draft is not needed any more.
const { theme } = document.querySelector("script[data-theme]").dataset;
try { localStorage.removeItem(`potager.draft.${theme}`); } catch { /* There was none. */ }
