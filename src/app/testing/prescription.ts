import { prescrire } from "#accompagnement/prescription";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { unContratSigne, unePersonneOrientee } from "./contrat.ts";
import { lignes } from "./foyers-inscrits.ts";
import { auNord, uneAction } from "./offre.ts";

/** The day the tests run. */
export const AUJOURDHUI = "2026-11-22";

/** Someone of Amiens, oriented and under contract since 10 November 2026, in a département that has actions. */
export async function unePersonneAPlacer(deps: Deps, prenom = "ALICE"): Promise<number> {
  const personneId = await unePersonneOrientee(deps, prenom);
  await unContratSigne(deps, personneId);
  return personneId;
}

/** Territory of the address of a person. */
export async function territoireDe(deps: Deps, personneId: number): Promise<number> {
  const [lu] = await lignes<{ id: number }>(
    deps,
    `select tc.territoire_id as id from situation_personne s
     join territoire_commune tc on tc.code_commune = s.code_commune and tc.periode @> $2::date
     where s.personne_id = $1`,
    [personneId, AUJOURDHUI],
  );
  return lu?.id ?? 0;
}

/** An action of the Nord’s programme, on the territory of this person, that receives her orientation. */
export async function uneActionPour(
  deps: Deps,
  personneId: number,
  voulue: NonNullable<Parameters<typeof uneAction>[1]> = {},
): Promise<number> {
  return uneAction(deps, {
    territoireId: await territoireDe(deps, personneId),
    ficheCode: "vi-2",
    ficheType: "parcours",
    ...voulue,
  });
}

export async function unePrescription(
  deps: Deps,
  { personneId, actionId }: { readonly personneId: number; readonly actionId: number },
): Promise<number> {
  const { prescriptionId } = await prescrire.execute(auNord(deps), unAgent({ nom: "Rémi Un" }), {
    personneId,
    actionId,
    objectif: "Retrouver un rythme et reprendre confiance",
  });
  return prescriptionId;
}

export interface PrescriptionLue {
  readonly etat: string;
  readonly etat_le: string;
  readonly repondue: string | null;
  readonly sejour_id: number | null;
  readonly version: number;
}

export async function prescriptionLue(
  deps: Deps,
  id: number,
): Promise<PrescriptionLue | undefined> {
  const [lue] = await lignes<PrescriptionLue>(
    deps,
    `select etat, etat_le::text, repondue_le::text as repondue, sejour_id, version from prescription where id = $1`,
    [id],
  );
  return lue;
}

export async function gestesDe(deps: Deps, id: number): Promise<readonly string[]> {
  const lus = await lignes<{ geste: string }>(
    deps,
    "select geste from prescription_evenement where prescription_id = $1 order by id",
    [id],
  );
  return lus.map(({ geste }) => geste);
}
