// The widget's button in the page of somebody else. The frame has no origin: no cookie, no storage,
// and perhaps no right to send forms or to open windows. A fetch without cookies is all it needs.

const SHOWN_AT_LEAST_MS = 1_100;
const RETRY_AFTER_MS = 1_500;
const STALE_AFTER_MS = 11 * 3600 * 1000;
const LOOK_AFTER_MS = 1_200;

const form = document.querySelector("form");
const button = form.querySelector("button");
const part = (name) => document.querySelector(`[data-part="${name}"]`);
const pause = (ms) => new Promise((done) => setTimeout(done, ms));
const since = Date.now();
let done = false;

// Where forms are forbidden, a press sends no "submit": hence the click.
button.addEventListener("click", (event) => {
  event.preventDefault();
  if (button.ariaDisabled !== "true") act();
});

// Where windows are forbidden, a link would do nothing: then its address is shown, to be copied.
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[target]");
  if (!link) return;
  event.preventDefault();
  // With "noopener" one could not tell. It opens pages of our own only, which forget who opened them.
  if (!window.open(link.href, "_blank")) showAddress(link);
});

// A token lives for half a day. A page that stood open for longer fetches itself anew.
document.addEventListener("visibilitychange", () => {
  if (!document.hidden && !done && Date.now() - since > STALE_AFTER_MS) location.reload();
});

async function act() {
  button.ariaDisabled = "true";
  try {
    // The server wants the button to have been seen for a second.
    await pause(Math.max(0, SHOWN_AT_LEAST_MS - (Date.now() - since)));
    tell(await send());
    await pause(LOOK_AFTER_MS);
    await look();
  } catch {
    if (!done) part("answer").textContent = form.dataset.trouble;
  }
  button.ariaDisabled = "false";
}

async function send() {
  const ask = () => fetch(form.action, {
    method: "POST", credentials: "omit", body: new URLSearchParams(new FormData(form)),
  });
  const first = await ask().catch(() => null);
  if (first && first.status < 500) return first.json();
  await pause(RETRY_AFTER_MS);
  const again = await ask();
  if (again.status >= 500) throw new Error(again.statusText);
  return again.json();
}

function tell(ended) {
  done = ended.verdict !== "refused" || ended.reason === "already_counted";
  const answer = part("answer");
  answer.replaceChildren(ended.detail);
  if (done) {
    // The answer takes the button's place, and its focus.
    form.hidden = true;
    answer.tabIndex = -1;
    answer.focus();
  }
  if (!ended.receipt) return;
  const link = document.createElement("a");
  link.href = (form.lang.value === "fr" ? "" : `/${form.lang.value}`) + ended.receipt;
  link.target = "_blank";
  link.rel = "noopener";
  link.textContent = form.dataset.receipt;
  answer.append(" ", link);
}

async function look() {
  const state = await (await fetch(form.dataset.state, { credentials: "omit" })).json();
  const pledge = state.promises.find((one) => String(one.pledge) === form.dataset.pledge);
  if (!pledge) return;
  part("unlocked").textContent = pledge.labels[form.lang.value].unlocked;
  part("bar").value = pledge.percent;
}

function showAddress(link) {
  const address = document.createElement("span");
  address.className = "frame__address";
  address.textContent = link.href;
  link.replaceWith(link.textContent, " ", address);
}
