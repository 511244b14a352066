import type { z } from "zod";
import { emettreCourriers, type LireChamps } from "#commun/courrier";
import { ajouterJours } from "#commun/echeance";
import { envoyerMessages, type LireDestinataires } from "#commun/message";
import { formatLongDate } from "#platform/ui/format.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type Envoi, inscrireEnvois } from "../db/envois.ts";
import { lieuxDe } from "../db/lieux.ts";
import type { RendezVous } from "../db/rendez-vous.ts";
import { heureEnMots, heureLocale, instantDe } from "../domain/heures.ts";
import { convoquerInput } from "../schemas.ts";
import { cadreDuJour, exigerPersonnes, moyensDe } from "./cadre.ts";
import { exigerRendezVous } from "./relire.ts";

export interface Convocations {
  readonly courriels: number;
  readonly sms: number;
  readonly courriers: readonly number[];
  /** Whom nothing could be written to: she is owed a call. */
  readonly sans: readonly { readonly personneId: number; readonly raison: string }[];
}

interface Ports {
  readonly lireDestinataires: LireDestinataires;
  readonly lireChamps: LireChamps;
}

type Saisie = z.output<typeof convoquerInput>;

interface Invitee {
  readonly personneId: number;
  readonly rendezVous: RendezVous;
  readonly valeurs: Readonly<Record<string, string>>;
}

/** Ten in the morning, when a reminder is read. */
const HEURE_DU_RAPPEL = 10 * 60;

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
      const invitees = await inviter(context, saisie);
      const messages = await ecrireMessages(context, ports, saisie, invitees);
      const parLettre = invitees.filter(
        ({ personneId, rendezVous }) => !messages.servies.has(`${rendezVous.id}-${personneId}`),
      );
      const lettres = await ecrireLettres(context, ports, saisie, parLettre);
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
        sans: lettres.sans,
      };
    },
  });
}

/** Who is expected, with what is said to her of the meeting. */
async function inviter(context: Context, { rendezVous: ids, usage }: Saisie): Promise<Invitee[]> {
  const rendezVous = await exigerRendezVous(context, ids);
  const vise = usage === "annulation-rendez-vous" ? "annule" : "prevu";
  const structures = [...new Set(rendezVous.map(({ structureId }) => structureId))];
  const lieux = new Map((await lieuxDe(context.tx, structures)).map((lieu) => [lieu.id, lieu]));
  const jours = rendezVous.map(({ jour }) => jour).toSorted();
  const { equipe } = await moyensDe(context, structures, {
    debut: jours[0] ?? cadreDuJour(context).le,
    fin: ajouterJours(jours.at(-1) ?? cadreDuJour(context).le, 1),
  });
  const agents = new Map(equipe.map(({ id, prenom, nom }) => [id, `${prenom} ${nom}`]));
  const { motifs } = cadreDuJour(context).regle;
  const attendues = rendezVous.flatMap((un) => {
    const lieu = un.lieuId === null ? undefined : lieux.get(un.lieuId);
    const motif = motifs.find(({ code }) => code === un.motif);
    const avec = un.referentId === null ? undefined : agents.get(un.referentId);
    const ou = [
      lieu?.nom,
      lieu?.adresse,
      [lieu?.codePostal, lieu?.commune].filter(Boolean).join(" "),
    ];
    const valeurs = {
      "rendez-vous.date": formatLongDate(un.jour),
      "rendez-vous.heure": heureEnMots(heureLocale(un.debut).minutes),
      "rendez-vous.lieu":
        endroits[un.modalite] ?? (ou.filter(Boolean).join(", ") || "dans nos locaux"),
      ...(avec && { "rendez-vous.avec": avec, "referent.nom": avec }),
      ...(motif && { "rendez-vous.motif": motif.annonce }),
      ...(motif?.consigne && { "rendez-vous.pieces": motif.consigne }),
      ...(lieu?.telephone && { "structure.telephone": lieu.telephone }),
    };
    return un.venues
      .filter(({ statut }) => statut === vise)
      .map(({ personneId }) => ({ personneId, rendezVous: un, valeurs }));
  });
  await exigerPersonnes(
    context,
    attendues.map(({ personneId }) => personneId),
  );
  return attendues;
}

