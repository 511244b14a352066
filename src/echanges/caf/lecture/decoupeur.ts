import { createHash, type Hash } from "node:crypto";
import { estBlanc } from "./blanc.ts";
import { compterLignes } from "./lignes.ts";

export type BaliseEnregistrement = "InfosFoyerRSA" | "InfoDemandeRSA";

export interface Segment {
  readonly sorte: "preambule" | "enregistrement" | "intrus" | "fin";
  /** View on the bytes read; only the first 64 KB when `taille` says there were more. */
  readonly octets: Buffer;
  readonly taille: number;
  /** Line of the file where the segment starts, from 1. */
  readonly ligne: number;
  readonly defaut: "sans-fin" | "trop-long" | null;
  /** SHA-256 of all the bytes, only where `octets` was cut. */
  readonly empreinte: Buffer | null;
}

interface Debord {
  readonly ligne: number;
  readonly tete: Buffer;
  readonly hash: Hash;
  taille: number;
}

const TAILLE_MAXIMALE = 2 * 1024 * 1024;
const TAILLE_GARDEE = 64 * 1024;
const MARGE = 64;
const BALISES: readonly BaliseEnregistrement[] = ["InfosFoyerRSA", "InfoDemandeRSA"];
const VIDE = Buffer.alloc(0);
const FIN_EN_TETE = "</IdentificationFlux>";
const PIED = "<TransmissionFlux";

/**
 * Cuts a stream of bytes on the tags of its records, whatever they contain: a record without its end
 * tag stops at the next start tag, a record or a gap without end is kept in part and skipped.
 */
export class Decoupeur {
  balise: BaliseEnregistrement | null = null;
  #ouverture: Buffer = VIDE;
  #fermeture: Buffer = VIDE;
  #tampon: Buffer = VIDE;
  #position = 0;
  #ligne = 1;
  #lieu: "dehors" | "dedans" = "dehors";
  #preambule: "attendu" | "rendu" = "attendu";
  #debord: Debord | null = null;

  /** Line reached, from 1. */
  get ligne(): number {
    return this.#ligne;
  }

  *ajouter(morceau: Buffer): Generator<Segment> {
    const reste = this.#tampon.subarray(this.#position);
    this.#tampon = reste.length === 0 ? morceau : Buffer.concat([reste, morceau]);
    this.#position = 0;
    for (;;) {
      const segments = this.#lieu === "dedans" ? this.#sortir() : this.#entrer();
      if (segments === null) break;
      yield* segments;
    }
    this.#absorber();
  }

