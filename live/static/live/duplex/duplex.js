// The booth of a guest: test camera and microphone, then send them to the programme.

import { Link } from "./link.js";
import { Level } from "./level.js";

const REFUSALS = {
  NotAllowedError: "denied",
  SecurityError: "denied",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};

class GuestBooth extends HTMLElement {
  connectedCallback() {
    this.video = this.querySelector("video");
    this.level = new Level(this.part("level"));
    for (const name of ["test", "join", "leave"]) {
      this.button(name).addEventListener("click", () => this[name]());
    }
    for (const name of ["camera", "microphone"]) {
      this.part(name).addEventListener("change", () => this.test());
    }
    if (!navigator.mediaDevices) return this.tell(window.isSecureContext ? "unfit" : "unsafe");
    if (!Link.type()) return this.tell("unfit");
    this.show("test");
  }

  part(name) { return this.querySelector(`[data-part="${name}"]`); }

  button(name) { return this.querySelector(`[data-deed="${name}"]`); }

  word(name) { return this.querySelector(`[data-word="${name}"]`).textContent; }

  /** Show these buttons and no others; the focus goes on with the first of them. */
  show(...names) {
    const before = document.activeElement;
    for (const button of this.querySelectorAll("[data-deed]")) {
      button.hidden = !names.includes(button.dataset.deed);
    }
    if (this.contains(before) && before.hidden) this.button(names[0]).focus();
  }

  tell(name, sentence) {
    const news = this.part("news");
    news.textContent = sentence ?? (name ? this.word(name) : "");
    news.hidden = !news.textContent;
  }

  sign(state) {
    this.dataset.state = state;
    this.part("sign").textContent = this.word(state);
  }

  async test() {
    this.tell("");
    this.stop();
    const chosen = (name) => {
      const id = this.part(name).value;
      return id ? { deviceId: { exact: id } } : {};
    };
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        video: {
          ...chosen("camera"),
          width: { ideal: 1280 },
          height: { ideal: 720 },
          frameRate: { ideal: 30, max: 30 },
        },
        audio: { ...chosen("microphone"), echoCancellation: true, noiseSuppression: true },
      });
    } catch (error) {
      this.sign("off");
      this.show("test");
      return this.tell(REFUSALS[error.name] ?? "busy");
    }
    for (const track of this.stream.getTracks()) {
      track.addEventListener("ended", () => this.unplugged());
    }
    this.video.srcObject = this.stream;
    this.video.play();
    this.level.follow(this.stream);
    await this.offer();
    this.sign("testing");
    this.show("join");
    if (!Link.isCopied()) this.tell("encoded");
  }

  /** List the devices: their names are told only once the guest has allowed them. */
  async offer() {
    const devices = await navigator.mediaDevices.enumerateDevices();
    const used = this.stream.getTracks().map((track) => track.getSettings().deviceId);
    for (const [name, kind] of [["camera", "videoinput"], ["microphone", "audioinput"]]) {
      const options = devices.filter((device) => device.kind === kind).map((device) => {
        const isUsed = used.includes(device.deviceId);
        return new Option(device.label, device.deviceId, isUsed, isUsed);
      });
      this.part(name).replaceChildren(...options);
    }
    this.part("choices").hidden = false;
  }

  join() {
    this.tell("");
    this.show("leave");
    this.part("choices").querySelectorAll("select").forEach((select) => { select.disabled = true; });
    this.link = new Link(this.stream, this.dataset, {
      state: (state) => this.sign(state),
      over: (sentence) => this.over(sentence),
      slow: () => this.tell("slow"),
    });
    this.link.open();
    // A telephone that darkens its screen stops the camera.
    navigator.wakeLock?.request("screen").then((lock) => { this.lock = lock; }, () => {});
  }

  leave() {
    this.over("");
    this.stop();
    this.sign("off");
    this.show("test");
  }

  over(sentence) {
    this.link?.close();
    this.link = null;
    this.lock?.release();
    this.part("choices").querySelectorAll("select").forEach((select) => { select.disabled = false; });
    this.sign(this.stream ? "testing" : "off");
    this.show(this.stream ? "join" : "test");
    this.tell("", sentence);
  }

  unplugged() {
    this.leave();
    this.tell("unplugged");
  }

  stop() {
    this.level.stop();
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = this.video.srcObject = null;
  }
}

customElements.define("guest-booth", GuestBooth);
