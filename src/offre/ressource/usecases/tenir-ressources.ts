import { rechercherCommune } from "#droits/territoire";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  ecrireLieux,
  ecrireServices,
  noterFaits,
  noterRetrait,
  noterVerification,
  prendreNumero,
} from "../db/ecrire.ts";
import { trouverLieu } from "../db/ressources.ts";
import { changements } from "../domain/changements.ts";
import { lireHoraires } from "../domain/horaires.ts";
import { completer, type LieuSaisi, type ServiceSaisi } from "../domain/ressource.ts";
import { creerInput, modifierInput, ressourceInput, retirerInput } from "../schemas.ts";
import { auteurDe, exigerRessource, refusDeSaisie, tenirRessource } from "./cadre.ts";

/** Source of what is entered here. */
export const SOURCE = "jalon";

export const creerRessource = defineUseCase({
  name: "ressource.creer",
  input: creerInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ service }, id: number) => ({
    objet: "ressource",
    objetId: id,
    details: { nom: service.nom },
  }),
  async run(context, saisie): Promise<number> {
    const { tx } = context;
    exigerLisible(saisie);
    const lieu = await avecCommune(context, saisie.lieu);
    const connu = await trouverLieu(tx, lieu.nom, lieu.codeCommune);
    const cleLieu = connu ?? `${SOURCE}--${await prendreNumero(tx, "lieu_ressource")}`;
    const id = await ecrire(context, {
      lieu,
      service: saisie.service,
      ...{ cleLieu, sourceLieu: SOURCE, source: SOURCE },
      cle: `${SOURCE}--${await prendreNumero(tx, "ressource_sociale")}`,
    });
    await noterFaits(
      tx,
      [{ ressourceId: id, nature: "creation", avant: null, motif: null }],
      auteurDe(context),
    );
    return id;
  },
});

/** What it said before stays in its history. The place is shared by its other services. */
export const modifierRessource = defineUseCase<typeof modifierInput, void>({
  name: "ressource.modifier",
  input: modifierInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ ressourceId }) => ({ objet: "ressource", objetId: ressourceId }),
  async run(context, saisie) {
    const ancienne = await tenirRessource(context, saisie);
    exigerLisible(saisie);
    const lieu = await avecCommune(context, saisie.lieu);
    const avant = changements(
      { lieu: ancienne.lieu, service: ancienne },
      { lieu, service: saisie.service },
    );
    await ecrire(context, {
      lieu,
      service: saisie.service,
      cleLieu: ancienne.lieu.cle,
      sourceLieu: ancienne.lieu.source,
      cle: ancienne.cle,
      source: ancienne.source,
    });
    const auteur = auteurDe(context);
    await noterVerification(context.tx, ancienne.id, auteur);
    const nature = Object.keys(avant).length > 0 ? "modification" : "verification";
    await noterFaits(
      context.tx,
      [
        {
          ressourceId: ancienne.id,
          nature,
          avant: nature === "modification" ? avant : null,
          motif: null,
        },
      ],
      auteur,
    );
  },
});

/** Somebody has just asked: everything it says still holds. */
export const verifierRessource = defineUseCase<typeof ressourceInput, void>({
  name: "ressource.verifier",
  input: ressourceInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ ressourceId }) => ({ objet: "ressource", objetId: ressourceId }),
  async run(context, { ressourceId }) {
    await exigerRessource(context, ressourceId);
    const auteur = auteurDe(context);
    await noterVerification(context.tx, ressourceId, auteur);
    const fait = { ressourceId, nature: "verification", avant: null, motif: null };
    await noterFaits(context.tx, [fait], auteur);
  },
});

