import { lireNomsDesAgents } from "#commun/agent";
import { type ActionLue, lireActions, lirePlaces } from "#offre/catalogue";
import { dernierJour, type Mois, moisDe, placesDuMois, premierJour } from "#offre/comptage";
import { lireRealisations, lireSejours, type SejourLu } from "#offre/participation";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase, requireDroit } from "#platform/usecase/define-use-case.ts";
import { type EvenementRestitution, lireEvenements } from "../db/evenements.ts";
import { lireRestitutionsDeLAction, lireVoisines, type Restitution } from "../db/restitutions.ts";
import {
  type ChiffresTransmis,
  lireTransmisDesActions,
  lireVersion,
  lireVersions,
  type VersionRestitution,
} from "../db/versions.ts";
import type { SejourFige } from "../domain/chiffres.ts";
import { type EtatRestitution, retardAu } from "../domain/etat.ts";
import { type CleChiffre, sejoursDuChiffre } from "../domain/lignes.ts";
import {
  type NatureQuestion,
  naturesQuestion,
  type Question,
  questionsDuMois,
} from "../domain/questions.ts";
import { actionInput, chiffreInput, restitutionInput } from "../schemas.ts";
import {
  cadreDuJour,
  consulterTenue,
  etatDuJour,
  type RestitutionTenue,
  reglesAu,
} from "./cadre.ts";
import { type ComptesDuMois, compterMaintenant } from "./compter-maintenant.ts";

export interface RestitutionConsultee extends RestitutionTenue {
  readonly source: ReturnType<typeof reglesAu>["regle"];
  readonly retard: number;
  /** What the stays say today. */
  readonly maintenant: ComptesDuMois;
  readonly places: number | null;
  readonly questions: readonly Question[];
  /** The last one first. */
  readonly versions: readonly VersionRestitution[];
  /** The one being written or waiting to be sent. */
  readonly enCours: VersionRestitution | null;
  /** The one that counts. */
  readonly transmise: VersionRestitution | null;
  readonly evenements: readonly EvenementRestitution[];
  readonly noms: ReadonlyMap<number, string>;
  readonly avant: Restitution | null;
  readonly apres: Restitution | null;
}

/** One return with all that is needed to fill it, to read it, or to judge it. */
export const consulterRestitution = defineUseCase({
  name: "restitution.consulter",
  input: restitutionInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: null,
  async run(context, { restitutionId }): Promise<RestitutionConsultee> {
    const { tx, departement } = context;
    const tenue = await consulterTenue(context, restitutionId);
    const { restitution, action, le } = tenue;
    const maintenant = await compterMaintenant(tx, restitution);
    const places = placesDuMois(await lirePlaces(tx, [action.id]), restitution.mois);
    const versions = await lireVersions(tx, restitution.id);
    const evenements = await lireEvenements(tx, restitution.id);
    return {
      ...tenue,
      source: reglesAu(departement.referentiel, le).regle,
      retard: retardAu(restitution, le),
      maintenant,
      places,
      questions: await questionner(context, tenue, maintenant.corpus, places),
      versions,
      enCours:
        versions.find(
          ({ numero, transmiseLe }) => numero === restitution.numero && transmiseLe === null,
        ) ?? null,
      transmise: versions.find(({ numero }) => numero === restitution.transmisNumero) ?? null,
      evenements,
      noms: await lireNomsDesAgents(tx, auteurs(versions, evenements)),
      ...(await lireVoisines(tx, restitution)),
    };
  },
});

function auteurs(
  versions: readonly VersionRestitution[],
  evenements: readonly EvenementRestitution[],
): readonly number[] {
  const tous = [
    ...versions.flatMap((une) => [une.saisiePar, une.certifieePar, une.transmisePar]),
    ...evenements.map(({ par }) => par),
  ];
  return [...new Set(tous.filter((id) => id !== null))];
}

/** Asked while the operator still answers: a sent month asks nothing any more. */
async function questionner(
  { tx, agent }: Context,
  { restitution, action, etat }: RestitutionTenue,
  corpus: readonly SejourFige[],
  places: number | null,
): Promise<readonly Question[]> {
  const { mois } = restitution;
  if (["transmise", "acceptee", "a-venir"].includes(etat)) return [];
  const sejours = await lireSejours(tx, { portee: agent.portee, ids: corpus.map(({ id }) => id) });
  return questionsDuMois({
    mois,
    corpus,
    rencontres: action.fiche.rythme === null ? null : await rencontres(tx, action.id, mois),
    termes: new Map(sejours.map(({ id, terme }) => [id, terme])),
    places,
  });
}

const RENCONTRES: readonly string[] = ["premier-accueil", "rencontre", "bilan"];

