/**
 * Contrast ratio of two `#rrggbb` colours, from 1 to 21.
 * Source: WCAG 2.2, definition of « contrast ratio » and « relative luminance ».
 */
export function contraste(a: string, b: string): number {
  const [sombre, claire] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return ((claire ?? 0) + 0.05) / ((sombre ?? 0) + 0.05);
}

function luminance(couleur: string): number {
  const [rouge = 0, vert = 0, bleu = 0] = [1, 3, 5].map((debut) => {
    const canal = Number.parseInt(couleur.slice(debut, debut + 2), 16) / 255;
    return canal <= 0.04045 ? canal / 12.92 : ((canal + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * rouge + 0.7152 * vert + 0.0722 * bleu;
}