  *terminer(): Generator<Segment> {
    const pied = this.#chercherPied();
    if (this.#lieu === "dedans") yield this.#prendre("enregistrement", pied, "sans-fin");
    else yield* this.#prendreIntervalle(pied);
    if (pied < this.#tampon.length) yield* this.#prendrePied();
  }

  #entrer(): Iterable<Segment> | null {
    const debut = this.#chercherOuverture(this.#position);
    if (this.#preambule === "attendu") {
      const enTete = this.#tampon.indexOf(FIN_EN_TETE, this.#position);
      if (enTete !== -1 && (debut === -1 || enTete < debut)) {
        return [this.#prendrePreambule(enTete + FIN_EN_TETE.length)];
      }
    }
    if (debut === -1) return null;
    this.#lieu = "dedans";
    return this.#prendreIntervalle(debut);
  }

  #prendrePreambule(jusqua: number): Segment {
    this.#preambule = "rendu";
    return this.#prendre("preambule", jusqua, null);
  }

  #sortir(): Iterable<Segment> | null {
    const suivant = this.#chercherOuverture(this.#position + (this.#debord === null ? 1 : 0));
    const fin = this.#chercherFermeture(suivant);
    if (fin !== -1) {
      this.#lieu = "dehors";
      return [this.#prendre("enregistrement", fin, null)];
    }
    return suivant === -1 ? null : [this.#prendre("enregistrement", suivant, "sans-fin")];
  }

  #chercherOuverture(depuis: number): number {
    if (this.balise === null) this.#choisirBalise();
    if (this.balise === null) return -1;
    return chercherBalise(this.#tampon, this.#ouverture, depuis, DEBUT_SUIVI_DE);
  }

  #choisirBalise(): void {
    let premiere = Number.POSITIVE_INFINITY;
    for (const balise of BALISES) {
      const ouverture = Buffer.from(`<${balise}`);
      const index = chercherBalise(this.#tampon, ouverture, this.#position, DEBUT_SUIVI_DE);
      if (index === -1 || index >= premiere) continue;
      premiere = index;
      this.balise = balise;
      this.#ouverture = ouverture;
      this.#fermeture = Buffer.from(`</${balise}`);
    }
  }

  /** Position after the end tag, if it comes before the next start tag. */
  #chercherFermeture(suivant: number): number {
    const fin = chercherBalise(this.#tampon, this.#fermeture, this.#position, FIN_SUIVIE_DE);
    if (fin === -1 || (suivant !== -1 && suivant < fin)) return -1;
    const chevron = this.#tampon.indexOf(0x3e, fin + this.#fermeture.length);
    return chevron === -1 ? -1 : chevron + 1;
  }

  #chercherPied(): number {
    const pied = this.#tampon.indexOf(PIED, this.#position);
    if (pied !== -1) return pied;
    if (this.#lieu === "dedans" || this.#preambule === "attendu") return this.#tampon.length;
    const racine = this.#tampon.indexOf("</", this.#position);
    return racine === -1 ? this.#tampon.length : racine;
  }

  *#prendreIntervalle(jusqua: number): Generator<Segment> {
    if (this.#preambule === "attendu") {
      yield this.#prendrePreambule(jusqua);
      return;
    }
    if (jusqua === this.#position && this.#debord === null) return;
    const intervalle = this.#prendre("intrus", jusqua, null);
    if (intervalle.taille > intervalle.octets.length || !estBlanc(intervalle.octets)) {
      yield intervalle;
    }
  }

  *#prendrePied(): Generator<Segment> {
    const fermeture = this.#tampon.lastIndexOf("</");
    const chevron = fermeture < this.#position ? -1 : this.#tampon.indexOf(0x3e, fermeture);
    const jusqua = chevron === -1 ? this.#tampon.length : chevron + 1;
    yield this.#prendre("fin", jusqua, null);
    yield* this.#prendreIntervalle(this.#tampon.length);
  }

  #prendre(sorte: Segment["sorte"], jusqua: number, defaut: "sans-fin" | null): Segment {
    const octets = this.#tampon.subarray(this.#position, jusqua);
    const debord = this.#debord ?? this.#siTropLong(octets);
    const ligne = debord?.ligne ?? this.#ligne;
    if (this.#debord !== null) verser(this.#debord, octets);
    this.#debord = null;
    this.#position = jusqua;
    this.#ligne += compterLignes(octets);
    if (debord === null) {
      return { sorte, octets, taille: octets.length, ligne, defaut, empreinte: null };
    }
    const empreinte = debord.hash.digest();
    const { tete, taille } = debord;
    return { sorte, octets: tete, taille, ligne, defaut: defaut ?? "trop-long", empreinte };
  }

  #siTropLong(octets: Buffer): Debord | null {
    return octets.length > TAILLE_MAXIMALE ? ouvrirDebord(octets, this.#ligne) : null;
  }

  /** Bounds the memory: what is too long to be a record is hashed, counted and dropped. */
  #absorber(): void {
    const reste = this.#tampon.length - this.#position;
    const permis = this.#debord === null ? TAILLE_MAXIMALE : MARGE;
    if (reste <= permis + MARGE) return;
    const octets = this.#tampon.subarray(this.#position, this.#tampon.length - MARGE);
    if (this.#debord === null) this.#debord = ouvrirDebord(octets, this.#ligne);
    else verser(this.#debord, octets);
    this.#ligne += compterLignes(octets);
    this.#position += octets.length;
  }
}

function ouvrirDebord(octets: Buffer, ligne: number): Debord {
  const tete = Buffer.from(octets.subarray(0, TAILLE_GARDEE));
  return { ligne, tete, taille: octets.length, hash: createHash("sha256").update(octets) };
}

function verser(debord: Debord, octets: Buffer): void {
  debord.hash.update(octets);
  debord.taille += octets.length;
}

const DEBUT_SUIVI_DE = new Set([0x3e, 0x2f, 0x20, 0x09, 0x0a, 0x0d]);
const FIN_SUIVIE_DE = new Set([0x3e, 0x20, 0x09, 0x0a, 0x0d]);

function chercherBalise(
  tampon: Buffer,
  balise: Buffer,
  depuis: number,
  suivis: ReadonlySet<number>,
): number {
  let index = tampon.indexOf(balise, depuis);
  while (index !== -1) {
    const suivant = tampon[index + balise.length];
    if (suivant === undefined) return -1;
    if (suivis.has(suivant)) return index;
    index = tampon.indexOf(balise, index + 1);
  }
  return -1;
}
