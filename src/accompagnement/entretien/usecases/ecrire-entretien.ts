import { personneDuRendezVous } from "#accompagnement/agenda";
import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type EcritureEntretien,
  type EntretienLu,
  inscrireEntretiens,
  lireEntretien,
  recrireEntretien,
} from "../db/entretiens.ts";
import { ecrireEntretienInput } from "../schemas.ts";
import { auteurDe } from "./auteur.ts";
import { tenirLesEcheances } from "./echeances.ts";
import {
  type EntretienTouche,
  entretienIntrouvable,
  suivre,
  traceEntretien,
} from "./entretiens.ts";
import { entretienPublie } from "./faits.ts";

/** A note kept for its author alone, or published: from then on it never changes, a correction is another note. */
export const ecrireEntretien = defineUseCase({
  name: "entretien.ecrire",
  input: ecrireEntretienInput,
  droit: "entretien:saisir",
  nature: "ecriture",
  trace: traceEntretien,
  async run(context, saisie): Promise<EntretienTouche> {
    const { personneId, entretienId, version, publier, donneSuite, ...contenu } = saisie;
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const brouillon = await exigerBrouillon(context, id, { entretienId, version });
    const ecriture: EcritureEntretien = {
      ...contenu,
      personneId: id,
      par: auteurDe(context),
      publieA: publier ? now : null,
    };
    exigerDates(ecriture, civilDay(now));
    await exigerSonRendezVous(context, ecriture);
    if (publier) exigerTexte(ecriture);
    else exigerAuteur(agent.id);
    if (contenu.corrigeId !== null) await exigerCorrigeable(context, id, contenu.corrigeId);
    if (brouillon) await recrireEntretien(tx, brouillon.id, ecriture);
    const ecrit = brouillon?.id ?? (await inscrireEntretiens(tx, [ecriture]))[0] ?? 0;
    if (publier) await publie(context, ecriture, { entretienId: ecrit, donneSuite });
    return { personneId: id, entretienId: ecrit };
  },
});

async function publie(
  context: Context,
  { personneId, le, rendezVousId }: EcritureEntretien,
  {
    entretienId,
    donneSuite,
  }: { readonly entretienId: number; readonly donneSuite: readonly number[] },
): Promise<void> {
  if (donneSuite.length > 0) await suivre(context, personneId, donneSuite);
  await tenirLesEcheances(context, [personneId]);
  await context.tell(entretienPublie, {
    entretiens: [{ personneId, entretienId, le, rendezVousId }],
  });
}

/** @throws DomainError `entretien.rendez-vous-inconnu` */
async function exigerSonRendezVous(
  { tx }: Context,
  { personneId, rendezVousId }: EcritureEntretien,
): Promise<void> {
  if (rendezVousId === null) return;
  if (await personneDuRendezVous(tx, { rendezVousId, personneId })) return;
  throw new DomainError(
    "entretien.rendez-vous-inconnu",
    "Ce rendez-vous n’est pas celui de cette personne. Écrivez l’entretien depuis la page de son rendez-vous.",
  );
}

/** @throws DomainError `entretien.introuvable`, `entretien.publie`, `entretien.conflit` */
async function exigerBrouillon(
  { tx, agent }: Context,
  personneId: number,
  { entretienId, version }: { readonly entretienId: number | null; readonly version: number },
): Promise<EntretienLu | null> {
  if (entretienId === null) return null;
  const entretien = await lireEntretien(tx, entretienId, agent.id);
  if (entretien?.personneId !== personneId) throw entretienIntrouvable();
  if (entretien.publieA !== null) {
    throw new DomainError(
      "entretien.publie",
      "Cet entretien est publié : il ne change plus. Écrivez une correction.",
    );
  }
  if (entretien.version === version) return entretien;
  throw new DomainError(
    "entretien.conflit",
    "Vous avez enregistré ce brouillon dans une autre fenêtre. Comparez les deux textes, puis gardez celui qui est juste.",
    { enregistre: entretien, version: entretien.version },
  );
}

function exigerDates({ le, suiteLe }: EcritureEntretien, aujourdhui: string): void {
  const champs = {
    ...(le > aujourdhui && {
      le: "Un entretien se raconte après avoir eu lieu. Vérifiez la date.",
    }),
    ...(suiteLe !== null && suiteLe < le && { suiteLe: "La suite vient après l’entretien." }),
  };
  if (Object.keys(champs).length === 0) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

/** What is published says something to whoever follows. */
function exigerTexte({ texte, decide, suite, suiteLe }: EcritureEntretien): void {
  const champs = {
    ...(texte === "" &&
      decide === "" && { texte: "Écrivez ce qui s’est dit, ou ce qui est décidé." }),
    ...(suiteLe !== null && suite === "" && { suite: "Dites ce qu’il faudra faire ce jour-là." }),
  };
  if (Object.keys(champs).length === 0) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", { champs });
}

/** A draft nobody signed would never be read again. */
function exigerAuteur(agentId: number | null): void {
  if (agentId !== null) return;
  throw new DomainError(
    "entretien.sans-auteur",
    "Un brouillon n’est lu que de son auteur : connectez-vous avec un compte pour en garder un.",
  );
}

/** @throws DomainError `entretien.introuvable`, `entretien.deja-corrige` */
async function exigerCorrigeable(
  { tx, agent }: Context,
  personneId: number,
  corrigeId: number,
): Promise<void> {
  const corrige = await lireEntretien(tx, corrigeId, agent.id);
  if (corrige?.personneId !== personneId || corrige.publieA === null) throw entretienIntrouvable();
  if (corrige.corrigePar === null) return;
  throw new DomainError(
    "entretien.deja-corrige",
    "Cet entretien est déjà corrigé. Corrigez la dernière version.",
  );
}
