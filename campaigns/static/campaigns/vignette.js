// <potager-vignette meter="…" host="…" lang="fr">: the solidarity button of a campaign, in a frame
// that has no access to the page around it. Each element stands alone: fifty on a page share nothing.

(() => {
  const NAME = "potager-vignette";
  if (customElements.get(NAME)) return;

  const HOME = new URL(document.currentScript.src).origin;
  const WIDTH_PX = 400;
  const HEIGHT_PX = 360;
  const SANDBOX = "allow-scripts allow-forms allow-popups allow-popups-to-escape-sandbox";
  const TITLES = { fr: "Bouton solidaire", en: "Solidarity button" };

  class PotagerVignette extends HTMLElement {
    static observedAttributes = ["meter", "host", "lang"];

    connectedCallback() {
      if (!this.shadowRoot) this.attachShadow({ mode: "open" });
      this.show();
    }

    attributeChangedCallback(name, before, after) {
      if (this.isConnected && this.shadowRoot && before !== after) this.show();
    }

    get language() {
      const asked = (this.lang || document.documentElement.lang || "fr").slice(0, 2).toLowerCase();
      return asked in TITLES ? asked : "fr";
    }

    show() {
      const meter = this.getAttribute("meter") ?? "";
      if (!/^[0-9a-f]{16}$/.test(meter)) {
        // What stands between the tags is shown instead.
        this.shadowRoot.replaceChildren(document.createElement("slot"));
        return;
      }
      const frame = document.createElement("iframe");
      const address = new URL(`/vignette/${meter}/cadre/`, HOME);
      const host = this.getAttribute("host");
      if (host) address.searchParams.set("hote", host);
      address.searchParams.set("langue", this.language);
      frame.title = TITLES[this.language];
      frame.width = WIDTH_PX;
      frame.height = HEIGHT_PX;
      frame.loading = "lazy";
      frame.setAttribute("sandbox", SANDBOX);
      Object.assign(frame.style, { display: "block", border: "0", maxInlineSize: "100%" });
      frame.src = address;
      this.shadowRoot.replaceChildren(frame);
    }
  }

  customElements.define(NAME, PotagerVignette);
})();