export const retirerRessource = defineUseCase<typeof retirerInput, void>({
  name: "ressource.retirer",
  input: retirerInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ ressourceId, motif }) => ({
    objet: "ressource",
    objetId: ressourceId,
    details: { motif },
  }),
  async run(context, { motif, ...demande }) {
    const { id, retireeLe } = await tenirRessource(context, demande);
    if (retireeLe !== null) {
      throw new DomainError("ressource.retiree", "Cette ressource est déjà retirée de l’annuaire.");
    }
    const auteur = auteurDe(context);
    await noterRetrait(context.tx, id, { le: auteur.le, motif });
    await noterFaits(
      context.tx,
      [{ ressourceId: id, nature: "retrait", avant: null, motif }],
      auteur,
    );
  },
});

export const retablirRessource = defineUseCase<typeof ressourceInput, void>({
  name: "ressource.retablir",
  input: ressourceInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ ressourceId }) => ({ objet: "ressource", objetId: ressourceId }),
  async run(context, { ressourceId }) {
    const { retireeLe } = await exigerRessource(context, ressourceId);
    if (retireeLe === null) {
      throw new DomainError("ressource.presente", "Cette ressource est déjà dans l’annuaire.");
    }
    const auteur = auteurDe(context);
    await noterRetrait(context.tx, ressourceId, null);
    await noterVerification(context.tx, ressourceId, auteur);
    const fait = { ressourceId, nature: "retablissement", avant: null, motif: null };
    await noterFaits(context.tx, [fait], auteur);
  },
});

interface AEcrire {
  readonly lieu: LieuSaisi;
  readonly service: ServiceSaisi;
  readonly cleLieu: string;
  readonly sourceLieu: string;
  readonly cle: string;
  readonly source: string;
}

async function ecrire(
  context: Context,
  { lieu, service, cleLieu, sourceLieu, cle, source }: AEcrire,
): Promise<number> {
  const { le, auteur } = auteurDe(context);
  const lieux = await ecrireLieux(context.tx, [
    { ...lieu, cle: cleLieu, source: sourceLieu, modifieLe: le },
  ]);
  const dates = { verifieeLe: le, verifieePar: auteur, modifieeLe: le };
  const [ecrit] = await ecrireServices(context.tx, [
    {
      ...service,
      ...completer(service, lieu),
      ...dates,
      cle,
      source,
      lieuId: lieux.get(cleLieu) ?? 0,
    },
  ]);
  return ecrit?.id ?? 0;
}

/** The official commune behind what was typed, so that a search by commune finds it. */
async function avecCommune(context: Context, lieu: LieuSaisi): Promise<LieuSaisi> {
  const texte = lieu.commune ?? "";
  if (texte.length < 2) return { ...lieu, codeCommune: null, commune: null };
  const trouvees = await rechercherCommune.within(context, context.journal, {
    texte,
    partout: true,
  });
  const commune =
    trouvees.find(({ codesPostaux }) => codesPostaux.includes(lieu.codePostal ?? "")) ??
    trouvees.find(({ departement }) => departement === context.departement.code) ??
    trouvees[0];
  if (!commune) {
    throw refusDeSaisie({ "lieu.commune": "Commune inconnue : vérifiez son nom." });
  }
  return { ...lieu, codeCommune: commune.code, commune: commune.nom };
}

/** Hours nobody can read are refused while somebody is there to write them again. */
function exigerLisible({
  lieu,
  service,
}: {
  readonly lieu: LieuSaisi;
  readonly service: ServiceSaisi;
}) {
  const message = "Horaires illisibles. Exemple : Mo-Fr 08:30-12:30,13:30-17:00; PH off.";
  const illisible = (ecrit: string | null) => ecrit !== null && lireHoraires(ecrit) === null;
  if (illisible(lieu.horaires)) throw refusDeSaisie({ "lieu.horaires": message });
  if (illisible(service.horaires)) throw refusDeSaisie({ "service.horaires": message });
  if (service.du !== null && service.au !== null && service.au < service.du) {
    throw refusDeSaisie({ "service.au": "Le dernier jour vient avant le premier." });
  }
}
