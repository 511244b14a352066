import type { Valeurs } from "#commun/courrier";
import {
  type CanalMessage,
  chargerReferentiel,
  type RegleMessages,
  type UsageMessage,
  versionAu,
} from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { enqueue } from "#platform/outbox/enqueue.ts";
import type { Context } from "#platform/usecase/define-use-case.ts";
import { inscrireMessages } from "../db/messages.ts";
import { mesurerSms } from "../domain/gsm7.ts";
import {
  type CodeRaison,
  type Joignable,
  raisons,
  type Voie,
  voiesPour,
} from "../domain/joindre.ts";
import { champsAbsents, type Redige, rediger } from "../domain/redaction.ts";

/** A person as messages need her: how she is named, and by which ways she may be reached. */
export interface DestinataireConnu extends Joignable {
  /** `personne.appel`, `personne.nom-complet`. */
  readonly valeurs: Valeurs;
}

/** Who is outside the perimeter of the agent is absent from the answer: she is not hers to write to. */
export type LireDestinataires = (
  context: Pick<Context, "tx" | "agent">,
  personnes: readonly number[],
) => Promise<ReadonlyMap<number, DestinataireConnu>>;

export interface DestinataireMessage {
  readonly personneId: number;
  /** Identifier of what the message is about, when it is not the same for all. */
  readonly objetId?: number | null;
  /** Values of the fields `rendez-vous.*` and `structure.*`, as they are read: see the README. */
  readonly valeurs: Valeurs;
  /** The way she asked for; the others are tried when it is closed. */
  readonly prefere?: CanalMessage;
  /** A programmed message leaves from then, if she still agrees; at once when absent. */
  readonly partLe?: Date | null;
  /** From then it no longer leaves: the beginning of the rendez-vous. */
  readonly perimeLe?: Date | null;
  /** What makes it one message; by default its usage, object, person, words and day. */
  readonly cle?: string;
}

export interface DemandeMessages {
  readonly usage: UsageMessage;
  /** What they are about: `rendez-vous`; null for nothing else. */
  readonly objet: string | null;
  readonly objetId?: number | null;
  readonly destinataires: readonly DestinataireMessage[];
}

export interface MessageEcrit {
  readonly personneId: number;
  readonly objetId: number | null;
  readonly canal: CanalMessage;
  readonly messageId: number;
  /** The same message was written before: it does not leave twice. */
  readonly deja: boolean;
}

export interface PersonneSansMessage {
  readonly personneId: number;
  readonly objetId: number | null;
  readonly code: CodeRaison;
  /** A sentence for the agent. */
  readonly raison: string;
}

export interface MessagesEcrits {
  readonly envoyes: readonly MessageEcrit[];
  readonly sans: readonly PersonneSansMessage[];
}

interface Pret {
  readonly destinataire: DestinataireMessage;
  readonly objetId: number | null;
  readonly voie: Voie;
  readonly redige: Redige;
}

/**
 * Writes one message to each, inside the transaction of another act: its words are frozen, and it leaves once that
 * act has ended. Who cannot be written to is said, with the reason: she is owed a letter or a call.
 */
export async function envoyerMessages(
  context: Context,
  lireDestinataires: LireDestinataires,
  demande: DemandeMessages,
): Promise<MessagesEcrits> {
  const { depuis, valeur: regle } = regleMessagesAu(context);
  const { prets, sans } = await preparer(context, lireDestinataires, demande, regle);
  const queued = await enqueue(
    context,
    prets.map((pret) => aEnvoyer(context, demande, regle, pret)),
  );
  const ids = await inscrireMessages(
    context.tx,
    {
      usage: demande.usage,
      objet: demande.objet,
      modeleDepuis: depuis,
      jour: civilDay(context.now),
      a: context.now,
      parId: context.agent.id,
      par: context.agent.nom,
    },
    prets.map(({ destinataire: { personneId }, objetId, voie: { canal, accord } }, rang) => ({
      personneId,
      objetId,
      canal,
      accord,
      envoiId: queued[rang]?.id ?? 0,
    })),
  );
  const envoyes = prets.map(({ destinataire: { personneId }, objetId, voie: { canal } }, rang) => ({
    personneId,
    objetId,
    canal,
    messageId: ids.get(queued[rang]?.id ?? 0) ?? 0,
    deja: queued[rang]?.isNew === false,
  }));
  return { envoyes, sans };
}

