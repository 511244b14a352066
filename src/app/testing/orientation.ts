import {
  deciderEnLot,
  proposerOrientations,
  transmettrePropositions,
} from "#accompagnement/orientation";
import { chargerReferentiel, versionAu } from "#commun/referentiel";
import { typesDecidables } from "#commun/structure";
import { lireCoordonnees, modifierContact, noterDiagnostic } from "#droits/dossier";
import { chargerCommunes, installerTerritoires } from "#droits/territoire";
import { civilDay } from "#platform/clock/civil-day.ts";
import { unAgent } from "#platform/testing/base.ts";
import { contextOf, type Deps } from "#platform/usecase/define-use-case.ts";
import { unePersonneDeclaree, unFoyerDeclare } from "./foyers.ts";
import { declarer, lignes } from "./foyers-inscrits.ts";

export interface StructureEssai {
  readonly id: number;
  readonly referents: readonly number[];
}

interface Ouverture {
  readonly nom: string;
  readonly types?: readonly string[];
  readonly territoireId?: number | null;
  readonly places?: number | null;
  readonly referents?: readonly { readonly nom: string; readonly places: number | null }[];
}

/** Every type somebody may be oriented to, by the référentiel of the tests. */
export const types: readonly string[] = typesDecidables("somme-2025", "2026-11-22").map(
  ({ code }) => code,
);

/** A structure open for some types, whatever its class, with its places and its team. */
export async function ouvrir(
  deps: Deps,
  { nom, territoireId = null, places = 10, ...reste }: Ouverture,
): Promise<StructureEssai> {
  return deps.base.transaction(async (tx) => {
    const [structure] = await tx.query<{ id: number }>(
      "insert into structure (nom, classe, periode) values ($1, 'association', '[2025-01-01,)') returning id",
      [nom],
    );
    const id = structure?.id ?? 0;
    await tx.query(
      `with t as (select unnest($2::text[]) as type),
       s as (insert into structure_secteur (structure_id, type_orientation, territoire_id, periode)
         select $1, type, $3, '[2025-01-01,)' from t)
       insert into capacite (structure_id, type_orientation, places, periode)
       select $1, type, $4, '[2025-01-01,)' from t where $4::int is not null`,
      [id, reste.types ?? types, territoireId, places],
    );
    const referents = await tx.query<{ id: number }>(
      `insert into referent (structure_id, nom, prenom, fonction, places, periode)
       select $1, r.nom, 'Rémi', 'conseiller', r.places, '[2025-01-01,)'
       from jsonb_to_recordset($2::jsonb) as r(nom text, places int) returning id`,
      [id, JSON.stringify(reste.referents ?? [{ nom: "Un", places: 60 }])],
    );
    return { id, referents: referents.map((referent) => referent.id) };
  });
}

/** One household of one person each, by first name, at Amiens. */
export function foyersDe(prenoms: readonly string[]) {
  return prenoms.map((prenom, rang) =>
    unFoyerDeclare({
      numeroDemande: `8000000${String(rang + 1).padStart(4, "0")}`,
      organisme: {
        famille: "CAF",
        numero: "801",
        matricule: `1234567${String(rang + 1).padStart(4, "0")}0000`,
      },
      personnes: [unePersonneDeclaree({ prenom, nir: nirDe(rang) })],
      contacts: [],
    }),
  );
}

function nirDe(rang: number): string {
  return `28504800${String(21001 + rang).padStart(5, "0")}`;
}

export async function unePopulation(deps: Deps, prenoms: readonly string[]): Promise<void> {
  await deps.base.transaction(async (tx) => {
    await chargerCommunes(tx);
    await installerTerritoires(tx, chargerReferentiel("somme-2025"));
  });
  await declarer(deps, "2026-10-31", foyersDe(prenoms));
}

export interface PropositionLue {
  readonly id: number;
  readonly version: number;
  readonly personneId: number;
  readonly prenom: string;
  readonly type: string | null;
  readonly etape: string;
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly obstacle: string | null;
}

export function propositions(deps: Deps): Promise<PropositionLue[]> {
  return lignes<PropositionLue>(
    deps,
    `select p.id, p.version, p.personne_id as "personneId", n.prenom, p.type, p.etape, p.structure_id as "structureId",
       p.referent_id as "referentId", p.obstacle
     from proposition p join personne n on n.id = p.personne_id order by p.id`,
  );
}

/** Proposes for everybody, or these, completes their files, and transmits what the circuit wants transmitted. */
export async function proposer(
  deps: Deps,
  personnes: readonly number[] | null = null,
): Promise<readonly PropositionLue[]> {
  await proposerOrientations.execute(deps, unAgent(), {
    personnes: personnes === null ? null : [...personnes],
  });
  const proposees = (await propositions(deps)).filter(({ etape }) => etape === "proposee");
  const { orientation } = chargerReferentiel(deps.base.departement.referentiel);
  const { circuit } = (versionAu(orientation, civilDay(deps.now())) ?? orientation[0]).valeur;
  if (proposees.length === 0 || !circuit.transmission) return propositions(deps);
  if (circuit.dossierCompletExige) await completer(deps, proposees);
  const { refusees } = await transmettrePropositions.execute(deps, unAgent(), {
    propositions: proposees.map(({ id }) => id),
  });
  if (refusees.length > 0) throw new Error(`not transmitted: ${JSON.stringify(refusees)}`);
  return propositions(deps);
}

/** What the files of these tests lack, given by the acts that give it: a telephone, a diagnosis. */
async function completer(deps: Deps, proposees: readonly PropositionLue[]): Promise<void> {
  for (const { personneId } of proposees) {
    const connues = await lireCoordonnees.execute(deps, unAgent(), { personneId });
    const { telephone, courriel, versionTelephone, versionCourriel } = connues;
    if (telephone === "")
      await modifierContact.execute(deps, unAgent(), {
        personneId,
        telephone: "0639981234",
        courriel,
        versionTelephone,
        versionCourriel,
      });
    await deps.base.transaction((tx) =>
      noterDiagnostic(contextOf(deps, tx, unAgent()), { personneId, le: civilDay(deps.now()) }),
    );
  }
}

/** The same wiring on another day. */
export function le(deps: Deps, jour: string): Deps {
  return { ...deps, now: () => new Date(`${jour}T09:00:00Z`) };
}

/** The same wiring in a département of another référentiel. */
export function selon(deps: Deps, referentiel: string): Deps {
  const { base } = deps;
  return {
    ...deps,
    base: {
      departement: { ...base.departement, referentiel },
      transaction: (run) => base.transaction(run),
      maintain: (statements) => base.maintain(statements),
    },
  };
}

/** Proposes, transmits and accepts for everybody. */
export async function orienter(deps: Deps): Promise<readonly PropositionLue[]> {
  const toutes = await proposer(deps);
  await deciderEnLot.execute(deps, unAgent(), {
    propositions: toutes.map(({ id }) => ({ id, version: null })),
  });
  return propositions(deps);
}
