import { ajouterJours, nomDuFerie } from "#commun/echeance";
import type { RegleAgenda } from "#commun/referentiel";
import type { MembreEquipe } from "#commun/structure";
import { referentsDuCompte } from "#commun/structure";
import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { Lieu } from "../db/lieux.ts";
import { type RendezVous, rendezVousEntre } from "../db/rendez-vous.ts";
import { type Creneau, calculerCreneaux } from "../domain/creneaux.ts";
import {
  type Fenetre,
  fenetreDe,
  joursEntre,
  lundiDe,
  rangDansLaSemaine,
  type Vue,
} from "../domain/jours.ts";
import { jourInput, lireAgendaInput } from "../schemas.ts";
import {
  cadreDesCreneaux,
  cadreDuJour,
  exigerStructure,
  moyensDe,
  type Nomme,
  structuresVisibles,
} from "./cadre.ts";

export interface AgendaLu extends Fenetre {
  readonly vue: Vue;
  readonly jour: string;
  readonly aujourdhui: string;
  readonly maintenant: Date;
  readonly structure: Nomme | null;
  readonly structures: readonly Nomme[];
  readonly referentId: number | null;
  readonly lieux: readonly Lieu[];
  /** Who works there on one of these days. */
  readonly equipe: readonly MembreEquipe[];
  readonly rendezVous: readonly RendezVous[];
  readonly libres: readonly Creneau[];
  /** Names within the perimeter only. */
  readonly personnes: ReadonlyMap<number, PersonneBreve>;
  readonly feries: ReadonlyMap<string, string>;
  readonly regle: RegleAgenda;
  /** The référents the agent herself is. */
  readonly moi: readonly number[];
}

interface Demande {
  readonly structureId: number | null;
  readonly referentId: number | null;
  readonly vue: Vue;
  readonly jour: string | null;
}

/** The agenda of one structure: who receives whom, and what is free, on a day, in a week or in a month. */
export const lireAgenda = defineUseCase({
  name: "agenda.lire",
  input: lireAgendaInput,
  droit: "agenda:lire",
  nature: "lecture",
  trace: ({ structureId, vue, jour }, { structure }: AgendaLu) => ({
    objet: "structure",
    objetId: structureId ?? structure?.id ?? null,
    details: { vue, jour },
  }),
  run: (context, demande): Promise<AgendaLu> => lire(context, demande),
});

/** One day of one structure or one agent: the sheet to print, and the waiting room. */
export const lireJour = defineUseCase({
  name: "agenda.lire-jour",
  input: jourInput,
  droit: "agenda:lire",
  nature: "lecture",
  trace: ({ structureId, jour }, { structure }: AgendaLu) => ({
    objet: "structure",
    objetId: structureId ?? structure?.id ?? null,
    details: { jour },
  }),
  run: (context, demande): Promise<AgendaLu> => lire(context, { ...demande, vue: "jour" }),
});

export async function lire(context: Context, demande: Demande): Promise<AgendaLu> {
  const { le, regle, calendrier } = cadreDuJour(context);
  const jour = demande.jour ?? (demande.vue === "semaine" ? jourAVoir(le) : le);
  const fenetre = fenetreDe(demande.vue, jour);
  const structures = await structuresVisibles(context);
  const moi =
    context.agent.id === null ? [] : await referentsDuCompte(context.tx, context.agent.id);
  const structure = await choisie(context, demande.structureId, structures, moi);
  const feries = new Map(
    joursEntre(fenetre.debut, fenetre.fin).flatMap((un) => {
      const nom = nomDuFerie(un, calendrier);
      return nom === null ? [] : [[un, nom] as const];
    }),
  );
  const vide = { lieux: [], equipe: [], rendezVous: [], libres: [], personnes: new Map() };
  const { vue, referentId } = demande;
  const commun = {
    ...fenetre,
    vue,
    jour,
    aujourdhui: le,
    maintenant: context.now,
    structures,
    referentId,
    feries,
    regle,
    moi,
  };
  if (!structure) return { ...commun, ...vide, structure: null };
  const moyens = await moyensDe(context, [structure.id], fenetre);
  const rendezVous = await rendezVousEntre(context.tx, { ...fenetre, structures: [structure.id] });
  const libres = calculerCreneaux(cadreDesCreneaux(context, fenetre, moyens, rendezVous));
  const siens = <Une extends { readonly referentId: number | null }>(toutes: readonly Une[]) =>
    referentId === null ? toutes : toutes.filter((une) => une.referentId === referentId);
  const montres = siens(rendezVous);
  return {
    ...commun,
    structure,
    lieux: moyens.lieux,
    equipe: moyens.equipe,
    rendezVous: montres,
    libres: siens(libres),
    personnes: await nommerPersonnes(
      context.tx,
      context.agent.portee,
      montres.flatMap(({ venues }) => venues.map(({ personneId }) => personneId)),
    ),
  };
}

/** At the end of a week, the week that matters is the next one. */
function jourAVoir(le: string): string {
  return rangDansLaSemaine(le) > 5 ? ajouterJours(lundiDe(le), 7) : le;
}

/** The one asked for; else the one where she works, else the first. */
async function choisie(
  context: Context,
  structureId: number | null,
  structures: readonly Nomme[],
  moi: readonly number[],
): Promise<Nomme | null> {
  if (structureId !== null) return exigerStructure(context, structureId);
  if (moi.length === 0 || structures.length < 2) return structures[0] ?? null;
  const { le } = cadreDuJour(context);
  const { equipe } = await moyensDe(
    context,
    structures.map(({ id }) => id),
    { debut: le, fin: ajouterJours(le, 1) },
  );
  const sienne = equipe.find(({ id }) => moi.includes(id))?.structureId;
  return structures.find(({ id }) => id === sienne) ?? structures[0] ?? null;
}
