// What the control room shows, drawn from the state. Rows are kept and changed, so that what has the
// focus keeps it; nothing that people type in is touched.

import { hour, length, now, since_s } from "./control-time.js";

/** Make the children of `list` follow `items`, each in a row of its own that stays while it is there. */
function follow(list, items, keyOf, make, fill) {
  const rows = new Map([...list.children].map((row) => [row.dataset.row, row]));
  let place = list.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const row = rows.get(key) ?? make(item);
    rows.delete(key);
    row.dataset.row = key;
    fill(row, item);
    if (row === place) place = place.nextElementSibling;
    else list.insertBefore(row, place);
  }
  for (const row of rows.values()) row.remove();
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

function write(part, text) {
  if (part.textContent !== text) part.textContent = text;
}

/** A row that can be chosen: one button, with a few texts in it. */
function rowMaker(className, choice, parts) {
  return (item) => {
    const row = element("li", className);
    const button = element("button", `${className}-button`);
    button.type = "button";
    button.dataset[choice] = item.pk;
    button.append(...parts.map((part) => element("span", `${className}-${part}`)));
    row.append(button);
    return row;
  };
}

const rate = new Intl.NumberFormat(document.documentElement.lang, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
const textIn = (row, className, text) => write(row.querySelector(`.${className}`), text);

export class RoomView {
  constructor(room, words) {
    this.room = room;
    this.words = words;
    this.zone = room.dataset.zone;
  }

  part(name) {
    return this.room.querySelector(`[data-part="${name}"]`);
  }

  draw(state, chosen) {
    this.state = state;
    this.drawHead();
    this.drawLines(chosen.line);
    this.drawFeeds();
    this.drawQuestions(chosen.question);
    this.drawSwitches();
    this.drawWords();
    this.tick();
  }

  line(pk) {
    return this.state.lines.find((line) => line.pk === pk);
  }

  drawHead() {
    const { state, words } = this;
    const light = this.part("light");
    const mode = state.ended_at ? "over_now" : state.shows_slate ? "slate"
      : state.interrupted_since ? "interrupted" : state.is_rehearsal ? "rehearsal" : "on_air";
    light.dataset.mode = mode;
    write(light, words[mode] + (state.is_held && !state.ended_at ? ` – ${words.held}` : ""));
    const others = state.people.filter((name) => name !== this.room.dataset.me);
    write(this.part("people"), others.join(", ") || words.nobody_else);
    const drift = this.part("drift");
    const late_s = state.drift_s;
    const isOnTime = Math.abs(late_s) < 30 || state.ended_at;
    drift.dataset.mode = isOnTime ? "on_time" : late_s > 0 ? "late" : "early";
    const end = hour(state.show_ends_at, this.zone);
    write(this.part("end"), state.ended_at ? "" : words.ends.replace("HOUR", end));
    write(drift, isOnTime ? words.on_time : `${length(late_s)} ${late_s > 0 ? words.late : words.early}`);
  }

  drawLines(chosen) {
    const parts = ["hour", "title", "length", "meta"];
    follow(this.part("lines"), this.state.lines, (line) => line.pk, rowMaker("room__entry", "line", parts), (row, line) => {
      row.dataset.state = line.state;
      row.classList.toggle("is-next", line.pk === this.state.next);
      const button = row.firstElementChild;
      button.setAttribute("aria-pressed", String(line.pk === chosen));
      if (line.state === "on_air") button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
      const at = line.started_at ?? line.starts_at_estimate;
      textIn(row, "room__entry-hour", at ? hour(at, this.zone) : "–");
      textIn(row, "room__entry-title", line.title);
      textIn(row, "room__entry-length", length(line.planned_s));
      const feed = this.state.feeds.find((one) => one.pk === line.feed)?.name;
      const hard = line.hard_start_at && line.state === "waiting" ? `= ${hour(line.hard_start_at, this.zone)}` : "";
      const told = [this.words.states[line.state], hard, this.words.kinds[line.kind], line.place, feed, line.notes];
      textIn(row, "room__entry-meta", told.filter(Boolean).join(" · "));
    });
    const isSkipped = this.line(chosen)?.state === "skipped";
    this.part("skip").dataset.verb = isSkipped ? "unskip" : "skip";
    const guests = new Set(this.state.lines.map((line) => line.guests).filter(Boolean));
    follow(this.part("guests"), [...guests], (name) => name, () => document.createElement("option"), (row, name) => {
      row.value = name;
    });
  }

  drawFeeds() {
    const { state, words } = this;
    const make = (feed) => {
      const row = element("li", "room__feed");
      const button = element("button", "room__feed-button");
      button.type = "button";
      button.dataset.verb = "put_feed";
      button.dataset.feed = feed.pk;
      for (const part of ["key", "name", "light", "meta"]) button.append(element("span", `room__feed-${part}`));
      button.disabled = !("mayOperate" in this.room.dataset);
      row.append(button);
      return row;
    };
    const places = new Map(state.feeds.map((feed, place) => [feed.pk, place + 1]));
    follow(this.part("feeds"), state.feeds, (feed) => feed.pk, make, (row, feed) => {
      const button = row.firstElementChild;
      button.dataset.key = places.get(feed.pk);
      button.setAttribute("aria-pressed", String(feed.pk === state.feed));
      row.dataset.light = feed.light;
      textIn(row, "room__feed-key", String(places.get(feed.pk)));
      textIn(row, "room__feed-name", feed.name);
      textIn(row, "room__feed-light", words.lights[feed.light]);
      const told = feed.light === "off" ? [] : [
        feed.height_px && `${feed.width_px}\u00a0×\u00a0${feed.height_px}`,
        `${rate.format(feed.bitrate_bps / 1e6)}\u00a0Mbit/s`,
        feed.dropped_frames && `−${feed.dropped_frames}`,
      ];
      if (feed.light !== "live" && feed.seen_at) told.push(hour(feed.seen_at, this.zone, true));
      textIn(row, "room__feed-meta", told.filter(Boolean).join(" · "));
    });
    const select = this.part("feed-options");
    for (const feed of state.feeds) {
      if (![...select.options].some((one) => one.value === String(feed.pk))) select.add(new Option(feed.name, feed.pk));
    }
  }

  drawQuestions(chosen) {
    const { state, words } = this;
    const { question } = state;
    const onAir = this.part("question");
    onAir.classList.toggle("is-on-air", Boolean(question));
    const told = question?.is_removed ? words.removed : question?.author ? `${question.text} – ${question.author}` : question?.text;
    write(onAir, told ?? words.no_question);
    follow(this.part("aired"), state.aired, (one) => one.pk, () => element("li", "room__done"), (row, one) => {
      write(row, `${words.outcomes[one.outcome]} – ${one.text}`);
    });
    const fill = (row, one) => {
      row.firstElementChild.setAttribute("aria-pressed", String(one.pk === chosen));
      textIn(row, "room__asked-text", one.text);
      const guest = one.guest ? `${words.for} ${one.guest}` : "";
      const votes = `${one.votes} ${words.votes}`;
      textIn(row, "room__asked-meta", [guest, votes, one.author].filter(Boolean).join(" · "));
    };
    const make = rowMaker("room__asked", "question", ["text", "meta"]);
    const queue = this.part("queue");
    follow(queue, state.queue, (one) => one.pk, make, fill);
    queue.dataset.empty = state.queue.length ? "" : words.queue_empty;
    const ready = new Set(state.queue.map((one) => one.pk));
    const makeTheme = () => {
      const box = element("div", "room__theme");
      box.append(element("h3", "room__heading"), element("ol", "room__queue"));
      return box;
    };
    follow(this.part("themes"), state.themes, (theme) => theme.name, makeTheme, (box, theme) => {
      write(box.firstElementChild, theme.name);
      const list = box.lastElementChild;
      const waiting = theme.questions.filter((one) => !ready.has(one.pk) && one.pk !== question?.pk);
      follow(list, waiting, (one) => one.pk, make, fill);
      list.dataset.empty = waiting.length ? "" : words.theme_empty;
    });
  }

  drawSwitches() {
    const { state } = this;
    const hold = this.part("hold");
    hold.dataset.verb = state.is_held ? "release" : "hold";
    hold.setAttribute("aria-pressed", String(state.is_held));
    const slate = this.part("slate");
    slate.dataset.verb = state.shows_slate ? "hide_slate" : "show_slate";
    slate.setAttribute("aria-pressed", String(state.shows_slate));
    const overlay = this.part("overlay");
    overlay.dataset.verb = state.hides_overlay ? "show_overlay" : "hide_overlay";
    overlay.setAttribute("aria-pressed", String(state.hides_overlay));
    this.room.classList.toggle("room--panic", state.questions_closed);
    this.room.classList.toggle("room--over", Boolean(state.ended_at));
  }

  drawWords() {
    const { state, words } = this;
    const make = () => {
      const row = element("li", "room__message");
      row.append(element("span", "room__message-text"), element("span", "room__message-meta"));
      return row;
    };
    follow(this.part("messages"), state.messages, (one) => one.pk, make, (row, one) => {
      row.classList.toggle("is-seen", Boolean(one.seen_at));
      textIn(row, "room__message-text", one.text);
      const receipt = one.seen_at ? `✓ ${words.seen} ${hour(one.seen_at, this.zone, true)}` : `${words.unsaid} ${hour(one.sent_at, this.zone, true)}`;
      textIn(row, "room__message-meta", [one.by, receipt].filter(Boolean).join(" · "));
    });
    write(this.part("links"), String(state.presenter_links));
    const calls = this.part("calls");
    follow(calls, state.calls, (one) => one.key, () => document.createElement("option"), (row, one) => {
      row.value = one.key;
      write(row, one.sentence);
    });
    write(this.part("call"), state.call ? words.call.replace("TITLE", state.call.sentence) : "");
    follow(this.part("log"), state.log, (one) => one.at, () => element("li", "room__done"), (row, one) => {
      const what = [words.verbs[one.verb], one.title && words.quoted.replace("TITLE", one.title)].filter(Boolean).join(" ");
      write(row, `${hour(one.at, this.zone, true)} ${one.who} – ${what}`);
    });
  }

  /** Draw what runs on by itself. */
  tick() {
    const { state, words } = this;
    write(this.part("clock"), hour(now(), this.zone, true));
    const line = state.ended_at ? null : this.line(state.entry);
    const following = this.line(state.next);
    write(this.part("now"), line?.title ?? (state.ended_at ? words.over_now : words.nothing_now));
    const told = line ? [words.kinds[line.kind], line.place, line.guests, line.theme] : [];
    write(this.part("now-meta"), told.filter(Boolean).join(" · "));
    write(this.part("next"), following?.title ?? words.nothing_next);
    const at = following?.starts_at_estimate && hour(following.starts_at_estimate, this.zone);
    const coming = following ? [at, words.kinds[following.kind], following.place, following.guests] : [];
    write(this.part("next-meta"), coming.filter(Boolean).join(" · "));
    const elapsed_s = line?.started_at ? Math.max(0, since_s(line.started_at)) : 0;
    const left_s = line ? line.planned_s - elapsed_s : 0;
    write(this.part("elapsed"), line ? length(elapsed_s) : "");
    const left = this.part("left");
    left.dataset.mode = left_s < 0 ? "over" : left_s < 30 ? "soon" : "";
    write(left, line ? `${length(left_s)} ${left_s < 0 ? words.over : words.left}` : "");
    this.part("progress").value = line ? Math.min(1, elapsed_s / line.planned_s) : 0;
  }
}