/** The version in force on the day of the act. */
export function regleMessagesAu({ departement, now }: Pick<Context, "departement" | "now">) {
  const { messages } = chargerReferentiel(departement.referentiel);
  return versionAu(messages, civilDay(now)) ?? messages[0];
}

async function preparer(
  context: Context,
  lireDestinataires: LireDestinataires,
  demande: DemandeMessages,
  regle: RegleMessages,
): Promise<{ readonly prets: readonly Pret[]; readonly sans: readonly PersonneSansMessage[] }> {
  const personnes = [...new Set(demande.destinataires.map(({ personneId }) => personneId))];
  const connus = await lireDestinataires(context, personnes);
  const prets: Pret[] = [];
  const sans: PersonneSansMessage[] = [];
  for (const destinataire of demande.destinataires) {
    const { personneId } = destinataire;
    const objetId = destinataire.objetId ?? demande.objetId ?? null;
    const issue = preparerUn(connus.get(personneId), destinataire, demande.usage, regle);
    if ("voie" in issue) prets.push({ destinataire, objetId, ...issue });
    else sans.push({ personneId, objetId, ...issue });
  }
  return { prets, sans };
}

type Issue =
  | { readonly voie: Voie; readonly redige: Redige }
  | { readonly code: CodeRaison; readonly raison: string };

function preparerUn(
  connu: DestinataireConnu | undefined,
  { valeurs, prefere }: DestinataireMessage,
  usage: UsageMessage,
  regle: RegleMessages,
): Issue {
  const sans = (code: CodeRaison, suite = "") => ({ code, raison: `${raisons[code]}${suite}` });
  const modele = regle.modeles.find((un) => un.usage === usage);
  if (!connu || !modele) return sans("hors-perimetre");
  const voies = voiesPour(connu, usage, regle, prefere ?? null);
  if (typeof voies === "string") return sans(voies);
  const toutes = { "message.expediteur": regle.expediteur, ...connu.valeurs, ...valeurs };
  let absents: readonly string[] = [];
  for (const voie of voies) {
    absents = champsAbsents(modele, voie.canal, toutes);
    if (absents.length > 0) continue;
    const redige = rediger(modele, voie.canal, toutes);
    if (voie.canal === "courriel" || mesurerSms(redige.texte).parties <= regle.partiesSms) {
      return { voie, redige };
    }
  }
  if (absents.length > 0) return sans("champs-manquants", ` : ${absents.join(", ")}`);
  return sans("trop-long");
}

function aEnvoyer(
  { secrets, now }: Context,
  { usage, objet }: DemandeMessages,
  regle: RegleMessages,
  { destinataire, objetId, voie, redige }: Pret,
) {
  const { personneId, valeurs, partLe = null, perimeLe = null } = destinataire;
  const sms = voie.canal === "sms";
  const mots = secrets
    .digest(`${redige.objet ?? ""}\n${redige.texte}`)
    .toString("hex")
    .slice(0, 24);
  const jour = civilDay(partLe ?? now);
  return {
    key:
      destinataire.cle ??
      ["message", usage, objet ?? "", objetId ?? "", personneId, voie.canal, jour, mots].join(":"),
    channel: sms ? ("sms" as const) : ("email" as const),
    to: voie.adresse,
    subject: redige.objet,
    text: redige.texte,
    from: sms ? regle.expediteurSms : regle.expediteur,
    replyTo: sms ? null : (valeurs["structure.courriel"] ?? null),
    notBefore: partLe,
    notAfter: perimeLe,
  };
}
