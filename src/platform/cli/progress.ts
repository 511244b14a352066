const REFRESH_MS = 100;
const WIDTH = 30;
const number = new Intl.NumberFormat("fr-FR");

interface Terminal {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  show(done: number, total: number, label: string): void;
  clear(): void;
}

export function createProgress(terminal: Terminal): Progress {
  let drawn = 0;
  return {
    show(done, total, label) {
      if (terminal.isTTY !== true) return;
      const now = Date.now();
      if (now - drawn < REFRESH_MS && done < total) return;
      drawn = now;
      terminal.write(`\r\u001B[2K${bar(done, total)} ${label}`);
    },
    clear() {
      if (drawn > 0) terminal.write("\r\u001B[2K");
      drawn = 0;
    },
  };
}

/** A total of zero is one not known yet. */
export function bar(done: number, total: number): string {
  if (total <= 0) return number.format(done);
  const ratio = Math.min(1, done / total);
  const full = Math.round(ratio * WIDTH);
  const percent = `${Math.floor(ratio * 100)} %`.padStart(5);
  return `${"█".repeat(full)}${"░".repeat(WIDTH - full)} ${percent}  ${number.format(done)} / ${number.format(total)}`;
}