async function rencontres(
  tx: Context["tx"],
  actionId: number,
  mois: Mois,
): Promise<ReadonlySet<number>> {
  const faites = await lireRealisations(tx, {
    actions: [actionId],
    du: premierJour(mois),
    au: dernierJour(mois),
  });
  return new Set(
    faites.filter(({ nature }) => RENCONTRES.includes(nature)).map(({ sejourId }) => sejourId),
  );
}

export interface PersonnesDuChiffre extends RestitutionTenue {
  readonly numero: number | null;
  readonly personnes: readonly {
    /** The stay as the figure counted it. */
    readonly fige: SejourFige;
    /** Who it is, and the stay as it is today; null when it is out of the perimeter. */
    readonly sejour: SejourLu | null;
  }[];
}

/** The persons behind one figure, by name. */
export const listerPersonnesDuChiffre = defineUseCase({
  name: "restitution.personnes",
  input: chiffreInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: ({ quoi, numero }, { restitution, personnes }: PersonnesDuChiffre) => ({
    objet: "restitution",
    objetId: restitution.id,
    details: {
      chiffre: quoi,
      version: numero,
      personnes: personnes.map(({ fige }) => fige.personneId),
    },
  }),
  async run(context, { restitutionId, quoi, numero }): Promise<PersonnesDuChiffre> {
    const { tx, agent } = context;
    requireDroit(agent, "participation:lire");
    const tenue = await consulterTenue(context, restitutionId);
    const { restitution } = tenue;
    const corpus = await corpusDe(context, restitution, numero);
    const ids = new Set(await sejoursDe(context, tenue, corpus, quoi));
    const sejours = await lireSejours(tx, { portee: agent.portee, ids: [...ids], annules: true });
    const parId = new Map(sejours.map((sejour) => [sejour.id, sejour]));
    return {
      ...tenue,
      numero,
      personnes: corpus
        .filter(({ id }) => ids.has(id))
        .map((fige) => ({ fige, sejour: parId.get(fige.id) ?? null }))
        .toSorted((a, b) => nomDe(a.sejour).localeCompare(nomDe(b.sejour), "fr")),
    };
  },
});

async function sejoursDe(
  context: Context,
  tenue: RestitutionTenue,
  corpus: readonly SejourFige[],
  quoi: CleChiffre | NatureQuestion,
): Promise<readonly number[]> {
  const question = naturesQuestion.find((une) => une === quoi);
  if (question === undefined) {
    return sejoursDuChiffre(corpus, tenue.restitution.mois, quoi as CleChiffre);
  }
  const questions = await questionner(context, tenue, corpus, null);
  return questions.find(({ nature }) => nature === question)?.sejours ?? [];
}

const nomDe = (sejour: SejourLu | null): string =>
  sejour === null ? "" : `${sejour.nom} ${sejour.prenom}`;

async function corpusDe(
  { tx }: Context,
  restitution: Restitution,
  numero: number | null,
): Promise<readonly SejourFige[]> {
  if (numero === null) return (await compterMaintenant(tx, restitution)).corpus;
  const version = await lireVersion(tx, restitution.id, numero);
  if (version) return version.corpus;
  throw new DomainError(
    "restitution.introuvable",
    "Cette version n’existe pas. Revenez à la restitution pour voir celles qui sont gardées.",
  );
}

export interface HistoireDeLAction {
  readonly action: ActionLue;
  readonly le: string;
  /** The latest month first. */
  readonly lignes: readonly {
    readonly restitution: Restitution;
    readonly etat: EtatRestitution;
    readonly retard: number;
    readonly transmis: ChiffresTransmis | null;
    readonly places: number | null;
  }[];
}

/** All that an operator sent of one action, month after month. */
export const lireHistoireDeLAction = defineUseCase({
  name: "restitution.histoire",
  input: actionInput,
  droit: "restitution:lire",
  nature: "lecture",
  trace: null,
  async run(context, { actionId }): Promise<HistoireDeLAction> {
    const { tx, agent } = context;
    const [action] = await lireActions(tx, { ids: [actionId], portee: agent.portee });
    if (!action) {
      throw new DomainError(
        "action.introuvable",
        "Cette action n’existe pas, ou elle n’est pas dans votre périmètre. Vérifiez l’adresse, ou cherchez-la dans la liste des actions.",
      );
    }
    const cadre = cadreDuJour(context);
    const restitutions = await lireRestitutionsDeLAction(tx, actionId, moisDe(cadre.le));
    const transmis = new Map(
      (await lireTransmisDesActions(tx, [actionId])).map((un) => [un.id, un]),
    );
    const places = await lirePlaces(tx, [actionId]);
    return {
      action,
      le: cadre.le,
      lignes: restitutions.map((restitution) => ({
        restitution,
        etat: etatDuJour(restitution, cadre),
        retard: retardAu(restitution, cadre.le),
        transmis: transmis.get(restitution.id) ?? null,
        places: placesDuMois(places, restitution.mois),
      })),
    };
  },
});
