import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase, type Portee } from "#platform/usecase/define-use-case.ts";
import { lectureRessemblante, lecturesProches } from "../db/noms-connus.ts";
import {
  chercherParDebut,
  chercherParNir,
  chercherParNoms,
  chercherParNumero,
  LIMITE_RECHERCHE,
  type Mots,
  type Trouvee,
} from "../db/rechercher.ts";
import { lireRecherche, type Recherche } from "../domain/lire-recherche.ts";
import { rechercherInput } from "../schemas.ts";

export interface Resultats {
  readonly genre: Recherche["genre"];
  readonly trouvees: readonly Trouvee[];
  /** Nobody's names begin so: these are near spellings. */
  readonly approches: boolean;
  readonly limite: number;
}

const TRIGRAMME = 3;

type Trouvailles = Pick<Resultats, "trouvees" | "approches">;

export const rechercher = defineUseCase({
  name: "personne.rechercher",
  input: rechercherInput,
  droit: "personne:lister",
  nature: "lecture",
  // A list of names is not the reading of a file; the file opened next is journaled.
  trace: null,
  async run(context, { q }): Promise<Resultats> {
    const recherche = lireRecherche(q);
    const { trouvees, approches } = await chercher(context, recherche);
    return { genre: recherche.genre, trouvees, approches, limite: LIMITE_RECHERCHE };
  },
});

async function chercher(
  { tx, agent, secrets }: Context,
  recherche: Recherche,
): Promise<Trouvailles> {
  const { portee } = agent;
  switch (recherche.genre) {
    case "vide":
    case "nir-faux":
      return { trouvees: [], approches: false };
    case "nir": {
      const parNir = await chercherParNir(tx, secrets.digest(recherche.nir13), portee);
      const trouvees =
        parNir.length > 0 ? parNir : await chercherParNumero(tx, recherche.chiffres, portee);
      return { trouvees, approches: false };
    }
    case "numero":
      return {
        trouvees: await chercherParNumero(tx, recherche.chiffres, portee),
        approches: false,
      };
    case "mots":
      return chercherDesMots(tx, portee, recherche);
  }
}

/** As typed, then with one slip; looser only when that found nobody. */
async function chercherDesMots(tx: Tx, portee: Portee, recherche: Mots): Promise<Trouvailles> {
  const { mots, naissance } = recherche;
  const [seul = ""] = mots;
  if (mots.length === 1 && seul.length < TRIGRAMME && naissance === null) {
    return { trouvees: await chercherParDebut(tx, seul, portee), approches: false };
  }
  const proches = await chercherAUneFaute(tx, recherche, portee);
  const trouvees =
    proches.length > 0 ? proches : await chercherRessemblantes(tx, recherche, portee);
  return { trouvees, approches: trouvees[0]?.exacte === false };
}

/** Names one slip away are looked for only when those written as typed do not fill the page. */
async function chercherAUneFaute(
  tx: Tx,
  { mots, naissance }: Mots,
  portee: Portee,
): Promise<readonly Trouvee[]> {
  const telsQuels = mots.map((mot) => ({ mot, proches: [] }));
  const exactes = await chercherParNoms(tx, [telsQuels], naissance, portee);
  if (exactes.length === LIMITE_RECHERCHE && exactes.at(-1)?.exacte) return exactes;
  const lectures = await lecturesProches(tx, mots);
  const autre = lectures.flat().some(({ mot, proches }) => proches.some((nom) => nom !== mot));
  return autre ? chercherParNoms(tx, lectures, naissance, portee) : exactes;
}

async function chercherRessemblantes(
  tx: Tx,
  { mots, naissance }: Mots,
  portee: Portee,
): Promise<readonly Trouvee[]> {
  return chercherParNoms(tx, [await lectureRessemblante(tx, mots)], naissance, portee);
}
