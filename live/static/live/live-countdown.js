// How long until a programme begins, by the server's clock, and its hour where the viewer is. When
// the hour has come, it looks until the programme is on air, and then shows it: by itself, unless
// somebody is writing something.

import { clockOffset, sayer } from "./live-clock.js";

const LOOK_AGAIN_MS = 8_000;

class LiveCountdown extends HTMLElement {
  async connectedCallback() {
    this.at = new Date(this.dataset.at);
    this.units = this.dataset.units.split(" ");
    this.showHour();
    this.offset = await clockOffset();
    this.tick();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
  }

  part(name) {
    return this.querySelector(`[data-part="${name}"]`);
  }

  /** Say the hour in the viewer's zone, where it differs from the studio's. */
  showHour() {
    const here = sayer(this.dataset.language, {
      weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit",
    });
    const there = this.dataset.zone;
    const wall = (zone) => new Date(this.at).toLocaleString("sv", zone ? { timeZone: zone } : {});
    if (wall() === wall(there)) return;
    const zone = this.part("yours");
    zone.textContent = `${zone.textContent} · ${this.dataset.yours.replace("{moment}", here(this.at))}`;
  }

  tick() {
    const left_s = Math.ceil((this.at - Date.now() - this.offset) / 1000);
    if (left_s <= 0) {
      this.part("left").textContent = this.dataset.begins;
      this.lookSoon();
      return;
    }
    this.show(left_s);
    const toNextSecond = (this.at - Date.now() - this.offset) % 1000;
    this.timer = setTimeout(() => this.tick(), toNextSecond > 0 ? toNextSecond : 1000);
  }

  show(left_s) {
    const minutes = Math.floor(left_s / 60);
    const hours = Math.floor(minutes / 60);
    const figures = [Math.floor(hours / 24), hours % 24, minutes % 60, left_s % 60];
    const first = figures.findIndex((figure) => figure > 0);
    const text = figures.map((figure, place) => [figure, this.units[place]]).slice(Math.max(first, 0));
    this.part("left").replaceChildren(...text.map(([figure, unit], place) => {
      const box = document.createElement("span");
      box.className = "countdown__figure";
      const number = document.createElement("b");
      number.textContent = place ? String(figure).padStart(2, "0") : String(figure);
      box.append(number, ` ${unit}`);
      return box;
    }));
  }

  /** Look at the page itself, a little apart from everybody else, until it says something new. */
  lookSoon() {
    const article = document.querySelector("article[data-state]");
    if (!article) return;
    this.timer = setTimeout(() => this.look(article), LOOK_AGAIN_MS * (0.7 + Math.random() * 0.6));
  }

  async look(article) {
    try {
      const answer = await fetch(location.pathname);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const state = page.querySelector("article[data-state]")?.dataset.state;
      if (state === "on_air" || state === "interrupted") {
        this.begin(article);
        return;
      }
    } catch {
      // The next look may succeed.
    }
    this.lookSoon();
  }

  begin(article) {
    const isWriting = [...document.querySelectorAll("textarea, input[type=email]")].some((field) => field.value);
    if (!isWriting) {
      location.reload();
      return;
    }
    const link = document.createElement("a");
    link.href = location.pathname;
    link.className = "button button--light";
    link.textContent = this.dataset.watch;
    article.querySelector('[data-part="begun"]')?.replaceChildren(link);
  }
}

customElements.define("live-countdown", LiveCountdown);
