// The vote for a question. Somebody who votes for the first time gets a ballot (one cookie) before;
// whoever has one is shown their own votes after a reload.

const HAS_BALLOT = "potager.ballot";
const kept = {
  get ballot() {
    try { return localStorage.getItem(HAS_BALLOT); } catch { return null; }
  },
  noteBallot() {
    try { localStorage.setItem(HAS_BALLOT, "1"); } catch { /* Then each page asks for one. */ }
  },
};

let ballot = kept.ballot ? Promise.resolve() : null;
const fetchBallot = async () => {
  const answer = await fetch("/votes/ballot", { method: "POST" });
  if (!answer.ok) throw new Error(answer.statusText);
  kept.noteBallot();
};
// One for all buttons of the page, however fast they are pressed.
const haveBallot = () => (ballot ??= fetchBallot().catch((error) => { ballot = null; throw error; }));

const wishes = new Map();
const wishesIn = (theme) => {
  if (!wishes.has(theme)) {
    const asked = fetch(`/votes/mine?theme=${theme}`).then((answer) => answer.json());
    wishes.set(theme, asked.then(({ codes }) => new Set(codes)).catch(() => new Set()));
  }
  return wishes.get(theme);
};

class VoteButton extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.button = this.querySelector("button");
    this.total = this.querySelector('[data-part="total"]');
    this.news = this.querySelector('[data-part="news"]');
    this.button.ariaPressed = "false";
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.vote();
    });
    if (kept.ballot) wishesIn(this.dataset.theme).then((codes) => this.show(codes.has(this.dataset.code)));
  }

  show(isWanted) {
    this.button.ariaPressed = String(isWanted);
  }

  async vote() {
    if (this.button.ariaDisabled === "true") return;
    this.button.ariaDisabled = "true";
    const wanted = this.button.ariaPressed !== "true";
    try {
      const { value, total } = await this.send(wanted ? 1 : 0);
      this.show(value === 1);
      if (this.total && total !== null) this.total.textContent = total.toLocaleString(document.documentElement.lang);
      this.news.textContent = value === 1 ? this.dataset.yes : this.dataset.no;
      this.news.className = "visually-hidden";
    } catch (error) {
      this.news.textContent = error.sentence ?? this.dataset.trouble;
      this.news.className = "vote__trouble";
    }
    this.button.ariaDisabled = "false";
  }

  async send(value) {
    await haveBallot();
    const body = new URLSearchParams({ value, lang: document.documentElement.lang });
    const ask = () => fetch(this.form.action, { method: "POST", body });
    let answer = await ask();
    if (answer.status === 401) {
      // The cookie is gone: this is a new voter.
      ballot = fetchBallot();
      await ballot;
      answer = await ask();
    }
    const said = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(said.code), { sentence: said.detail });
    return said;
  }
}

customElements.define("vote-button", VoteButton);
