/** What identifies one declared person, as a run remembers having written it. */
export interface Repere {
  /** Keyed hash of the NIR, in hexadecimal. */
  readonly nir: string | null;
  readonly cleIdentite: string | null;
  readonly dateNaissance: string | null;
}

/** Of one batch: what an earlier one may have written, and has to be looked for in the base. */
export interface ARechercher {
  readonly demandes: readonly string[];
  readonly nirs: readonly string[];
  readonly cles: readonly string[];
  /** Whether this newcomer may look like somebody: one of the two has no NIR, and the birth date is the same. */
  readonly peutRessembler: (repere: Repere) => boolean;
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
  #jusqua = 0;

  /**
   * Notes a batch `(depuis, jusqua]` and says what of it to look for. One that does not follow the last
   * noted, cut in two after a refusal, has to look for everything: null.
   */
  noter(
    { depuis, jusqua }: { readonly depuis: number; readonly jusqua: number },
    demandes: readonly string[],
    reperes: readonly Repere[],
  ): ARechercher | null {
    const suit = depuis === this.#jusqua;
    this.#jusqua = Math.max(this.#jusqua, jusqua);
    for (const { nir, dateNaissance } of reperes) {
      if (nir === null && dateNaissance !== null)
        this.#naissancesSansNir.add(enNombre(dateNaissance));
    }
    const recherche = {
      demandes: this.#demandes.dejaVues(demandes),
      nirs: this.#nirs.dejaVues(reperes.flatMap(({ nir }) => nir ?? [])),
      cles: this.#cles.dejaVues(reperes.flatMap(({ cleIdentite }) => cleIdentite ?? [])),
      peutRessembler: ({ nir, dateNaissance }: Repere) =>
        dateNaissance !== null &&
        (nir === null || this.#naissancesSansNir.has(enNombre(dateNaissance))),
    };
    return suit ? recherche : null;
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

  /** The texts already seen before this call, each once; all of them are seen from now on. */
  dejaVues(textes: readonly string[]): readonly string[] {
    const vues = new Set<string>();
    const nouveaux: number[] = [];
    for (const texte of textes) {
      const empreinte = condenser(texte);
      if (this.#contient(empreinte)) vues.add(texte);
      else nouveaux.push(empreinte);
    }
    for (const empreinte of nouveaux) this.#ajouter(empreinte);
    return [...vues];
  }

  #contient(empreinte: number): boolean {
    return this.#places[this.#placeDe(empreinte)] === empreinte;
  }

  #ajouter(empreinte: number): void {
    const place = this.#placeDe(empreinte);
    if (this.#places[place] === empreinte) return;
    this.#places[place] = empreinte;
    this.#nombre += 1;
    if (this.#nombre * 2 > this.#places.length) this.#agrandir();
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
