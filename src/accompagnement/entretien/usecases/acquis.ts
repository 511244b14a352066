import { exigerPersonne } from "#droits/dossier";
import { civilDay } from "#platform/clock/civil-day.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type AcquisLu,
  cloreInscription,
  type InscriptionLue,
  inscrireAcquis,
  inscrireInscription,
  lireAcquis,
  lireInscriptions,
  retirerUnAcquis,
  verifierUneInscription,
} from "../db/acquis.ts";
import {
  cesserEmploiInput,
  inscrireEmploiInput,
  noterAcquisInput,
  personneInput,
  retirerAcquisInput,
  verifierEmploiInput,
} from "../schemas.ts";
import { auteurDe } from "./auteur.ts";

const droit = "entretien:saisir";

interface Touche {
  readonly personneId: number;
  readonly objetId: number;
}

const trace =
  (objet: string) =>
  (_: unknown, { personneId, objetId }: Touche) => ({ objet, objetId, personneId });

export interface AcquisConsultes {
  readonly personneId: number;
  readonly acquis: readonly AcquisLu[];
  /** The latest first. */
  readonly inscriptions: readonly InscriptionLue[];
}

export const consulterAcquis = defineUseCase({
  name: "entretien.consulter-acquis",
  input: personneInput,
  droit: "entretien:lire",
  nature: "lecture",
  trace: (_, { personneId }: AcquisConsultes) => ({ objet: "acquis", personneId }),
  async run({ tx, agent }, { personneId }): Promise<AcquisConsultes> {
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    return {
      personneId: id,
      acquis: await lireAcquis(tx, id),
      inscriptions: await lireInscriptions(tx, id),
    };
  },
});

export const noterAcquis = defineUseCase({
  name: "entretien.noter-acquis",
  input: noterAcquisInput,
  droit,
  nature: "ecriture",
  trace: trace("acquis"),
  async run(context, saisie): Promise<Touche> {
    const { tx, agent } = context;
    const { id } = await exigerPersonne(tx, saisie.personneId, agent.portee);
    exigerPasse(context, saisie.le, "le");
    const objetId = await inscrireAcquis(tx, { ...saisie, personneId: id }, auteurDe(context));
    return { personneId: id, objetId };
  },
});

/** What was noted by mistake is withdrawn, and stays written with the reason. */
export const retirerAcquis = defineUseCase({
  name: "entretien.retirer-acquis",
  input: retirerAcquisInput,
  droit,
  nature: "ecriture",
  trace: trace("acquis"),
  async run(context, { personneId, acquisId, motif }): Promise<Touche> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    const par = auteurDe(context);
    const retrait = { id: acquisId, personneId: id, le: civilDay(now), motif, par };
    if (await retirerUnAcquis(tx, retrait)) return { personneId: id, objetId: acquisId };
    throw new DomainError(
      "acquis.introuvable",
      "Cet acquis n’est pas celui de cette personne, ou il est déjà retiré. Rouvrez sa page.",
    );
  },
});

/** She is registered as a job seeker from a day on: the registration before ends that day. */
export const inscrireDemandeurEmploi = defineUseCase({
  name: "entretien.inscrire-demandeur-emploi",
  input: inscrireEmploiInput,
  droit,
  nature: "ecriture",
  trace: trace("inscription-emploi"),
  async run(context, { personneId, numero, categorie, du }): Promise<Touche> {
    const { tx, agent, now } = context;
    const { id } = await exigerPersonne(tx, personneId, agent.portee);
    exigerPasse(context, du, "du");
    const [derniere] = await lireInscriptions(tx, id);
    if (derniere && du <= (derniere.au ?? derniere.du)) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { du: "Une inscription plus récente est connue. Vérifiez la date." },
      });
    }
    if (derniere && derniere.au === null) {
      await cloreInscription(tx, derniere.id, { au: du, motif: "Nouvelle inscription" });
    }
    const objetId = await inscrireInscription(tx, {
      ...{ personneId: id, numero, categorie, du },
      verifieeLe: civilDay(now),
      par: auteurDe(context),
    });
    return { personneId: id, objetId };
  },
});

/** Somebody looked today: still registered, in this category. Another category is a new period. */
export const verifierInscription = defineUseCase({
  name: "entretien.verifier-inscription",
  input: verifierEmploiInput,
  droit,
  nature: "ecriture",
  trace: trace("inscription-emploi"),
  async run(context, { personneId, inscriptionId, version, categorie }): Promise<Touche> {
    const { tx, now } = context;
    const inscription = await exigerInscription(context, { personneId, inscriptionId, version });
    const le = civilDay(now);
    const par = auteurDe(context);
    if (inscription.categorie === categorie) {
      await verifierUneInscription(tx, inscription.id, le, par);
      return { personneId, objetId: inscription.id };
    }
    if (le <= inscription.du) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: {
          categorie: "Cette inscription commence aujourd’hui : sa catégorie changera demain.",
        },
      });
    }
    await cloreInscription(tx, inscription.id, { au: le, motif: "Changement de catégorie" });
    const { numero } = inscription;
    const objetId = await inscrireInscription(tx, {
      ...{ personneId, numero, categorie, du: le, verifieeLe: le, par },
    });
    return { personneId, objetId };
  },
});

export const cesserInscription = defineUseCase({
  name: "entretien.cesser-inscription",
  input: cesserEmploiInput,
  droit,
  nature: "ecriture",
  trace: trace("inscription-emploi"),
  async run(context, { personneId, inscriptionId, version, le, motif }): Promise<Touche> {
    const inscription = await exigerInscription(context, { personneId, inscriptionId, version });
    exigerPasse(context, le, "le");
    if (le <= inscription.du) {
      throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
        champs: { le: "Une inscription cesse après avoir commencé." },
      });
    }
    await cloreInscription(context.tx, inscription.id, { au: le, motif });
    return { personneId, objetId: inscription.id };
  },
});

/** @throws DomainError `inscription.introuvable`, `inscription.conflit` */
async function exigerInscription(
  { tx, agent }: Context,
  voulue: { readonly personneId: number; readonly inscriptionId: number; readonly version: number },
): Promise<InscriptionLue> {
  const { id } = await exigerPersonne(tx, voulue.personneId, agent.portee);
  const inscriptions = await lireInscriptions(tx, id);
  const inscription = inscriptions.find((une) => une.id === voulue.inscriptionId);
  if (inscription?.au !== null) {
    throw new DomainError(
      "inscription.introuvable",
      "Cette inscription a cessé, ou n’est pas celle de cette personne. Rouvrez sa page.",
    );
  }
  if (inscription.version === voulue.version) return inscription;
  throw new DomainError(
    "inscription.conflit",
    "Quelqu’un a changé cette inscription avant vous. Voici où elle en est.",
  );
}

function exigerPasse({ now }: Context, jour: string, champ: string): void {
  if (jour <= civilDay(now)) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: { [champ]: "Ce jour n’est pas encore venu. Vérifiez la date." },
  });
}
