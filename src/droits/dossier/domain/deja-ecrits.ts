/** What identifies one declared person, as a run remembers having written it. */
export interface Repere {
  /** Keyed hash of the NIR, in hexadecimal. */
  readonly nir: string | null;
  readonly cleIdentite: string | null;
  readonly dateNaissance: string | null;
}

/**
 * Everything a run that began on an empty base has written: what is not in here is not in the base either,
 * and needs no query. It may answer yes for what was rejected since, never no for what is there.
 */
export class DejaEcrits {
  readonly #demandes = new EmpreintesVues();
  readonly #nirs = new EmpreintesVues();
  readonly #cles = new EmpreintesVues();
  readonly #naissancesSansNir = new Set<number>();

  /** Notes one household. True when it may meet what was noted before, or names one human twice. */
  noter(demande: string, reperes: readonly Repere[]): boolean {
    let vue = this.#demandes.noter(demande);
    for (const { nir, cleIdentite, dateNaissance } of reperes) {
      if (nir !== null) vue = this.#nirs.noter(nir) || vue;
      else if (dateNaissance !== null) this.#naissancesSansNir.add(enNombre(dateNaissance));
      if (cleIdentite !== null) vue = this.#cles.noter(cleIdentite) || vue;
    }
    return vue;
  }

  /** Whether this newcomer, once noted, may look like somebody: one of the two has no NIR, and the birth date is the same. */
  peutRessembler({ nir, dateNaissance }: Repere): boolean {
    if (dateNaissance === null) return false;
    return nir === null || this.#naissancesSansNir.has(enNombre(dateNaissance));
  }
}

const enNombre = (jour: string): number => Number(jour.replaceAll("-", ""));

const LIBRE = 0;
const PLACES = 1 << 16;

/**
 * A set of texts of which only a number of 52 bits is kept, eight bytes each: a million of them must not
 * weigh on the memory of an import.
 */
class EmpreintesVues {
  #places = new Float64Array(PLACES);
  #nombre = 0;

  /** True when the text was already there. */
  noter(texte: string): boolean {
    const empreinte = condenser(texte);
    const place = this.#placeDe(empreinte);
    if (this.#places[place] === empreinte) return true;
    this.#places[place] = empreinte;
    this.#nombre += 1;
    if (this.#nombre * 2 > this.#places.length) this.#agrandir();
    return false;
  }

  /** Where it is, or the first free place after where it should be. */
  #placeDe(empreinte: number): number {
    const masque = this.#places.length - 1;
    let place = empreinte % this.#places.length;
    while (this.#places[place] !== LIBRE && this.#places[place] !== empreinte)
      place = (place + 1) & masque;
    return place;
  }

  #agrandir(): void {
    const anciennes = this.#places;
    this.#places = new Float64Array(anciennes.length * 2);
    for (const empreinte of anciennes) {
      if (empreinte !== LIBRE) this.#places[this.#placeDe(empreinte)] = empreinte;
    }
  }
}

/** Two sums of 32 bits with different multipliers, 52 bits of which are kept; never zero. */
function condenser(texte: string): number {
  let haut = 0x9e3779b9;
  let bas = 0x85ebca6b;
  for (let place = 0; place < texte.length; place += 1) {
    const code = texte.charCodeAt(place);
    haut = Math.imul(haut ^ code, 0x5bd1e995);
    bas = Math.imul(bas ^ code, 0x1b873593);
  }
  haut = Math.imul(haut ^ (haut >>> 16), 0x85ebca6b) ^ (bas >>> 13);
  bas = Math.imul(bas ^ (bas >>> 16), 0xc2b2ae35) ^ (haut >>> 15);
  return ((haut >>> 0) & 0xfffff) * 0x100000000 + (bas >>> 0) + 1;
}
