import { ajouterJours } from "#commun/echeance";
import type { MotifRendezVous, SuiteRendezVous } from "#commun/referentiel";
import type { MembreEquipe } from "#commun/structure";
import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type EnvoiLu, envoisDe } from "../db/envois.ts";
import { type FaitLu, faitsDe } from "../db/faits.ts";
import type { Lieu } from "../db/lieux.ts";
import { type RendezVous, rendezVousDe, rendezVousParId } from "../db/rendez-vous.ts";
import { venuesSuivies } from "../db/venues.ts";
import { suitesDe } from "../domain/suites.ts";
import { idInput, personneInput } from "../schemas.ts";
import {
  cadreDuJour,
  exigerPersonnes,
  moyensDe,
  type Nomme,
  rendezVousIntrouvable,
  structuresVisibles,
} from "./cadre.ts";

export interface RendezVousConsulte {
  readonly rendezVous: RendezVous;
  readonly structure: Nomme;
  readonly motif: MotifRendezVous | null;
  readonly motifs: readonly MotifRendezVous[];
  readonly equipe: readonly MembreEquipe[];
  readonly lieux: readonly Lieu[];
  readonly personnes: ReadonlyMap<number, PersonneBreve>;
  readonly faits: readonly FaitLu[];
  readonly envois: readonly EnvoiLu[];
  readonly suites: ReadonlyMap<number, readonly SuiteRendezVous[]>;
  readonly maintenant: Date;
}

/** One meeting, who comes, what happened to it, and what was sent. */
export const consulterRendezVous = defineUseCase({
  name: "agenda.consulter",
  input: idInput,
  droit: "agenda:lire",
  nature: "lecture",
  trace: ({ id }, { rendezVous }: RendezVousConsulte) => ({
    objet: "rendez-vous",
    objetId: id,
    personneId: rendezVous.venues.length === 1 ? (rendezVous.venues[0]?.personneId ?? null) : null,
  }),
  async run(context, { id }): Promise<RendezVousConsulte> {
    const [rendezVous] = await rendezVousParId(context.tx, [id]);
    const structures = await structuresVisibles(context);
    const structure = structures.find((une) => une.id === rendezVous?.structureId);
    if (!rendezVous || !structure) throw rendezVousIntrouvable();
    const { regle } = cadreDuJour(context);
    const jour = rendezVous.jour;
    const moyens = await moyensDe(context, [structure.id], {
      debut: jour,
      fin: ajouterJours(jour, 1),
    });
    const personnes = await nommerPersonnes(
      context.tx,
      context.agent.portee,
      rendezVous.venues.map(({ personneId }) => personneId),
    );
    const envois = await envoisDe(context.tx, id);
    return {
      rendezVous: taire(rendezVous, personnes),
      structure,
      motif: regle.motifs.find(({ code }) => code === rendezVous.motif) ?? null,
      motifs: regle.motifs,
      ...{ equipe: moyens.equipe, lieux: moyens.lieux },
      personnes,
      faits: (await faitsDe(context.tx, id)).map((fait) => taireLeFait(fait, personnes)),
      envois: envois.filter(({ personneId }) => personnes.has(personneId)),
      suites: await suitesAppelees(context, rendezVous),
      maintenant: context.now,
    };
  },
});

type Connues = ReadonlyMap<number, PersonneBreve>;

/** Why somebody did not come is of her file: who may not open it reads that the time is taken, no more. */
function taire(rendezVous: RendezVous, connues: Connues): RendezVous {
  return {
    ...rendezVous,
    venues: rendezVous.venues.map((venue) =>
      connues.has(venue.personneId) ? venue : { ...venue, issueMotif: null },
    ),
  };
}

/** What concerns everybody is read by who knows one of them. */
function taireLeFait(fait: FaitLu, connues: Connues): FaitLu {
  const { personneId } = fait;
  const lisible = personneId === null ? connues.size > 0 : connues.has(personneId);
  return lisible ? fait : { ...fait, detail: null };
}

async function suitesAppelees(
  context: Context,
  { id, venues, motif: code }: RendezVous,
): Promise<ReadonlyMap<number, readonly SuiteRendezVous[]>> {
  const { regle, le } = cadreDuJour(context);
  const motif = regle.motifs.find((un) => un.code === code);
  const personnes = venues.map(({ personneId }) => personneId);
  const suivies = await venuesSuivies(context.tx, personnes, { le, depuis: "2009-06-01" });
  return new Map(
    suivies
      .filter(({ rendezVousId }) => rendezVousId === id)
      .flatMap(({ personneId, statut, rang }) =>
        statut === "prevu" ? [] : [[personneId, suitesDe(motif, statut, rang)] as const],
      ),
  );
}

export interface RendezVousDePersonne {
  readonly personneId: number;
  readonly rendezVous: readonly RendezVous[];
  readonly referents: ReadonlyMap<number, string>;
  readonly lieux: ReadonlyMap<number, string>;
  readonly motifs: readonly MotifRendezVous[];
  readonly maintenant: Date;
  readonly aujourdhui: string;
}

/** Every meeting of one person, the latest first. */
export const rendezVousDeLaPersonne = defineUseCase({
  name: "agenda.rendez-vous-personne",
  input: personneInput,
  droit: "agenda:lire",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
  async run(context, { personneId }): Promise<RendezVousDePersonne> {
    await exigerPersonnes(context, [personneId]);
    const rendezVous = await rendezVousDe(context.tx, personneId);
    const { le, regle } = cadreDuJour(context);
    const structures = [...new Set(rendezVous.map(({ structureId }) => structureId))];
    const moyens = await moyensDe(context, structures, {
      debut: rendezVous.at(-1)?.jour ?? le,
      fin: ajouterJours(rendezVous[0]?.jour ?? le, 1),
    });
    return {
      personneId,
      // What concerns others of a collective meeting is not of her file.
      rendezVous: rendezVous.map((un) => ({
        ...un,
        venues: un.venues.filter((venue) => venue.personneId === personneId),
      })),
      referents: new Map(moyens.equipe.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`])),
      lieux: new Map(moyens.lieux.map(({ id, nom }) => [id, nom])),
      motifs: regle.motifs,
      maintenant: context.now,
      aujourdhui: le,
    };
  },
});
