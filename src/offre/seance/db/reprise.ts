import type { Tx } from "#platform/db/tx.ts";
import type { Presence } from "../domain/natures.ts";
import type { NouvelleSeance } from "./seances.ts";

export interface SeanceReprise extends Omit<NouvelleSeance, "serieId"> {
  readonly autres: number;
  readonly inscriptions: readonly {
    readonly personneId: number;
    readonly presence: Presence;
    readonly rsa: boolean | null;
  }[];
}

interface Auteur {
  readonly le: string;
  readonly par: number | null;
  readonly nom: string;
}

const COLONNES_SEANCE = [
  ...["id", "action_id", "structure_id", "territoire_id", "nature", "titre", "description", "lieu"],
  ...["jour", "debut", "fin", "capacite", "cout_centimes", "animateurs", "mixte"],
  ...["autres_presents", "creee_le", "creee_par", "close_le", "close_par", "version"],
];

const COLONNES_INSCRIPTION = [
  ...["seance_id", "personne_id", "etat", "inscrite_le", "inscrite_par", "inscrite_par_nom"],
  ...["presence", "presence_notee_le", "presence_notee_par", "rsa"],
];

/** Past sessions with who came, written closed. Gives their numbers in order. */
export async function inscrireSeancesReprises(
  tx: Tx,
  reprises: readonly SeanceReprise[],
  auteur: Auteur,
): Promise<readonly number[]> {
  const numeros = await tx.query<{ id: number }>(
    `select nextval(pg_get_serial_sequence('seance', 'id'))::int as id from generate_series(1, $1::int)`,
    [reprises.length],
  );
  const ids = numeros.map(({ id }) => id);
  await tx.copyRows("seance", COLONNES_SEANCE, lignesSeance(reprises, ids, auteur));
  await tx.copyRows("inscription_seance", COLONNES_INSCRIPTION, lignesVenue(reprises, ids, auteur));
  return ids;
}

/** As acts leave a session: made, how many others came, closed. */
const VERSION_CLOSE = 3;

function* lignesSeance(
  reprises: readonly SeanceReprise[],
  ids: readonly number[],
  { le, par }: Auteur,
): Generator<readonly unknown[]> {
  for (const [rang, une] of reprises.entries()) {
    yield [
      ...[ids[rang], une.actionId, une.structureId, une.territoireId, une.nature, une.titre],
      ...[une.description, une.lieu, une.jour, une.debut, une.fin, une.capacite, une.cout],
      ...[une.animateurs, une.mixte, une.autres, le, par, une.jour, par, VERSION_CLOSE],
    ];
  }
}

function* lignesVenue(
  reprises: readonly SeanceReprise[],
  ids: readonly number[],
  { par, nom }: Auteur,
): Generator<readonly unknown[]> {
  for (const [rang, { jour, inscriptions }] of reprises.entries()) {
    for (const { personneId, presence, rsa } of inscriptions) {
      yield [ids[rang], personneId, "inscrite", jour, par, nom, presence, jour, par, rsa];
    }
  }
}
