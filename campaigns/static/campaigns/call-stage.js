// <call-stage>: the calls to action under a film. Each waits for its moment; none ever lies over the
// picture. What it knows of anybody is what happened on this page.

const EVENTS = ["counted", "not-counted", "time", "ended", "milestone"];
// Sentences, and lines that end without a mark: each is heard to its end.
const asOne = (lines) => lines.filter(Boolean).map((line) => (/[.!?…]$/.test(line) ? line : `${line}.`)).join(" ");
const FORGET_AFTER_MS = 5000;

/** Whether a call was put off in this tab. A browser that keeps nothing asks again. */
function wasPutOff(key) {
  try {
    return sessionStorage.getItem(`call:${key}`) !== null;
  } catch {
    return false;
  }
}

function putOff(key) {
  try {
    sessionStorage.setItem(`call:${key}`, "later");
  } catch {
    // It is gone from this page all the same.
  }
}

class CallStage extends HTMLElement {
  #hasGiven = false;
  #past = new Set();
  #seconds = 0;

  connectedCallback() {
    this.calls = [...this.querySelectorAll(".call")];
    for (const call of this.calls) {
      const later = call.querySelector(".call__later");
      later.hidden = false;
      later.addEventListener("click", () => this.#putOff(call));
    }
    for (const name of EVENTS) document.addEventListener(`potager:${name}`, this);
    this.#show();
  }

  disconnectedCallback() {
    for (const name of EVENTS) document.removeEventListener(`potager:${name}`, this);
  }

  handleEvent({ type, target, detail }) {
    const isOurFilm = target.id === this.dataset.player;
    if (type === "potager:time" && isOurFilm) return this.#advance(detail.seconds);
    if (type === "potager:milestone") this.#past.add("milestone");
    if (type === "potager:ended" && isOurFilm) this.#past.add("end");
    if (detail?.verdict) this.#hear(detail, isOurFilm);
    this.#show();
  }

  /** The film goes on: calls at a second come when it is reached, however it was reached. */
  #advance(seconds) {
    const before = this.#seconds;
    this.#seconds = Math.max(before, seconds);
    if (this.calls.some(({ dataset: { at } }) => at > before && at <= seconds)) this.#show();
  }

  /** An act was judged: a view of our film is thanked for here, a button answers by itself. */
  #hear(ended, isView) {
    if (ended.verdict === "counted") this.#hasGiven = true;
    if (!isView) return;
    if (ended.verdict === "counted" || ended.reason === "already_counted") this.#past.add("view");
    this.#thank(ended);
  }

  #thank({ verdict, gift, detail, receipt }) {
    const given = this.querySelector('[data-part="given"]');
    const isGift = verdict === "counted" && gift;
    const thanks = this.querySelector('[data-part="thanks"]');
    thanks.textContent = isGift ? given.dataset.given.replace("{gift}", gift) : detail;
    given.classList.toggle("calls__given--quiet", !isGift);
    if (receipt) {
      const link = this.querySelector('[data-part="receipt"]');
      link.href = (this.dataset.language === "fr" ? "" : `/${this.dataset.language}`) + receipt;
      link.textContent = link.dataset.label;
    }
    given.hidden = false;
    this.#say(thanks.textContent);
  }

  #isDue({ dataset: { key, moment, at, audience } }) {
    if (wasPutOff(key)) return false;
    if (audience === "gave" && !this.#hasGiven) return false;
    if (audience === "not_yet" && this.#hasGiven) return false;
    return moment === "second" ? this.#seconds >= Number(at) : this.#past.has(moment);
  }

  #show() {
    const fresh = [];
    for (const call of this.calls) {
      // What was offered stays: a button must not vanish under a finger.
      if (call.classList.contains("call--now") || !this.#isDue(call)) continue;
      call.classList.add("call--now");
      fresh.push(call.querySelector(".call__sentence").textContent.trim());
    }
    if (fresh.length) this.#say(asOne(fresh));
  }

  /** Not now: away until this tab is closed, and the keyboard goes on where it was. */
  #putOff(call) {
    putOff(call.dataset.key);
    const { parentElement: list } = call;
    call.remove();
    this.calls = this.calls.filter((one) => one !== call);
    list.tabIndex = -1;
    list.focus();
  }

  /** A thank-you and the calls that come with it are heard as one. */
  #say(words) {
    const news = this.querySelector('[data-part="news"]');
    clearTimeout(this.forgetting);
    news.textContent = asOne([news.textContent, words]);
    this.forgetting = setTimeout(() => (news.textContent = ""), FORGET_AFTER_MS);
  }
}

customElements.define("call-stage", CallStage);
