/** Prints one goal line: what was measured, the figure as a ratio, and whether it reaches "must" and "aim". */
export class Report {
  #lines = [];

  /** @param {{ id: string, text: string, value: number, must: number, aim: number, better: 'higher' | 'lower', unit?: string }} line */
  goal({ id, text, value, must, aim, better, unit = '×' }) {
    const reaches = (goal) => (better === 'higher' ? value >= goal : value <= goal);
    const verdict = reaches(aim) ? 'aim reached' : reaches(must) ? 'must reached' : 'MISSED';
    const sign = better === 'higher' ? '≥' : '≤';
    this.#print(
      `${id.padEnd(3)} ${text}: ${round(value)} ${unit}  (must ${sign} ${must}, aim ${sign} ${aim}) ${verdict}`,
    );
    this.#lines.push({ id, value, verdict });
  }

  note(text) {
    this.#print(`    ${text}`);
  }

  heading(text) {
    this.#print(`\n== ${text}`);
  }

  get missed() {
    return this.#lines.filter((line) => line.verdict === 'MISSED').map((line) => line.id);
  }

  #print(line) {
    process.stdout.write(`${line}\n`);
  }
}

export function round(value) {
  if (!Number.isFinite(value)) return String(value);
  return Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(3);
}
