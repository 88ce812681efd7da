// The way of picture and sound to the programme: a recorder, a WebSocket, and patience.

// H.264 is sent on as it is; what comes after is converted on the way.
const COPIED = [
  "video/mp4;codecs=avc1.42E01F,mp4a.40.2",
  "video/mp4;codecs=avc1.42E01F,opus",
  "video/webm;codecs=h264,opus",
  "video/x-matroska;codecs=avc1,opus",
  "video/mp4",
];
const ENCODED = ["video/webm;codecs=vp8,opus", "video/webm"];
const PIECE_MS = 250;
const START_BPS = 2500000;
const LEAST_BPS = 500000;
const SOUND_BPS = 96000;
// So much may wait in the browser: about three seconds of it.
const MOST_WAITING_S = 3;
const BUSY = "FED-002";
const MOST_TRIES = 8;
const PAUSES_MS = [500, 1000, 2000, 4000, 8000];

export class Link {
  static type() {
    if (typeof MediaRecorder === "undefined") return "";
    return [...COPIED, ...ENCODED].find((type) => MediaRecorder.isTypeSupported(type)) ?? "";
  }

  static isCopied() { return COPIED.includes(Link.type()); }

  /** `tell` has `state(name)`, `over(sentence)` and `slow()`. */
  constructor(stream, { secret, language }, tell) {
    Object.assign(this, { stream, secret, language, tell, bps: START_BPS, tries: 0 });
  }

  open() {
    this.tell.state(this.tries ? "lost" : "waiting");
    const address = new URL("/duplex-in/", location.href);
    address.protocol = address.protocol.replace("http", "ws");
    const socket = this.socket = new WebSocket(address);
    socket.addEventListener("open", () => this.send(socket));
    socket.addEventListener("message", ({ data }) => this.hear(JSON.parse(data)));
    socket.addEventListener("close", () => {
      this.stopRecorder();
      if (socket === this.socket) this.again();
    });
  }

  /** Begin a recording: each connection needs one of its own, with its own beginning. */
  send(socket) {
    const type = Link.type();
    const { secret, language } = this;
    socket.send(JSON.stringify({ secret, language, type }));
    this.recorder = new MediaRecorder(this.stream, {
      mimeType: type,
      videoBitsPerSecond: this.bps,
      audioBitsPerSecond: SOUND_BPS,
      videoKeyFrameIntervalDuration: 1000,
    });
    this.recorder.addEventListener("dataavailable", ({ data }) => {
      if (socket.readyState !== WebSocket.OPEN) return;
      if (socket.bufferedAmount > MOST_WAITING_S * (this.bps / 8)) return this.slowDown();
      socket.send(data);
    });
    this.recorder.start(PIECE_MS);
  }

  hear({ state, sentence, code }) {
    // After a broken connection the place is taken for some seconds, by ourselves.
    if (code === BUSY && this.tries && this.tries < MOST_TRIES) return;
    if (state === "over") {
      this.close();
      return this.tell.over(sentence ?? "");
    }
    this.tries = 0;
    this.tell.state(state);
  }

  /** What the connection cannot carry is dropped, not piled up: begin anew with half the weight. */
  slowDown() {
    this.bps = Math.max(LEAST_BPS, this.bps / 2);
    this.tell.slow();
    this.socket.close();
  }

  again() {
    this.tell.state("lost");
    const pause = PAUSES_MS[Math.min(this.tries, PAUSES_MS.length - 1)];
    this.tries += 1;
    this.timer = setTimeout(() => this.open(), pause * (0.75 + Math.random() / 2));
  }

  stopRecorder() {
    if (this.recorder?.state === "recording") this.recorder.stop();
    this.recorder = null;
  }

  close() {
    clearTimeout(this.timer);
    const socket = this.socket;
    this.socket = null;
    this.stopRecorder();
    socket?.close();
  }
}
