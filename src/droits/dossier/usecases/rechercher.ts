import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  chercherParMots,
  chercherParNir,
  chercherParNumero,
  chercherPresque,
  chercherUnMotSurPlusieurs,
  LIMITE_RECHERCHE,
  type Trouvee,
} from "../db/rechercher.ts";
import { lireRecherche, type Recherche } from "../domain/lire-recherche.ts";
import { rechercherInput } from "../schemas.ts";

export interface Resultats {
  readonly genre: Recherche["genre"];
  readonly trouvees: readonly Trouvee[];
  /** Nobody is written so: these are near spellings. */
  readonly approches: boolean;
  readonly limite: number;
}

/** One letter wrong, then two letters in each other's place. */
const SEUILS = [0.55, 0.4, 0.33];
const MOYENNE = 0.6;

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
): Promise<Pick<Resultats, "trouvees" | "approches">> {
  const { portee } = agent;
  switch (recherche.genre) {
    case "vide":
    case "nir-faux":
      return { trouvees: [], approches: false };
    case "nir": {
      const parNir = await chercherParNir(tx, secrets.digest(recherche.nir13), portee);
      const trouvees = parNir.length > 0 ? parNir : await chercherParNumero(tx, recherche.chiffres, portee);
      return { trouvees, approches: false };
    }
    case "numero":
      return { trouvees: await chercherParNumero(tx, recherche.chiffres, portee), approches: false };
    case "mots": {
      const exactes = await chercherParMots(tx, recherche, portee);
      if (exactes.length > 0) return { trouvees: exactes, approches: false };
      for (const seuil of SEUILS) {
        const proches = await chercherPresque(tx, recherche, portee, seuil);
        if (proches.length > 0) return { trouvees: proches, approches: true };
      }
      const surUnMot = await chercherUnMotSurPlusieurs(tx, recherche, portee, MOYENNE);
      return { trouvees: surUnMot, approches: surUnMot.length > 0 };
    }
  }
}