const endroits: Readonly<Partial<Record<RendezVous["modalite"], string>>> = {
  telephone: "par téléphone",
  visio: "en visioconférence",
};

async function ecrireMessages(
  context: Context,
  { lireDestinataires }: Ports,
  { usage, canal }: Saisie,
  invitees: readonly Invitee[],
): Promise<{ readonly envois: readonly Envoi[]; readonly servies: ReadonlySet<string> }> {
  if (canal === "courrier" || invitees.length === 0) return { envois: [], servies: new Set() };
  const destinataires = invitees.map(({ personneId, rendezVous: { id, debut }, valeurs }) => ({
    personneId,
    objetId: id,
    valeurs,
    ...(canal !== "auto" && { prefere: canal }),
    ...(usage !== "annulation-rendez-vous" && { perimeLe: debut }),
    cle: `${usage}:${id}:${personneId}:${debut.toISOString()}`,
  }));
  const ecrits = await envoyerMessages(context, lireDestinataires, {
    usage,
    objet: "rendez-vous",
    destinataires,
  });
  if (usage === "convocation-rendez-vous")
    await programmerRappels(context, lireDestinataires, invitees);
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

async function programmerRappels(
  context: Context,
  lireDestinataires: LireDestinataires,
  invitees: readonly Invitee[],
): Promise<void> {
  const { rappelJoursAvant } = cadreDuJour(context).regle;
  const destinataires = invitees.flatMap(({ personneId, rendezVous, valeurs }) => {
    const { id, jour, debut } = rendezVous;
    const partLe = instantDe(ajouterJours(jour, -rappelJoursAvant), HEURE_DU_RAPPEL);
    if (partLe <= context.now) return [];
    const cle = `rappel:rendez-vous:${id}:${personneId}:${debut.toISOString()}`;
    return [{ personneId, objetId: id, valeurs, partLe, perimeLe: debut, cle }];
  });
  if (destinataires.length === 0) return;
  await envoyerMessages(context, lireDestinataires, {
    usage: "rappel-rendez-vous",
    objet: "rendez-vous",
    destinataires,
  });
}

/** A cancelled meeting is said by message or by telephone: a letter would arrive after it. */
async function ecrireLettres(
  context: Context,
  { lireChamps }: Ports,
  { usage, canal }: Saisie,
  invitees: readonly Invitee[],
): Promise<{ readonly envois: readonly Envoi[]; readonly sans: Convocations["sans"] }> {
  const permis = usage === "convocation-rendez-vous" && (canal === "auto" || canal === "courrier");
  if (!permis || invitees.length === 0) {
    const raison = "Ni courriel ni SMS possible : appelez la personne";
    return { envois: [], sans: invitees.map(({ personneId }) => ({ personneId, raison })) };
  }
  const parPersonne = new Map(invitees.map((invitee) => [invitee.personneId, invitee]));
  const { emis, ecartes } = await emettreCourriers(context, {
    modele: { usage: "convocation" },
    moyen: "lettre-simple",
    objet: "rendez-vous",
    lireChamps,
    personnes: [...parPersonne.values()].map(({ personneId, rendezVous, valeurs }) => ({
      personneId,
      objetId: rendezVous.id,
      valeurs,
    })),
  });
  return {
    envois: emis.map(({ courrierId, personneId }) => ({
      rendezVousId: parPersonne.get(personneId)?.rendezVous.id ?? 0,
      ...{ personneId, usage, canal: "courrier", courrierId },
    })),
    sans: ecartes.map(({ personneId }) => ({
      personneId,
      raison: "Son adresse manque : aucune lettre ne peut partir",
    })),
  };
}
