import { z } from "zod";
import { ajouterJours } from "#commun/echeance";
import { nommerPersonnes, type PersonneBreve, personnesSuivies } from "#droits/dossier";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { rendezVousEntre } from "../db/rendez-vous.ts";
import { calculerCreneaux } from "../domain/creneaux.ts";
import { cadreDesCreneaux, cadreDuJour, moyensDe } from "./cadre.ts";
import { type AgendaLu, lire } from "./lire-agenda.ts";

const JOURS_OFFERTS = 14;
const TROUVEES = 20;

export interface PourPrendre {
  /** Its free slots are those of the two weeks from the day asked for. */
  readonly agenda: AgendaLu;
  readonly personne: PersonneBreve | null;
  readonly trouvees: readonly PersonneBreve[];
}

const nombreOuRien = z.number().int().positive().nullable();

/** What the form of a meeting shows: who, with whom, and the slots that are free. */
export const lirePourPrendre = defineUseCase({
  name: "agenda.lire-pour-prendre",
  input: z.object({
    structureId: nombreOuRien,
    referentId: nombreOuRien,
    personneId: nombreOuRien,
    recherche: z.string().max(100),
    jour: z.string(),
  }),
  droit: "agenda:tenir",
  nature: "lecture",
  trace: ({ personneId }) => ({ objet: "personne", objetId: personneId, personneId }),
  async run(context, saisie): Promise<PourPrendre> {
    const { tx, agent } = context;
    const connues = await nommerPersonnes(
      tx,
      agent.portee,
      saisie.personneId === null ? [] : [saisie.personneId],
    );
    const personne = connues.get(saisie.personneId ?? 0) ?? null;
    const referentId = saisie.referentId ?? personne?.referentId ?? null;
    const agenda = await lire(context, {
      structureId: saisie.structureId ?? personne?.structureId ?? null,
      ...{ referentId, vue: "jour", jour: saisie.jour },
    });
    return {
      agenda: { ...agenda, libres: await libresDes(context, agenda) },
      personne,
      trouvees: await trouver(context, agenda.structure?.id ?? null, saisie.recherche),
    };
  },
});

async function libresDes(context: Context, { structure, jour, referentId }: AgendaLu) {
  if (!structure) return [];
  const { le } = cadreDuJour(context);
  const debut = jour < le ? le : jour;
  const fenetre = { debut, fin: ajouterJours(debut, JOURS_OFFERTS) };
  const moyens = await moyensDe(context, [structure.id], fenetre);
  const pris = await rendezVousEntre(context.tx, { ...fenetre, structures: [structure.id] });
  return calculerCreneaux(cadreDesCreneaux(context, fenetre, moyens, pris)).filter(
    (creneau) => referentId === null || creneau.referentId === referentId,
  );
}

const simple = (mots: string): string =>
  mots
    .normalize("NFD")
    .replaceAll(/[\u0300-\u036f]/gu, "")
    .toLowerCase();

async function trouver(
  { tx, agent }: Context,
  structureId: number | null,
  recherche: string,
): Promise<readonly PersonneBreve[]> {
  const mots = simple(recherche).split(/\s+/u).filter(Boolean);
  if (structureId === null || mots.length === 0) return [];
  const suivies = await personnesSuivies(tx, agent.portee, { structureId, referentId: null });
  return suivies
    .filter(({ nom, prenom }) => {
      const entier = simple(`${nom} ${prenom}`);
      return mots.every((mot) => entier.includes(mot));
    })
    .slice(0, TROUVEES);
}
