import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireEnCours } from "../db/accompagnements.ts";
import {
  exigerAbsence,
  inscrireExplication,
  inscrireManquement,
  type ManquementTenu,
  noterIssueAbsence,
  noterReception,
  noterSuite,
  verrouillerManquement,
} from "../db/manquements.ts";
import { exigerPassage } from "../domain/manquement.ts";
import {
  direLaSuiteInput,
  ecarterInput,
  recevoirInput,
  recueillirInput,
  signalerInput,
} from "../schemas.ts";
import { cadreDuJour, exigerPresent, lireLesPresents } from "./cadre.ts";
import { tenirLesManquements } from "./echeances.ts";

/** « Tout manquement doit être signalé au Département » (Bas-Rhin, 3)): by the référent, with its facts and proofs. */
export const signalerManquement = defineUseCase({
  name: "parcours.signaler-manquement",
  input: signalerInput,
  droit: "manquement:signaler",
  nature: "ecriture",
  trace: ({ personneId, engagement, survenuLe }, manquementId: number) => ({
    objet: "manquement",
    objetId: manquementId,
    personneId,
    details: { engagement, survenuLe },
  }),
  async run(context, saisie): Promise<number> {
    const { tx, agent } = context;
    const { le, regles } = cadreDuJour(context);
    await exigerPresent(context, saisie.personneId);
    const absence = saisie.absenceId === null ? null : await exigerAbsence(tx, saisie.absenceId);
    exigerSaisie(saisie, { le, connus: regles.manquements.map(({ code }) => code) });
    if (absence && absence.personneId !== saisie.personneId) throw absenceAilleurs();
    const [enCours] = await lireEnCours(tx, [saisie.personneId]);
    const manquementId = await inscrireManquement(tx, {
      ...saisie,
      accompagnementId: enCours?.id ?? null,
      rendezVousId: absence?.rendezVousId ?? null,
      le,
      par: agent.id,
      signataire: agent.nom,
    });
    if (saisie.explications !== null) {
      await inscrireExplication(tx, {
        manquementId,
        le,
        texte: saisie.explications,
        par: agent.id,
        auteur: agent.nom,
      });
    }
    if (absence) {
      const issue = { issue: "signalee", le, par: agent.id, motif: null, manquementId } as const;
      await noterIssueAbsence(tx, absence.id, issue);
    }
    await tenirLesManquements(context, [saisie.personneId]);
    return manquementId;
  },
});

function exigerSaisie(
  { survenuLe, engagement }: { readonly survenuLe: string; readonly engagement: string },
  { le, connus }: { readonly le: string; readonly connus: readonly string[] },
): void {
  const champs = {
    ...(survenuLe > le && { survenuLe: "Ce jour n’est pas encore venu." }),
    ...(!connus.includes(engagement) && { engagement: "Choisissez un engagement de la liste." }),
  };
  if (Object.keys(champs).length > 0) {
    throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
  }
}

const absenceAilleurs = () =>
  new DomainError("absence.autre-personne", "Cette absence est celle d’une autre personne.");

interface Tenu {
  readonly personneId: number;
}

export const recevoirManquement = defineUseCase({
  name: "parcours.recevoir-manquement",
  input: recevoirInput,
  droit: "manquement:recevoir",
  nature: "ecriture",
  trace: ({ manquementId }, { personneId }: Tenu) => ({
    objet: "manquement",
    objetId: manquementId,
    personneId,
  }),
  async run(context, saisie): Promise<Tenu> {
    const { le } = cadreDuJour(context);
    const { id, personneId, etat } = await exigerManquement(context, saisie);
    exigerPassage(etat, "recu");
    await noterReception(context.tx, id, { le, par: context.agent.id });
    await tenirLesManquements(context, [personneId]);
    return { personneId };
  },
});

