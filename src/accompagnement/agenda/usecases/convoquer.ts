import type { z } from "zod";
import type { LireChamps } from "#commun/courrier";
import { envoyerMessages, type LireDestinataires } from "#commun/message";
import type { UsageMessage } from "#commun/referentiel";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { annoncesDe, type Envoi, inscrireEnvois } from "../db/envois.ts";
import { convoquerInput } from "../schemas.ts";
import { ecrireLettres } from "./ecrire-lettres.ts";
import { cleDuMessage, type Invitee, inviter } from "./inviter.ts";
import { programmerRappels } from "./rappeler.ts";

export interface Convocations {
  readonly courriels: number;
  readonly sms: number;
  readonly courriers: readonly number[];
  /** Letters that the post may bring after the meeting. */
  readonly tardives: number;
  /** Whom nothing could be written to: she is owed a call. */
  readonly sans: readonly { readonly personneId: number; readonly raison: string }[];
}

interface Ports {
  readonly lireDestinataires: LireDestinataires;
  readonly lireChamps: LireChamps;
}

/** What gives the hour of a meeting: its reminder follows, and a letter stands in for it. */
const annonce: ReadonlySet<UsageMessage> = new Set([
  "convocation-rendez-vous",
  "deplacement-rendez-vous",
]);

type Saisie = z.output<typeof convoquerInput>;

/**
 * Writes to who is expected: by e-mail or SMS when she agrees, else by letter. The reminder of a convocation is
 * programmed at the same time; it leaves only if she still agrees and the meeting still stands.
 */
export function convoquer(ports: Ports) {
  return defineUseCase({
    name: "agenda.convoquer",
    input: convoquerInput,
    droit: "agenda:tenir",
    nature: "ecriture",
    trace: ({ rendezVous, usage }, { courriels, sms, courriers }: Convocations) => ({
      objet: "rendez-vous",
      objetId: rendezVous.length === 1 ? (rendezVous[0] ?? null) : null,
      details: { usage, courriels, sms, courriers: courriers.length },
    }),
    async run(context, saisie): Promise<Convocations> {
      const { invitees: attendues, hors } = await inviter(context, saisie);
      const invitees = await aPrevenir(context, saisie, attendues);
      const messages = await ecrireMessages(context, ports, saisie, invitees);
      const parLettre = invitees.filter(
        ({ personneId, rendezVous }) => !messages.servies.has(`${rendezVous.id}-${personneId}`),
      );
      const lettres = await parLaPoste(context, ports, saisie, parLettre);
      await inscrireEnvois(context.tx, [...messages.envois, ...lettres.envois], {
        le: context.now,
        par: context.agent.nom,
      });
      const compter = (canal: string) =>
        messages.envois.filter((envoi) => envoi.canal === canal).length;
      return {
        courriels: compter("courriel"),
        sms: compter("sms"),
        courriers: lettres.envois.flatMap(({ courrierId }) => courrierId ?? []),
        tardives: lettres.tardives,
        sans: [
          ...lettres.sans,
          ...hors.map((personneId) => ({
            personneId,
            raison: "Cette personne n’est pas dans votre périmètre : qui la suit doit la prévenir",
          })),
        ],
      };
    },
  });
}

/** Who was convened already is written to again only by who has read it: a form sent twice writes once. */
async function aPrevenir(
  { tx }: Context,
  { usage, rendezVous, renvoi }: Saisie,
  attendues: readonly Invitee[],
): Promise<readonly Invitee[]> {
  if (usage !== "convocation-rendez-vous") return attendues;
  const annonces = await annoncesDe(tx, rendezVous);
  return attendues.filter(
    (une) => (annonces.get(`${une.rendezVous.id}-${une.personneId}`) ?? 0) <= renvoi,
  );
}

async function ecrireMessages(
  context: Context,
  { lireDestinataires }: Ports,
  { usage, canal, renvoi }: Saisie,
  invitees: readonly Invitee[],
): Promise<{ readonly envois: readonly Envoi[]; readonly servies: ReadonlySet<string> }> {
  if (canal === "courrier" || invitees.length === 0) return { envois: [], servies: new Set() };
  const destinataires = invitees.map(({ personneId, rendezVous, valeurs }) => ({
    personneId,
    objetId: rendezVous.id,
    valeurs,
    ...(canal !== "auto" && { prefere: canal }),
    ...(usage !== "annulation-rendez-vous" && { perimeLe: rendezVous.debut }),
    cle: `${cleDuMessage(usage, rendezVous, personneId)}${renvoi === 0 ? "" : `:renvoi-${renvoi}`}`,
  }));
  const ecrits = await envoyerMessages(context, lireDestinataires, {
    usage,
    objet: "rendez-vous",
    destinataires,
  });
  if (annonce.has(usage)) await programmerRappels(context, lireDestinataires, invitees);
  return {
    envois: ecrits.envoyes
      .filter(({ deja }) => !deja)
      .map(({ personneId, objetId, canal: pris }) => ({
        ...{ rendezVousId: objetId ?? 0, personneId, usage, canal: pris },
        courrierId: null,
      })),
    servies: new Set(ecrits.envoyes.map(({ personneId, objetId }) => `${objetId}-${personneId}`)),
  };
}

/** A cancelled meeting is said by message or by telephone: a letter would arrive after it. */
async function parLaPoste(
  context: Context,
  { lireChamps }: Ports,
  { usage, canal }: Saisie,
  invitees: readonly Invitee[],
): ReturnType<typeof ecrireLettres> {
  if (annonce.has(usage) && (canal === "auto" || canal === "courrier")) {
    return ecrireLettres(context, lireChamps, usage, invitees);
  }
  const raison = "Ni courriel ni SMS possible : appelez la personne";
  const sans = invitees.map(({ personneId }) => ({ personneId, raison }));
  return { envois: [], sans, tardives: 0 };
}
