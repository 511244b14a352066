import { reprendreRestitutions } from "#financement/restitution-mensuelle";
import { lireActions } from "#offre/catalogue";
import { readRows } from "#platform/files/read-sheet.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { actionsNommees } from "../domain/actions-nommees.ts";
import { exigerColonnes, feuilleDe } from "../domain/feuille.ts";
import {
  colonnesAbsentes,
  lecteurDeRestitutions,
  type RestitutionEcrite,
} from "../domain/lire-restitution.ts";
import { enOrdre, type LigneRefusee, limitesReprise, reprendreFichierInput } from "./reprise.ts";

export interface RestitutionsDuFichier {
  /** Lines under the titles: taken, unchanged or refused, each once. */
  readonly lues: number;
  readonly reprises: number;
  readonly inchangees: number;
  readonly refusees: readonly LigneRefusee[];
}

/** The returns of a former tool, from its spreadsheet: each line is taken, known already, or refused with all its reasons. */
export const reprendreFichierRestitutions = defineUseCase({
  name: "tableur.reprendre-restitutions",
  input: reprendreFichierInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: null,
  async run(context, { contenu }): Promise<RestitutionsDuFichier> {
    const rows = await readRows(contenu, limitesReprise);
    const feuille = feuilleDe(
      rows,
      rows.findIndex((cellules) => cellules.some(Boolean)),
    );
    exigerColonnes(colonnesAbsentes(feuille));
    const { portee } = context.agent;
    const lire = lecteurDeRestitutions(
      feuille,
      actionsNommees(await lireActions(context.tx, { portee })),
    );
    const ecrites: (RestitutionEcrite & { readonly ligne: number })[] = [];
    const illisibles: LigneRefusee[] = [];
    for (const { ligne, cellules } of feuille.lignes) {
      const lue = lire(cellules);
      if ("refus" in lue) illisibles.push({ ligne, raisons: lue.refus });
      else ecrites.push({ ...lue, ligne });
    }
    const vide = { reprises: 0, inchangees: 0, refusees: [] } as const;
    const fait =
      ecrites.length === 0
        ? vide
        : await reprendreRestitutions.within(context, context.journal, { restitutions: ecrites });
    const refusees = fait.refusees.map(({ ligne, message }) => ({
      ligne: ecrites[ligne - 1]?.ligne ?? 0,
      raisons: [message],
    }));
    return {
      lues: feuille.lignes.length,
      reprises: fait.reprises,
      inchangees: fait.inchangees,
      refusees: enOrdre([...illisibles, ...refusees]),
    };
  },
});
