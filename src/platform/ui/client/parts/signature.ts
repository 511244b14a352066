import { all, one } from "./dom.ts";

const DECIMALS = 10;

/** The pen is loaded for the pages where somebody signs, and for them alone. */
export function signatures(): void {
  const frames = all("[data-signature]");
  if (frames.length === 0) return;
  void import("signature_pad").then(({ default: SignaturePad }) => {
    for (const frame of frames) draw(frame, SignaturePad);
  });
}

function draw(frame: HTMLElement, SignaturePad: typeof import("signature_pad").default): void {
  const canvas = one<HTMLCanvasElement>("canvas", frame);
  const field = one<HTMLInputElement>("input", frame);
  if (canvas === null || field === null) return;
  const scale = window.devicePixelRatio || 1;
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = width * scale;
  canvas.height = height * scale;
  canvas.getContext("2d")?.scale(scale, scale);
  const pad = new SignaturePad(canvas, { minWidth: 0.8, maxWidth: 2.4 });
  const keep = () => {
    field.value = pad.isEmpty()
      ? ""
      : JSON.stringify(
          pad.toData().map(({ points }) => points.map(({ x, y }) => [short(x), short(y)])),
        );
  };
  pad.addEventListener("endStroke", keep);
  one("[data-signature-clear]", frame)?.addEventListener("click", () => {
    pad.clear();
    keep();
  });
}

function short(length: number): number {
  return Math.round(length * DECIMALS) / DECIMALS;
}