/** Filed, or to be presented to the commission. Nothing is said of the sanction: the commission does. */
export const direLaSuite = defineUseCase({
  name: "parcours.dire-la-suite",
  input: direLaSuiteInput,
  droit: "manquement:recevoir",
  nature: "ecriture",
  trace: ({ manquementId, suite, motif }, { personneId }: Tenu) => ({
    objet: "manquement",
    objetId: manquementId,
    personneId,
    details: { suite, motif },
  }),
  async run(context, saisie): Promise<Tenu> {
    const { le } = cadreDuJour(context);
    const { id, personneId, etat } = await exigerManquement(context, saisie);
    exigerPassage(etat, saisie.suite);
    const { suite, motif } = saisie;
    await noterSuite(context.tx, id, { le, par: context.agent.id, suite, motif });
    await tenirLesManquements(context, [personneId]);
    return { personneId };
  },
});

/** What the person explains is written beside the facts, as often as she speaks. */
export const recueillirExplication = defineUseCase({
  name: "parcours.recueillir-explication",
  input: recueillirInput,
  droit: "parcours:lire",
  nature: "ecriture",
  trace: ({ manquementId, le }, { personneId }: Tenu) => ({
    objet: "manquement",
    objetId: manquementId,
    personneId,
    details: { explicationDu: le },
  }),
  async run(context, { manquementId, le: jour, explication }): Promise<Tenu> {
    exigerAuteur(context);
    const { le } = cadreDuJour(context);
    const manquement = await exigerVisible(context, manquementId);
    if (jour > le) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { le: "Ce jour n’est pas encore venu." },
      });
    }
    await inscrireExplication(context.tx, {
      manquementId,
      le: jour,
      texte: explication,
      par: context.agent.id,
      auteur: context.agent.nom,
    });
    return { personneId: manquement.personneId };
  },
});

/** Who reports and who receives hear the person; who only reads does not write for her. */
function exigerAuteur({ agent }: Context): void {
  if (agent.droits.has("manquement:signaler") || agent.droits.has("manquement:recevoir")) return;
  throw new DomainError(
    "habilitation.refusee",
    "Seuls le référent et le service qui reçoit les manquements recueillent les explications.",
  );
}

/** The référent knows why: nothing is reported. */
export const ecarterAbsence = defineUseCase({
  name: "parcours.ecarter-absence",
  input: ecarterInput,
  droit: "manquement:signaler",
  nature: "ecriture",
  trace: ({ absenceId, motif }, { personneId }: Tenu) => ({
    objet: "absence",
    objetId: absenceId,
    personneId,
    details: { motif },
  }),
  async run(context, { absenceId, motif }): Promise<Tenu> {
    const { le } = cadreDuJour(context);
    const { id, personneId } = await exigerAbsence(context.tx, absenceId);
    await exigerPresent(context, personneId);
    const issue = {
      issue: "ecartee",
      le,
      par: context.agent.id,
      motif,
      manquementId: null,
    } as const;
    await noterIssueAbsence(context.tx, id, issue);
    return { personneId };
  },
});

async function exigerVisible(context: Context, id: number): Promise<ManquementTenu> {
  const manquement = await verrouillerManquement(context.tx, id);
  const visible =
    manquement !== null && (await lireLesPresents(context, [manquement.personneId])).size > 0;
  if (manquement && visible) return manquement;
  throw new DomainError(
    "manquement.introuvable",
    "Ce manquement n’existe pas, ou la personne n’est pas dans votre périmètre. Revenez à la liste.",
  );
}

/** @throws DomainError `manquement.introuvable`, `manquement.conflit` */
async function exigerManquement(
  context: Context,
  { manquementId, version }: { readonly manquementId: number; readonly version: number },
): Promise<ManquementTenu> {
  const manquement = await exigerVisible(context, manquementId);
  if (manquement.version === version) return manquement;
  throw new DomainError(
    "manquement.conflit",
    "Un autre agent a traité ce manquement pendant que vous l’aviez sous les yeux. Rien n’a été écrit : voyez où il en est.",
    { enregistree: manquement },
  );
}
