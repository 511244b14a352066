/** A number of persons as one may know it from outside: itself, or only what it stays under. */
export type Effectif = number | { readonly moinsDe: number };
/** Places nobody holds: how many, or how many at least when who is there is withheld. */
export type Libres = number | { readonly auMoins: number };

/** What a total is made of: the persons of one action, or of one territory. */
export interface Feuille {
  readonly nombre: number;
  readonly places: number;
  /** It is in the perimeter of who reads: nothing of it is withheld. */
  readonly ouverte: boolean;
}

interface Cachee {
  readonly nombre: number;
  readonly places: number;
}

/** What of a group is told, and the small counts that stay withheld in it. */
export interface Groupe {
  readonly dit: number;
  readonly libres: number;
  readonly cachees: readonly Cachee[];
}

const somme = (nombres: readonly number[]): number =>
  nombres.reduce((total, nombre) => total + nombre, 0);
const libresDe = ({ nombre, places }: Cachee): number => Math.max(0, places - nombre);

/** Outside the perimeter, one person and up to the threshold excluded are withheld; nobody is told. */
export function grouper({ ouverte, ...feuille }: Feuille, seuil: number): Groupe {
  const cachee = !ouverte && feuille.nombre > 0 && feuille.nombre < seuil;
  return cachee
    ? { dit: 0, libres: 0, cachees: [feuille] }
    : { dit: feuille.nombre, libres: libresDe(feuille), cachees: [] };
}

/**
 * A total tells the sum of what it withholds, by subtraction: it does so only when that sum is itself above the threshold
 * and lets each of its parts vary. Groups are told from the smallest to the largest, the larger ones being made of them.
 */
export function reunir(groupes: readonly Groupe[], seuil: number): Groupe {
  const cachees = groupes.flatMap((groupe) => groupe.cachees);
  const dit = somme(groupes.map((groupe) => groupe.dit));
  const libres = somme(groupes.map((groupe) => groupe.libres));
  if (!dicible(cachees, seuil)) return { dit, libres, cachees };
  const ensemble = {
    nombre: somme(cachees.map(({ nombre }) => nombre)),
    places: somme(cachees.map(({ places }) => places)),
  };
  return { dit: dit + ensemble.nombre, libres: libres + libresDe(ensemble), cachees: [] };
}

function dicible(cachees: readonly Cachee[], seuil: number): boolean {
  const nombre = somme(cachees.map((cachee) => cachee.nombre));
  const plusHaut = cachees.length * (seuil - 1);
  return nombre >= seuil && nombre > cachees.length && nombre < plusHaut;
}

export const effectifDe = ({ dit, cachees }: Groupe, seuil: number): Effectif =>
  cachees.length === 0 ? dit : { moinsDe: dit + cachees.length * (seuil - 1) + 1 };

export const libresDuGroupe = ({ libres, cachees }: Groupe, seuil: number): Libres =>
  cachees.length === 0
    ? libres
    : {
        auMoins:
          libres + somme(cachees.map(({ places }) => libresDe({ places, nombre: seuil - 1 }))),
      };

/** One count by itself. */
export const garderEffectif = (nombre: number, ouverte: boolean, seuil: number): Effectif =>
  effectifDe(grouper({ nombre, places: 0, ouverte }, seuil), seuil);

/** A sum of what is already told teaches nothing more. */
export function additionner(effectifs: readonly Effectif[]): Effectif {
  const plusHaut = somme(effectifs.map(auPlus));
  return effectifs.every((un) => typeof un === "number") ? plusHaut : { moinsDe: plusHaut + 1 };
}

export const auPlus = (effectif: Effectif): number =>
  typeof effectif === "number" ? effectif : effectif.moinsDe - 1;
