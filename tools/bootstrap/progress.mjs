// Runs on Node 20 and before anything is installed: only what Node itself brings.
const FRAMES = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
/** A log is told how far a step is only so often. */
const QUIET_MS = 3_000;

/** Shows the steps of a long start: one moving line in a terminal, plain lines elsewhere (CI, a service manager's log). */
export class Progress {
  #terminal = process.stdout.isTTY === true && process.env.TERM !== 'dumb';
  #timer;
  #text = '';
  #frame = 0;
  #printed = 0;

  /** Runs `work` as a step; `work` may report how far it is through its argument. */
  async step(title, work) {
    const started = performance.now();
    this.#begin(title);
    try {
      const result = await work((detail) => this.#update(`${title} · ${detail}`));
      this.#end(`✓ ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      return result;
    } catch (error) {
      this.#end(`✗ ${title}`);
      throw error;
    }
  }

  /** A line of its own, between steps or within one. */
  note(line) {
    this.#clear();
    console.log(line);
  }

  #begin(text) {
    this.#text = text;
    if (!this.#terminal) {
      this.#printed = performance.now();
      console.log(`… ${text}`);
      return;
    }
    this.#draw();
    this.#timer = setInterval(() => this.#draw(), 100);
  }

  #update(text) {
    if (text === this.#text) return;
    this.#text = text;
    if (this.#terminal || performance.now() - this.#printed < QUIET_MS) return;
    this.#printed = performance.now();
    console.log(`… ${text}`);
  }

  #draw() {
    this.#frame = (this.#frame + 1) % FRAMES.length;
    const width = Math.max(20, (process.stdout.columns ?? 80) - 4);
    process.stdout.write(`\r\x1b[2K${FRAMES[this.#frame]} ${this.#text.slice(0, width)}`);
  }

  #end(line) {
    clearInterval(this.#timer);
    this.#clear();
    console.log(line);
  }

  #clear() {
    if (this.#terminal) process.stdout.write('\r\x1b[2K');
  }
}
