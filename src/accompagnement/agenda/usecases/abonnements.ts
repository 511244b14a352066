import { z } from "zod";
import { agentDuCompte } from "#commun/agent";
import { ajouterJours } from "#commun/echeance";
import { referentsDuCompte } from "#commun/structure";
import { nommerPersonnes } from "#droits/dossier";
import { afterFailure, blockedUntil, perAddress } from "#platform/auth/rate-limit.ts";
import { hashToken, newToken } from "#platform/auth/token.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import {
  type Context,
  contextOf,
  type Deps,
  defineUseCase,
  porteeTotale,
} from "#platform/usecase/define-use-case.ts";
import {
  type Abonnement,
  abonnementDuJeton,
  abonnementsDe,
  echecsDe,
  insererAbonnement,
  noterEchec,
  rendezVousDuCalendrier,
  revoquer,
} from "../db/abonnements.ts";
import { lieuxDe } from "../db/lieux.ts";
import { abonnerInput, idInput } from "../schemas.ts";
import { cadreDuJour, exigerStructure, structuresVisibles } from "./cadre.ts";

/** An address that any calendar may read, until it is revoked: told once, kept as a digest. */
export const abonner = defineUseCase({
  name: "agenda.abonner",
  input: abonnerInput,
  droit: "agenda:lire",
  nature: "ecriture",
  trace: ({ structureId, libelle }) => ({
    objet: "abonnement-agenda",
    objetId: structureId,
    details: { libelle },
  }),
  async run(context, { structureId, libelle }): Promise<{ readonly jeton: string }> {
    if (structureId !== null) await exigerStructure(context, structureId);
    const agentId = context.agent.id;
    if (agentId === null)
      throw new DomainError("abonnement.sans-compte", "Connectez-vous d’abord.");
    const jeton = newToken();
    await insererAbonnement(context.tx, {
      ...{ agentId, structureId, libelle, le: context.now },
      empreinte: hashToken(jeton),
    });
    return { jeton };
  },
});

export const revoquerAbonnement = defineUseCase({
  name: "agenda.revoquer-abonnement",
  input: idInput,
  droit: "agenda:lire",
  nature: "ecriture",
  trace: ({ id }) => ({ objet: "abonnement-agenda", objetId: id }),
  async run({ tx, agent, now }, { id }): Promise<void> {
    if (await revoquer(tx, { id, agentId: agent.id ?? 0, le: now })) return;
    throw new DomainError(
      "abonnement.introuvable",
      "Ce calendrier n’existe pas, ou il est déjà coupé.",
    );
  },
});

export const lireAbonnements = defineUseCase({
  name: "agenda.lire-abonnements",
  input: z.object({}),
  droit: "agenda:lire",
  nature: "lecture",
  trace: null,
  run: ({ tx, agent }): Promise<readonly Abonnement[]> => abonnementsDe(tx, agent.id ?? 0),
});

export interface EvenementCalendrier {
  readonly id: number;
  readonly sequence: number;
  readonly debut: Date;
  readonly fin: Date;
  readonly titre: string;
  readonly lieu: string | null;
  readonly annule: boolean;
}

export interface CalendrierLu {
  readonly nom: string;
  readonly evenements: readonly EvenementCalendrier[];
}

const JOURS_AVANT = 60;
const JOURS_APRES = 180;

/**
 * What an outside calendar reads with its address. Failures of one address are slowed like those of a password;
 * they are kept apart from the reading, which may be refused.
 */
export async function lireCalendrier(
  deps: Deps,
  { jeton, adresse }: { readonly jeton: string; readonly adresse: string },
): Promise<CalendrierLu> {
  return deps.base
    .transaction(async (tx) => {
      const context = contextOf(deps, tx, {
        id: null,
        nom: "Calendrier",
        droits: new Set(),
        portee: porteeTotale,
      });
      const echecs = await echecsDe(tx, adresse);
      if (blockedUntil(perAddress, echecs, context.now) !== null) return { refuse: true } as const;
      const abonnement = await abonnementDuJeton(tx, hashToken(jeton), context.now);
      if (abonnement) return evenementsPour(context, abonnement);
      await noterEchec(tx, adresse, afterFailure(perAddress, echecs, context.now));
      return null;
    })
    .then((lu) => {
      if (lu === null)
        throw new DomainError("page.introuvable", "Ce calendrier n’existe pas, ou il a été coupé.");
      if ("refuse" in lu)
        throw new DomainError("connexion.attendre", "Trop d’essais : réessayez plus tard.");
      return lu;
    });
}

/** What she would read today by signing in: nothing once her account, her right or her structure is no longer hers. */
async function evenementsPour(
  context: Context,
  abonnement: Abonnement,
): Promise<CalendrierLu | null> {
  const agent = await agentDuCompte(context, abonnement.agentId, "agenda:lire");
  if (agent === null) return null;
  const sien = { ...context, agent };
  const visibles = new Set((await structuresVisibles(sien)).map(({ id }) => id));
  const { structureId } = abonnement;
  if (structureId !== null && !visibles.has(structureId)) return null;
  return evenementsDe(sien, abonnement, visibles);
}

async function evenementsDe(
  context: Context,
  { agentId, structureId, libelle }: Abonnement,
  visibles: ReadonlySet<number>,
): Promise<CalendrierLu> {
  const { le, regle } = cadreDuJour(context);
  const tous = await rendezVousDuCalendrier(context.tx, {
    structureId,
    referents: structureId === null ? await referentsDuCompte(context.tx, agentId) : [],
    debut: ajouterJours(le, -JOURS_AVANT),
    fin: ajouterJours(le, JOURS_APRES),
  });
  const lus = tous.filter((un) => visibles.has(un.structureId));
  const noms =
    regle.titreDesCalendriers === "motif"
      ? new Map<number, { nom: string; prenom: string }>()
      : await nommerPersonnes(
          context.tx,
          context.agent.portee,
          lus.flatMap(({ personnes }) => personnes),
        );
  const lieux = new Map(
    (await lieuxDe(context.tx, [...new Set(lus.map((un) => un.structureId))])).map((lieu) => [
      lieu.id,
      lieu.nom,
    ]),
  );
  return {
    nom: libelle,
    evenements: lus.map(({ personnes, motif, lieuId, ...un }) => {
      const dit = regle.motifs.find(({ code }) => code === motif)?.libelle ?? "Rendez-vous";
      const qui = personnes.flatMap((id) => {
        const personne = noms.get(id);
        if (!personne) return [];
        return regle.titreDesCalendriers === "noms"
          ? [`${personne.prenom} ${personne.nom}`]
          : [`${personne.prenom.charAt(0)}. ${personne.nom.charAt(0)}.`];
      });
      const titre = qui.length === 0 ? dit : `${dit} : ${qui.join(", ")}`;
      return { ...un, titre, lieu: lieuId === null ? null : (lieux.get(lieuId) ?? null) };
    }),
  };
}
