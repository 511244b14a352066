import { contrast, isHex } from "./color.ts";

export interface FrameColours {
  readonly primary: string;
  readonly secondary: string;
}

const WHITE = "#ffffff";
const READABLE = 4.5;

export const defaultColours: FrameColours = { primary: "#12343f", secondary: "#58b3a6" };

/** Why this colour cannot dress the frame, as a sentence for who chose it; null when it can. */
export function contrastProblem(hex: string): string | null {
  if (!isHex(hex)) {
    return "Écrivez la couleur avec un dièse et six chiffres ou lettres, par exemple #12343f.";
  }
  const ratio = contrast(hex, WHITE);
  if (ratio >= READABLE) return null;
  const shown = ratio.toFixed(1).replace(".", ",");
  return `Le texte blanc n’est pas lisible sur cette couleur (contraste ${shown}, il faut 4,5). Choisissez une teinte plus foncée.`;
}

/**
 * The sheet served at `/<département>/theme.css`. A colour that `contrastProblem` refuses is never written:
 * it may come from a référentiel that nobody checked, and goes into a style sheet.
 */
export function themeCss({ primary, secondary }: FrameColours): string {
  const frame = contrastProblem(primary) === null ? primary : defaultColours.primary;
  const accent = isHex(secondary) ? secondary : defaultColours.secondary;
  return `:root{--frame:${frame};--frame-ink:${WHITE};--accent:${accent}}\n`;
}
