import type { Tx } from "#platform/db/tx.ts";
import { type Context, defineUseCase, type Portee } from "#platform/usecase/define-use-case.ts";
import {
  chercherParDebut,
  chercherParGraphies,
  chercherParNir,
  chercherParNumero,
  chercherPresque,
  chercherUnMotSurPlusieurs,
  LIMITE_RECHERCHE,
  type Mots,
  type Trouvee,
} from "../db/rechercher.ts";
import { graphies, lireRecherche, type Recherche } from "../domain/lire-recherche.ts";
import { rechercherInput } from "../schemas.ts";

export interface Resultats {
  readonly genre: Recherche["genre"];
  readonly trouvees: readonly Trouvee[];
  /** Nobody is written so: these are near spellings. */
  readonly approches: boolean;
  readonly limite: number;
}

/** Likeness asked of each word: a letter wrong in a long name, then in a short one. */
const SEUILS = [0.55, 0.4];
const TRIGRAMME = 3;
const MOYENNE = 0.6;

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

/** As typed first; each next way is looser, and is tried only when the one before found nobody. */
async function chercherDesMots(tx: Tx, portee: Portee, recherche: Mots): Promise<Trouvailles> {
  const { mots, naissance } = recherche;
  const [seul = ""] = mots;
  if (mots.length === 1 && seul.length < TRIGRAMME && naissance === null) {
    return { trouvees: await chercherParDebut(tx, seul, portee), approches: false };
  }
  const exactes = await chercherParGraphies(
    tx,
    mots.map((mot) => [mot]),
    naissance,
    portee,
  );
  if (exactes.length > 0) return { trouvees: exactes, approches: false };
  const essais = [
    () => chercherParGraphies(tx, mots.map(graphies), naissance, portee),
    ...SEUILS.map((seuil) => () => chercherPresque(tx, recherche, portee, seuil)),
    () => chercherUnMotSurPlusieurs(tx, recherche, portee, MOYENNE),
  ];
  for (const essai of essais) {
    const proches = await essai();
    if (proches.length > 0) return { trouvees: proches, approches: true };
  }
  return { trouvees: [], approches: false };
}
