const LA_POSTE = "356000000";

/**
 * A SIRET has fourteen digits whose key is right (Luhn, ISO/IEC 7812-1). The establishments of La Poste are the
 * exception of the INSEE: the sum of their digits is a multiple of five.
 */
export function siretValide(siret: string): boolean {
  if (!/^\d{14}$/u.test(siret) || /^0+$/u.test(siret)) return false;
  const chiffres = [...siret].map(Number);
  if (luhn(chiffres) % 10 === 0) return true;
  return siret.startsWith(LA_POSTE) && somme(chiffres) % 5 === 0;
}

/** « 356 000 000 00048 » */
export function siretEnMots(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/u, "$1 $2 $3 $4");
}

function luhn(chiffres: readonly number[]): number {
  return somme(
    chiffres.toReversed().map((chiffre, rang) => (rang % 2 === 0 ? chiffre : double(chiffre))),
  );
}

const double = (chiffre: number) => (chiffre > 4 ? chiffre * 2 - 9 : chiffre * 2);

const somme = (nombres: readonly number[]) => nombres.reduce((total, un) => total + un, 0);
