import {
  type EcheancesReconciliees,
  ouvrirEcheances,
  reconcilierEcheances,
  type SourceEcheances,
} from "#commun/echeance";
import { chargerReferentiel, type Referentiel, versionAu } from "#commun/referentiel";
import {
  lirePresents,
  lirePresentsAOrienter,
  type PersonneAOrienter,
  type PersonneArrivee,
} from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { sql } from "#platform/db/list/sql.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { aucunFait, lireFaits } from "../db/faits.ts";
import { informationRecue } from "../domain/information.ts";

/** Names the course of one person towards and along her orientation. */
const OBJET = { objet: "orientation", objetId: 0 } as const;

const rolesOrientes: ReadonlySet<string | null> = new Set(["DEM", "CJT"]);

/** Makes the deadlines of these persons what their facts say, in the transaction of the fact. */
export async function tenirLesEcheances(
  context: Context,
  personnes: readonly number[],
  connus?: readonly PersonneAOrienter[],
): Promise<EcheancesReconciliees> {
  if (personnes.length === 0) return { ecrites: 0, eteintes: 0, ouvertes: 0 };
  const { tx, departement, now } = context;
  const referentiel = chargerReferentiel(departement.referentiel);
  const presents =
    connus ?? (await lirePresents(tx, sql`s.personne_id = any(${[...personnes]}::int[])`));
  const parPersonne = new Map<number, PersonneAOrienter>(
    presents.map((present) => [present.personneId, present]),
  );
  const faits = await lireFaits(tx, personnes);
  return reconcilierEcheances(tx, {
    regles: referentiel.echeances,
    calendrier: calendrierAu(referentiel, civilDay(now)),
    le: civilDay(now),
    dossiers: faits.map(({ personneId, faits: connusDElle }) => ({
      personneId,
      ...OBJET,
      faits: faitsDe(parPersonne.get(personneId), connusDElle),
    })),
  });
}

/** The deadlines of persons who enter the base: nothing was ever decided or owed, and nothing has to be read. */
export async function accueillir(
  { tx, departement, now }: Context,
  arrivees: readonly PersonneArrivee[],
): Promise<void> {
  const aOrienter = arrivees.filter(estAOrienter);
  if (aOrienter.length === 0) return;
  const referentiel = chargerReferentiel(departement.referentiel);
  await ouvrirEcheances(tx, {
    regles: referentiel.echeances,
    calendrier: calendrierAu(referentiel, civilDay(now)),
    le: civilDay(now),
    dossiers: aOrienter.map((arrivee) => ({
      personneId: arrivee.personneId,
      ...OBJET,
      faits: faitsDe(arrivee, aucunFait),
    })),
  });
}

function calendrierAu({ joursFeries }: Referentiel, le: string) {
  return versionAu(joursFeries, le)?.valeur ?? joursFeries[0].valeur;
}

type Faits = Readonly<Record<string, string | null>>;

type Presente = Pick<PersonneArrivee, "role" | "beneficiaire" | "soumisDepuis" | "connueLe"> & {
  readonly contratSigneLe?: string | null;
};

const estAOrienter = ({ beneficiaire, role }: Presente): boolean =>
  beneficiaire && rolesOrientes.has(role);

/** Who is no longer to be accompanied has nothing left to wait for. */
function faitsDe(present: Presente | undefined, faits: Faits): Faits {
  if (!present || !estAOrienter(present)) return {};
  const recue = informationRecue(present);
  const decision = faits["decision"] ?? null;
  // A decision that still stands answers a duty that the file has since made to begin later.
  const information = recue !== null && decision !== null && decision < recue ? decision : recue;
  return {
    ...faits,
    information,
    contrat: contratDepuis(present.contratSigneLe ?? null, decision),
  };
}

/** A contract signed under an earlier orientation does not end the delay that this one opens (CT, D5411-14-2). */
function contratDepuis(signe: string | null, decision: string | null): string | null {
  return signe !== null && decision !== null && signe >= decision ? signe : null;
}

/** Every course of the département, from every fact it knows. */
export const echeancesOrientation: SourceEcheances = {
  objet: OBJET.objet,
  async recalculer(context) {
    const presents = await lirePresentsAOrienter(context.tx);
    return tenirLesEcheances(
      context,
      presents.map(({ personneId }) => personneId),
      presents,
    );
  },
};
