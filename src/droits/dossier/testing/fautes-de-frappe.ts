import fc from "fast-check";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz";

export const lettres = fc.constantFrom(...ALPHABET);

/** One slip of the keyboard, wherever it falls in the name it is given. */
export const fauteDeFrappe: fc.Arbitrary<(nom: string) => string> = fc
  .record({
    sorte: fc.constantFrom("oubliee", "en-trop", "changee", "echangee"),
    place: fc.nat(),
    lettre: lettres,
  })
  .map(({ sorte, place, lettre }) => (nom: string) => {
    const rang = place % nom.length;
    const [avant, ici, apres] = [nom.slice(0, rang), nom.charAt(rang), nom.slice(rang + 1)];
    switch (sorte) {
      case "oubliee":
        return avant + apres;
      case "en-trop":
        return avant + lettre + ici + apres;
      case "changee":
        return avant + lettre + apres;
      case "echangee":
        return avant + apres.slice(0, 1) + ici + apres.slice(1);
    }
  });

/** Every word one slip away, found the long way round. */
export function toutesLesFautes(nom: string): ReadonlySet<string> {
  const fautes = new Set<string>();
  for (let rang = 0; rang <= nom.length; rang += 1) {
    const [avant, apres] = [nom.slice(0, rang), nom.slice(rang)];
    fautes.add(avant + apres.slice(1));
    fautes.add(avant + apres.slice(1, 2) + apres.slice(0, 1) + apres.slice(2));
    for (const lettre of ALPHABET) {
      fautes.add(avant + lettre + apres);
      fautes.add(avant + lettre + apres.slice(1));
    }
  }
  return fautes;
}
