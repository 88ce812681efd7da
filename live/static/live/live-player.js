// <potager-live>: the picture of a programme that is on air. Everything heavy is imported when
// somebody wants to watch. Without this module, browsers that know HLS play it by themselves.

export class PotagerLive extends HTMLElement {
  #stage = null;

  connectedCallback() {
    if (this.dataset.phase) return;
    this.dataset.phase = "idle";
    this.video.removeAttribute("controls");
    this.querySelector(".player__frame").append(this.cloneTemplate("start"));
    this.querySelector(".player__start").addEventListener("click", () => this.watch());
    document.addEventListener("potager:play", this.#yieldTo);
  }

  disconnectedCallback() {
    document.removeEventListener("potager:play", this.#yieldTo);
  }

  get video() {
    return this.querySelector("video");
  }

  /** Join the programme where it is now. */
  async watch() {
    if (this.#stage) return (await this.#stage).toLive();
    this.dataset.phase = "opening";
    this.#stage = import("./live-stage.js").then((module) => module.openStage(this));
    try {
      await this.#stage;
    } catch (error) {
      console.error(error);
      this.dataset.phase = "native";
      this.video.controls = true;
      await this.video.play();
    }
  }

  /** Tell the rest of the page what happens here. */
  announce(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, detail }));
  }

  /** A copy of the markup kept aside under `name`, with its words in the page's language. */
  cloneTemplate(name) {
    const template = this.querySelector(`template[data-part="${name}"]`);
    return document.importNode(template.content, true);
  }

  #yieldTo = (event) => {
    if (event.target !== this) this.video.pause();
  };
}

customElements.define("potager-live", PotagerLive);
