import type { Tx } from "#platform/db/tx.ts";
import { type Valeurs, valeursExemple } from "../domain/champs.ts";
import type { LettreFigee } from "../domain/lettre.ts";
import type { DemandeCourriers } from "../usecases/emettre-courriers.ts";

export const uneAdresse = "12 rue des Jacobins\n80000 AMIENS";

export function valeursDEssai(personneId: number): Valeurs {
  return {
    ...valeursExemple,
    "personne.nom-complet": `Mme Alice Exemple${personneId}`,
    "personne.adresse": uneAdresse,
  };
}

export const lireChampsDEssai: DemandeCourriers["lireChamps"] = (_, personnes) =>
  Promise.resolve(new Map(personnes.map((id) => [id, valeursDEssai(id)])));

/** A notification of orientation to these persons, with everything it needs. */
export function demande(personnes: readonly number[]): DemandeCourriers {
  return {
    modele: { usage: "notification-orientation" },
    personnes: personnes.map((personneId) => ({ personneId, objetId: personneId * 10 })),
    moyen: "lettre-simple",
    objet: "orientation",
    lireChamps: lireChampsDEssai,
  };
}

export async function contenuDe(tx: Tx, id: number): Promise<LettreFigee> {
  const [courrier] = await tx.query<{ contenu: LettreFigee }>(
    "select contenu from courrier where id = $1",
    [id],
  );
  if (!courrier) throw new Error("courrier");
  return courrier.contenu;
}
