import { createHash } from "node:crypto";
import { DomainError } from "#platform/errors/domain-error.ts";
import { readRows } from "#platform/files/read-sheet.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireDepot } from "../db/depots.ts";
import { rangDesTitres, titresDistincts } from "../domain/entete.ts";
import { deposerInput } from "../schemas.ts";
import { actionsDeLOperateur } from "./cadre.ts";

const LIMITES = { rows: 50_000, columns: 200 } as const;
const OCTETS = 20 * 1024 * 1024;

export interface DepotRecu {
  readonly depotId: number;
  /** The same bytes had been put down before. */
  readonly deja: boolean;
  readonly lignes: number;
}

/** A file is kept as received, line by line, before anything of it is believed. The same file twice is one deposit. */
export const deposerTableur = defineUseCase({
  name: "tableur.deposer",
  input: deposerInput,
  droit: "participation:tenir",
  nature: "ecriture",
  trace: ({ nom }, { depotId }: DepotRecu) => ({
    objet: "depot-tableur",
    objetId: depotId,
    details: { nom },
  }),
  async run(context, { structureId, actionId, nom, contenu }): Promise<DepotRecu> {
    const actions = await actionsDeLOperateur(context, structureId);
    if (actionId !== null && !actions.some(({ id }) => id === actionId)) {
      throw refus("action", "Cette action n’est pas de cet opérateur : choisissez-en une autre.");
    }
    if (contenu.length > OCTETS) {
      throw refus("fichier", "Ce fichier dépasse 20 Mo : découpez-le et recommencez.");
    }
    const rows = await readRows(contenu, LIMITES);
    const titres = rangDesTitres(rows);
    const lignes = rows
      .map((cellules, rang) => [rang + 1, cellules] as const)
      .slice(titres + 1)
      .filter(([, cellules]) => cellules.some(Boolean));
    if (titres < 0 || lignes.length === 0) {
      throw refus(
        "fichier",
        "Ce fichier ne contient aucune ligne sous ses titres de colonnes : vérifiez que les séjours sont sur sa première feuille.",
      );
    }
    const { id: depotId, deja } = await inscrireDepot(context.tx, {
      structureId,
      actionId,
      nom,
      empreinte: createHash("sha256").update(contenu).digest("hex"),
      entetes: titresDistincts(rows[titres] ?? []),
      le: context.now,
      par: context.agent.id,
      lignes,
    });
    return { depotId, deja, lignes: lignes.length };
  },
});

function refus(champ: string, message: string): DomainError {
  return new DomainError("tableur.depot", message, { champ });
}
