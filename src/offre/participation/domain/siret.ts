const LA_POSTE = "356000000";

/** Fourteen digits whose key is right (Luhn); those of La Poste add up to a multiple of five instead. */
export function siretValide(siret: string): boolean {
  if (!/^\d{14}$/.test(siret)) return false;
  const chiffres = [...siret].map(Number);
  const somme = chiffres.reduce((total, chiffre) => total + chiffre, 0);
  if (siret.startsWith(LA_POSTE) && somme % 5 === 0) return true;
  const cle = chiffres.reduce((total, chiffre, rang) => {
    const double = rang % 2 === 0 ? chiffre * 2 : chiffre;
    return total + (double > 9 ? double - 9 : double);
  }, 0);
  return cle % 10 === 0;
}
