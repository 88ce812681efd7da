// <potager-transcript for-player="…">: the words of a film follow it, can be searched and
// clicked. Without this module they are plain text with links to their second.

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

class PotagerTranscript extends HTMLElement {
  #box;
  #cues = [];
  #current = null;
  #isFollowing = true;
  #matches = [];
  #match = -1;

  connectedCallback() {
    if (this.#box) return;
    this.#box = this.querySelector(".transcript__box");
    this.#cues = [...this.querySelectorAll(".transcript__cue")].map((element) => ({
      element,
      startS: Number(element.querySelector("[data-seek]").dataset.seek),
      words: element.querySelector(".transcript__words"),
    }));
    const [tools, follow] = this.querySelectorAll("template");
    this.prepend(tools.content.cloneNode(true));
    this.append(follow.content.cloneNode(true));
    this.#jumpOnClick();
    this.#moveByArrows();
    this.#follow();
    this.#search();
  }

  get player() {
    const id = this.getAttribute("for-player");
    return (id && document.getElementById(id)) || document.querySelector("potager-player");
  }

  #jumpOnClick() {
    this.addEventListener("click", (event) => {
      const link = event.target.closest("[data-seek]");
      const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey);
      if (!link || !isPlain || !this.player?.seek) return;
      event.preventDefault();
      this.#setFollowing(true);
      this.player.seek(Number(link.dataset.seek));
    });
  }

  /** One stop for the Tab key instead of hundreds: the arrows go from line to line. */
  #moveByArrows() {
    const links = [...this.#box.querySelectorAll("[data-seek]")];
    for (const link of links.slice(1)) link.tabIndex = -1;
    this.#box.addEventListener("focusin", ({ target }) => {
      for (const link of links) link.tabIndex = link === target ? 0 : -1;
    });
    this.#box.addEventListener("keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const link = step && links[links.indexOf(event.target) + step];
      if (!link) return;
      event.preventDefault();
      link.focus();
    });
  }

  #follow() {
    document.addEventListener("potager:time", (event) => {
      if (event.target === this.player) this.#highlight(event.detail.seconds);
    });
    // Our own scrolling fires no wheel, touch or key: these mean somebody is reading elsewhere.
    for (const name of ["wheel", "touchmove", "keydown"]) {
      this.#box.addEventListener(name, () => this.#setFollowing(false), { passive: true });
    }
    this.#button("follow").addEventListener("click", () => this.#setFollowing(true));
  }

  #highlight(seconds) {
    const element = this.#cues.findLast(({ startS }) => startS <= seconds)?.element ?? null;
    if (element === this.#current) return;
    this.#current?.removeAttribute("aria-current");
    element?.setAttribute("aria-current", "true");
    this.#current = element;
    if (this.#isFollowing && element) this.#scrollTo(element);
  }

  #setFollowing(isFollowing) {
    this.#isFollowing = isFollowing;
    this.#button("follow").hidden = isFollowing;
    if (isFollowing && this.#current) this.#scrollTo(this.#current);
  }

  /** Bring a cue into view by moving the box alone, never the page. */
  #scrollTo(element) {
    const [box, cue] = [this.#box.getBoundingClientRect(), element.getBoundingClientRect()];
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    this.#box.scrollBy({
      top: cue.top - box.top - (box.height - cue.height) / 2,
      behavior: isCalm ? "auto" : "smooth",
    });
  }

  #search() {
    const input = this.querySelector(".transcript__search");
    input.addEventListener("input", () => this.#find(input.value));
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Enter") return;
      event.preventDefault();
      this.#goTo(this.#match + (event.shiftKey ? -1 : 1));
    });
    this.#button("next").addEventListener("click", () => this.#goTo(this.#match + 1));
    this.#button("previous").addEventListener("click", () => this.#goTo(this.#match - 1));
  }

  #find(query) {
    for (const { words } of this.#cues) words.textContent = words.textContent;
    const wanted = fold(query.trim());
    if (wanted) for (const { words } of this.#cues) markAll(words, wanted);
    this.#matches = [...this.#box.querySelectorAll("mark")];
    this.#match = -1;
    this.#button("next").disabled = this.#button("previous").disabled = !this.#matches.length;
    const count = this.querySelector(".transcript__count");
    count.textContent = wanted ? count.dataset.none : "";
    if (this.#matches.length) this.#goTo(0);
  }

  #goTo(index) {
    const total = this.#matches.length;
    if (!total) return;
    this.#matches[this.#match]?.removeAttribute("data-current");
    this.#match = (index + total) % total;
    this.#matches[this.#match].dataset.current = "";
    this.#setFollowing(false);
    this.#scrollTo(this.#matches[this.#match]);
    const count = this.querySelector(".transcript__count");
    count.textContent = count.dataset.found
      .replace("{number}", this.#match + 1)
      .replace("{total}", total);
  }

  #button(name) {
    return this.querySelector(`[data-act="${name}"]`);
  }
}

/** Wrap each place where `element` says `wanted` (already folded) in a <mark>. */
function markAll(element, wanted) {
  const text = element.textContent;
  // Folding may change lengths: remember which letter of the text each folded one comes from.
  const origins = [];
  let folded = "";
  for (let index = 0; index < text.length; index += 1) {
    const letters = fold(text[index]);
    folded += letters;
    for (let count = 0; count < letters.length; count += 1) origins.push(index);
  }
  const pieces = [];
  let done = 0;
  for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + wanted.length)) {
    const [start, end] = [origins[at], origins[at + wanted.length - 1] + 1];
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    pieces.push(text.slice(done, start), mark);
    done = end;
  }
  if (pieces.length) element.replaceChildren(...pieces, text.slice(done));
}

customElements.define("potager-transcript", PotagerTranscript);
