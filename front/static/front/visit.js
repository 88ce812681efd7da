// How somebody came to this page: the code in its address (?par=…), else the host name of the site
// that led here. It is handed on with what they do, and from page to page in our own links; nothing
// is kept in the browser.

const NAME = "par";
const code = new URLSearchParams(location.search).get(NAME);

function otherSite() {
  try {
    const { hostname } = new URL(document.referrer);
    return hostname === location.hostname ? "" : hostname;
  } catch {
    return "";
  }
}

/** What goes along with an act: { par }, { de } or nothing. */
export function howICame() {
  if (code) return { [NAME]: code };
  const site = otherSite();
  return site ? { de: site } : {};
}

// The last link that brought somebody holds for the visit: our own links carry its code on.
if (code) {
  document.addEventListener("click", ({ target }) => {
    const link = target.closest?.("a[href]");
    if (!link || link.origin !== location.origin || link.hasAttribute("download")) return;
    const address = new URL(link.href);
    const isSamePage = address.pathname === location.pathname && address.hash;
    if (isSamePage || address.searchParams.has(NAME)) return;
    address.searchParams.set(NAME, code);
    link.href = address.href;
  }, { capture: true });
}
