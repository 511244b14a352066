import { lireLimite } from "#commun/echeance";
import { type QuestionDiagnostic, type TypeOrientation, versionAu } from "#commun/referentiel";
import { lireOffre } from "#commun/structure";
import type { PersonnePresente } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CasEnFile, parcourirFile } from "../db/file.ts";
import { lireCharges } from "../db/places.ts";
import { empechement } from "../domain/decider.ts";
import { etapesPour } from "../domain/etapes.ts";
import { informationRecue } from "../domain/information.ts";
import { Places, type Service } from "../domain/offre.ts";
import { feuilles } from "../domain/types.ts";
import { suivantInput } from "../schemas.ts";
import { cadreDuJour, exigerPresent } from "./cadre.ts";

export interface ServiceOuvert {
  readonly structureId: number;
  readonly nom: string;
  readonly type: string;
  readonly places: number | null;
  readonly suivies: number;
  /** `null`: no limit. */
  readonly reste: number | null;
  /** It serves the territory of the person, and not only another one. */
  readonly proche: boolean;
  readonly referents: readonly {
    readonly id: number;
    readonly nom: string;
    readonly suivies: number;
    readonly places: number | null;
    readonly disponible: boolean;
  }[];
}

export interface CasADecider {
  readonly cas: CasEnFile;
  readonly present: PersonnePresente;
  readonly informeeLe: string | null;
  /** Last day to decide, while it is not done. */
  readonly limite: string | null;
  readonly types: readonly TypeOrientation[];
  readonly questions: readonly QuestionDiagnostic[];
  readonly services: readonly ServiceOuvert[];
  /** Why it cannot be accepted as it stands; `null` when it can. */
  readonly empechement: string | null;
}

export interface FileDeDecision {
  readonly le: string;
  readonly restantes: number;
  /** Place of the case among those that are left, from 1. */
  readonly rang: number;
  readonly suivant: CasADecider | null;
  /** Who decides here, in the words of the référentiel. */
  readonly decideur: string;
}

/** The queue of decisions: what is left, and the case to decide now. */
export const lireFile = defineUseCase({
  name: "orientation.lire-file",
  input: suivantInput,
  droit: "orientation:decider",
  nature: "lecture",
  trace: (_, { suivant }: FileDeDecision) => ({
    objet: "proposition",
    objetId: suivant?.cas.id ?? null,
    personneId: suivant?.present.personneId ?? null,
  }),
  async run(context, endroit): Promise<FileDeDecision> {
    const { tx, agent } = context;
    const { le, regle } = cadreDuJour(context);
    const demande = {
      portee: agent.portee,
      etapes: etapesPour("decider", regle.circuit),
      le,
    };
    const { restantes, rang, cas } = await parcourirFile(tx, demande, endroit);
    return {
      le,
      restantes,
      rang,
      suivant: cas === null ? null : await decrire(context, cas),
      decideur: regle.circuit.decideur,
    };
  },
});

async function decrire(context: Context, cas: CasEnFile): Promise<CasADecider> {
  const { le, regle, referentiel } = cadreDuJour(context);
  const present = await exigerPresent(context, cas.personneId);
  const places = await lirePlacesDuJour(context);
  const services = servicesOuverts(regle.types, present.territoireId, places);
  return {
    cas,
    present,
    informeeLe: informationRecue(present),
    limite: await lireLimite(context.tx, cas.personneId, "decider-orientation"),
    types: regle.types,
    questions: (versionAu(referentiel.diagnostic, le) ?? referentiel.diagnostic[0]).valeur,
    services,
    empechement: empechement(cas, present, { regle, places }),
  };
}

/** What every structure has left today, those of this territory first. */
export async function lireServices(
  context: Context,
  territoireId: number | null,
): Promise<readonly ServiceOuvert[]> {
  const { types } = cadreDuJour(context).regle;
  return servicesOuverts(types, territoireId, await lirePlacesDuJour(context));
}

async function lirePlacesDuJour(context: Context): Promise<Places> {
  const { tx } = context;
  return new Places(await lireOffre(tx, cadreDuJour(context).le), await lireCharges(tx));
}

function servicesOuverts(
  types: readonly TypeOrientation[],
  territoireId: number | null,
  places: Places,
): readonly ServiceOuvert[] {
  const parCle = new Map<string, ServiceOuvert>();
  for (const { code } of feuilles(types)) {
    const proches = new Set(places.services(code, territoireId));
    for (const service of places.tousLesServices(code)) {
      const cle = `${service.structureId}|${code}`;
      if (parCle.get(cle)?.proche) continue;
      parCle.set(cle, ouvert(service, places, proches.has(service)));
    }
  }
  return [...parCle.values()].toSorted(
    (a, b) => Number(b.proche) - Number(a.proche) || a.nom.localeCompare(b.nom, "fr"),
  );
}

function ouvert(service: Service, places: Places, proche: boolean): ServiceOuvert {
  const { structureId, nom, typeOrientation } = service;
  return {
    structureId,
    nom,
    type: typeOrientation,
    places: service.places,
    suivies: places.suivies(structureId, typeOrientation),
    reste: places.reste(service),
    proche,
    referents: service.referents.map((referent) => ({
      id: referent.id,
      nom: referent.nom,
      suivies: places.confiees(referent.id),
      places: referent.places,
      disponible: places.peutRecevoir(referent),
    })),
  };
}
