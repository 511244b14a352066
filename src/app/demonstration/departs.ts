import { preparerTransmission, transmettreLesPersonnes } from "#accompagnement/parcours";
import { accueillirReferent, listerReferents, quitterReferent } from "#commun/structure";
import { sql } from "#platform/db/list/sql.ts";
import { type Circuit, siPossible } from "./circuit.ts";

/** Caseloads somebody new takes over whole. */
const REPRENABLES = { min: 9, max: 30 } as const;

/** Somebody leaves, everybody she followed is written to: her colleagues have them, or who is hired in her place. */
export async function remplacerUnDepart(
  circuit: Circuit,
  saufReferentId: number | null,
): Promise<void> {
  const le = circuit.ilYA(4);
  const referents = await circuit.faire(listerReferents, le, { structureId: null });
  const equipes = Map.groupBy(referents, ({ structureId }) => structureId);
  const enPoste = referents.filter(
    ({ du, jusque, id }) => du < le && jusque === null && id !== saufReferentId,
  );
  for (const partant of enPoste.toReversed()) {
    if ((equipes.get(partant.structureId) ?? []).length === 1) continue;
    const choix = await repris(circuit, partant.id, le);
    if (choix.length > 0 && choix.length <= 60 && (await partir(circuit, partant, { le, choix }))) {
      return;
    }
  }
  await remplacerParUneArrivee(circuit, enPoste, le);
}

type Partant = Awaited<ReturnType<typeof listerReferents.execute>>[number];
type Choix = readonly { readonly personneId: number; readonly referentId: number }[];

/** Who takes each person over; nobody when one would be left. */
async function repris(circuit: Circuit, referentId: number, le: string): Promise<Choix> {
  const { personnes } = await circuit.faire(preparerTransmission, le, { referentId });
  const choix = personnes.flatMap(({ personneId, propose }) =>
    propose === null ? [] : [{ personneId, referentId: propose }],
  );
  return choix.length === personnes.length ? choix : [];
}

async function partir(
  circuit: Circuit,
  { id }: Partant,
  { le, choix }: { readonly le: string; readonly choix: Choix },
): Promise<boolean> {
  const transmis = await siPossible(
    circuit.faire(transmettreLesPersonnes, le, {
      ...{ deReferentId: id, choix: [...choix], ecrire: true },
      motif: "Départ vers un autre service",
    }),
  );
  if (!transmis) return false;
  return siPossible(circuit.faire(quitterReferent, le, { referentId: id, dernierJour: le }));
}

/** Where teams are full, a post is filled again the day it is left. */
async function remplacerParUneArrivee(
  circuit: Circuit,
  enPoste: readonly Partant[],
  le: string,
): Promise<void> {
  const suivies = await circuit.presents(sql`s.beneficiaire and s.referent_id is not null`);
  const parReferent = Map.groupBy(suivies, ({ referentId }) => referentId);
  const partant = enPoste.find(({ id }) => {
    const nombre = parReferent.get(id)?.length ?? 0;
    return nombre >= REPRENABLES.min && nombre <= REPRENABLES.max;
  });
  if (!partant) return;
  const { structureId, fonction, etp, places } = partant;
  await circuit.faire(accueillirReferent, le, {
    ...{ structureId, fonction, etp, places, du: le },
    ...{ qualite: "Mme", nom: "Rossignol", prenom: "Inès" },
    ...{ courriel: "ines.rossignol@exemple.fr", telephone: "03 00 00 10 30", agentId: null },
  });
  const choix = await repris(circuit, partant.id, le);
  if (choix.length > 0) await partir(circuit, partant, { le, choix });
}
