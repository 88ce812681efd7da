// The panel behind the gear: quality, speed, captions. Plain radio buttons, so that keyboards
// and screen readers already know them.

import { readableTracks, shownLanguage, showLanguage } from "./captions.js";
import { recall, remember } from "./memory.js";

const SPEEDS = [0.75, 1, 1.25, 1.5, 2];

export class Settings {
  #host;
  #source;
  #panel;
  #gear;
  #words;

  constructor(host, source) {
    this.#host = host;
    this.#source = source;
    this.#panel = host.querySelector(".player__settings");
    this.#gear = host.querySelector(".player__gear");
    this.#words = this.#panel.dataset;
    this.#openAndClose();
    this.#offerQualities();
    this.#offerSpeeds();
    this.#offerCaptions();
  }

  /** Go one speed up (+1) or down (-1). */
  changeSpeed(step) {
    const { video } = this.#host;
    const nearest = SPEEDS.findIndex((speed) => speed >= video.playbackRate);
    video.playbackRate = SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, nearest + step))];
  }

  #openAndClose() {
    const toggle = (isOpen) => {
      this.#panel.hidden = !isOpen;
      this.#gear.setAttribute("aria-expanded", isOpen);
    };
    this.#gear.addEventListener("click", () => toggle(this.#panel.hidden));
    this.#host.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || this.#panel.hidden) return;
      toggle(false);
      this.#gear.focus();
    });
    this.#panel.querySelector(".player__keys-open").addEventListener("click", () => toggle(false));
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.#panel.contains(target) && !this.#gear.contains(target)) toggle(false);
    });
  }

  #offerQualities() {
    const draw = () => {
      const { levels } = this.#source;
      const kept = recall("quality") ?? "";
      const chosen = levels.some(({ label }) => label === kept) ? kept : "";
      if (chosen) this.#source.select(chosen);
      const choices = [{ value: "", label: this.#words.auto }];
      choices.push(...levels.map(({ label }) => ({ value: label, label })));
      this.#draw("quality", levels.length ? choices : [], chosen, (label) => {
        remember("quality", label || null);
        this.#source.select(label);
      });
    };
    const nameLevel = () => {
      const auto = this.#panel.querySelector('[data-group="quality"] .player__choice-label');
      const { level } = this.#source;
      if (auto && level) auto.textContent = this.#words.autoNow.replace("{quality}", level);
    };
    this.#source.addEventListener("levels", draw);
    this.#source.addEventListener("level", nameLevel);
    draw();
    nameLevel();
  }

  #offerSpeeds() {
    const { video } = this.#host;
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const choices = SPEEDS.map((value) => ({ value, label: `${number.format(value)}×` }));
    const draw = () =>
      this.#draw("speed", choices, video.playbackRate, (value) => {
        video.playbackRate = Number(value);
      });
    video.addEventListener("ratechange", draw);
    draw();
  }

  #offerCaptions() {
    const { video } = this.#host;
    const tracks = readableTracks(video).map(({ language, label }) => ({ value: language, label }));
    const choices = tracks.length ? [{ value: "", label: this.#words.off }, ...tracks] : [];
    const draw = () =>
      this.#draw("captions", choices, shownLanguage(video), (language) =>
        showLanguage(video, language),
      );
    video.textTracks.addEventListener("change", draw);
    draw();
  }

  /** Show one group of choices, or hide the group when there is nothing to choose. */
  #draw(name, choices, chosen, onChoice) {
    const group = this.#panel.querySelector(`[data-group="${name}"]`);
    group.hidden = choices.length < 2;
    const list = group.querySelector(".player__choices");
    const values = JSON.stringify(choices);
    if (list.dataset.values !== values) {
      list.dataset.values = values;
      list.replaceChildren(...choices.map((choice) => this.#choice(name, choice)));
      list.onchange = ({ target }) => onChoice(target.value);
    }
    for (const input of list.querySelectorAll("input")) {
      input.checked = input.value === String(chosen);
    }
  }

  #choice(group, { value, label }) {
    const choice = this.#host.cloneTemplate("choice").firstElementChild;
    const input = choice.querySelector("input");
    Object.assign(input, { name: `${this.#host.id}-${group}`, value });
    choice.querySelector(".player__choice-label").textContent = label;
    return choice;
  }
}
