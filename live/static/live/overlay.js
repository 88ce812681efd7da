// The overlay: question, counter, lower third and milestones, from the public snapshots. What a
// milestone of the campaign brings is celebrated once in this browser; those reached before the
// overlay was first opened are not.

const QUIET_MS = 10_000;
const THIRD_LASTS_MS = 12_000;
const PARTY_LASTS_MS = 8_000;
const language = document.documentElement.lang;

class LiveOverlay extends HTMLElement {
  connectedCallback() {
    this.ask();
    this.askMeter();
  }

  disconnectedCallback() {
    clearTimeout(this.asking);
    clearTimeout(this.askingMeter);
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  write(name, text) {
    this.part(name).textContent = text ?? "";
  }

  async ask() {
    let again_s = 5;
    try {
      const answer = await fetch(this.dataset.state);
      if (answer.ok) {
        const state = await answer.json();
        again_s = state.ask_again_after_s;
        this.show(state);
      }
    } catch { /* What is shown stays; the next answer tells. */ }
    this.asking = setTimeout(() => this.ask(), again_s * 1000 * (1 + Math.random() / 5));
  }

  show(state) {
    const isOn = state.state === "on_air" || state.state === "interrupted";
    this.hidden = !isOn || state.overlay_hidden;
    if (!isOn) return;
    this.meter = state.meters[0]?.key;
    this.showDonations(state.donations);
    const { question } = state;
    this.part("question").hidden = !question;
    this.write("question-text", question?.text);
    this.write("question-by", question && [question.author, question.theme].filter(Boolean).join(" · "));
    const line = state.now && `${state.started_at} ${state.now.title}`;
    if (line === this.line) return;
    this.line = line;
    this.write("third-title", state.now?.guests || state.now?.title);
    this.write("third-place", state.now && (state.now.guests ? [state.now.title, state.now.place] : [state.now.place]).filter(Boolean).join(" · "));
    this.part("third").hidden = !state.now;
    clearTimeout(this.hiding);
    this.hiding = setTimeout(() => { this.part("third").hidden = true; }, THIRD_LASTS_MS);
  }

  showDonations(donations) {
    this.part("donations").hidden = !donations;
    if (!donations) return;
    this.write("sum", donations.sum[language]);
    this.write("goal", donations.goal?.[language] ?? "");
    const bar = this.part("bar");
    bar.hidden = donations.percent === null;
    bar.value = donations.percent ?? 0;
  }

  async askMeter() {
    let again_ms = QUIET_MS;
    if (this.meter) {
      try {
        const answer = await fetch(`${this.dataset.meters}${this.meter}.json`);
        if (answer.ok) {
          const state = await answer.json();
          again_ms = state.ask_again_after_s * 1000;
          this.count(state);
        }
      } catch { /* The figure stands still. */ }
    } else {
      again_ms = 1000;
    }
    this.askingMeter = setTimeout(() => this.askMeter(), again_ms);
  }

  count(state) {
    const promise = state.promises?.[0];
    const label = promise?.labels?.[language]?.unlocked ?? state.counted.toLocaleString(language);
    this.write("counter", label);
    this.part("counter").hidden = false;
    const reached = (state.promises ?? []).flatMap((one) => one.reached.map((acts) => `${one.pledge}:${acts}`));
    const place = `reached ${this.meter}`;
    const known = localStorage.getItem(place);
    const fresh = known === null ? [] : reached.filter((one) => !known.split(" ").includes(one));
    localStorage.setItem(place, reached.join(" "));
    if (fresh.length) this.celebrate(Number(fresh.at(-1).split(":")[1]));
  }

  celebrate(acts) {
    this.write("milestone", this.dataset.reached.replace("NUMBER", acts.toLocaleString(language)));
    this.part("milestone").hidden = false;
    clearTimeout(this.party);
    this.party = setTimeout(() => { this.part("milestone").hidden = true; }, PARTY_LASTS_MS);
  }
}

customElements.define("live-overlay", LiveOverlay);
