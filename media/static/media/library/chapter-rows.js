// <chapter-rows>: as many empty rows as wanted, without a reload.

class ChapterRows extends HTMLElement {
  connectedCallback() {
    const button = this.querySelector('[data-act="add"]');
    button.hidden = false;
    button.addEventListener("click", () => this.#add());
  }

  #add() {
    const total = this.closest("form").elements["chapters-TOTAL_FORMS"];
    const row = this.querySelector("template").content.firstElementChild.cloneNode(true);
    for (const element of row.querySelectorAll("[name], [for], [id]")) {
      for (const name of ["name", "for", "id"]) {
        const value = element.getAttribute(name);
        if (value) element.setAttribute(name, value.replace("__prefix__", total.value));
      }
    }
    total.value = Number(total.value) + 1;
    this.querySelector("tbody").append(row);
    row.querySelector("input").focus();
  }
}

customElements.define("chapter-rows", ChapterRows);
