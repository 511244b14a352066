import type { ModeleCourrier } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  adopterBrouillon,
  ecrireBrouillon,
  lireBrouillons,
  lireVersions,
  type ModeleEcrit,
  supprimerBrouillon,
} from "../db/modeles.ts";
import { defautsDuModele } from "../domain/fusion.ts";
import {
  adopterModeleInput,
  enregistrerBrouillonInput,
  modeleInput,
  rienInput,
} from "../schemas.ts";
import { type ModeleEnVigueur, modelesEnVigueur } from "./modeles-en-vigueur.ts";

const droit = "courrier:modele";

export interface ModelesLus {
  readonly enVigueur: readonly ModeleEnVigueur[];
  readonly brouillons: readonly ModeleEcrit[];
}

export const listerModeles = defineUseCase({
  name: "courrier.lister-modeles",
  input: rienInput,
  droit,
  nature: "lecture",
  trace: null,
  async run(context): Promise<ModelesLus> {
    return {
      enVigueur: await modelesEnVigueur(context),
      brouillons: await lireBrouillons(context.tx),
    };
  },
});

export interface ModeleLu {
  readonly code: string;
  /** Null for a letter that only exists as a draft. */
  readonly enVigueur: ModeleEnVigueur | null;
  readonly brouillon: ModeleEcrit | null;
  readonly adoptees: readonly ModeleEcrit[];
}

export const lireModele = defineUseCase({
  name: "courrier.lire-modele",
  input: modeleInput,
  droit,
  nature: "lecture",
  trace: null,
  run: (context, { code }): Promise<ModeleLu> => exigerModele(context, code),
});

/** @throws DomainError `courrier.modele.introuvable` */
export async function exigerModele(context: Context, code: string): Promise<ModeleLu> {
  const versions = await lireVersions(context.tx, code);
  const enVigueur =
    (await modelesEnVigueur(context)).find(({ modele }) => modele.code === code) ?? null;
  const brouillon = versions.find(({ version }) => version === null) ?? null;
  if (!enVigueur && !brouillon) {
    throw new DomainError(
      "courrier.modele.introuvable",
      "Ce modèle de courrier n’existe pas. Choisissez-en un dans la liste.",
    );
  }
  return {
    code,
    enVigueur,
    brouillon,
    adoptees: versions.filter(({ version }) => version !== null),
  };
}

/** Saves the draft. A field that does not exist is refused, with where it stands; what is in force does not move. */
export const enregistrerBrouillon = defineUseCase({
  name: "courrier.enregistrer-brouillon",
  input: enregistrerBrouillonInput,
  droit,
  nature: "ecriture",
  trace: ({ code }) => ({ objet: "modele-courrier", objetId: code }),
  async run(context, { code, revision, contenu }): Promise<number> {
    const connu = await exigerModele(context, code);
    const texte = connu.enVigueur?.modele.texte ?? connu.brouillon?.contenu.texte ?? "";
    const modele: ModeleCourrier = { ...contenu, code, texte };
    const [defaut, ...autres] = defautsDuModele(modele);
    if (defaut) {
      throw new DomainError(
        "courrier.champ-inconnu",
        [defaut, ...autres].map(({ message }) => message).join(" "),
        { defauts: [defaut, ...autres] },
      );
    }
    const { agent, now, tx } = context;
    const ecrite = await ecrireBrouillon(tx, {
      contenu: modele,
      revision,
      parId: agent.id,
      par: agent.nom,
      a: now,
    });
    if (ecrite !== null) return ecrite;
    throw conflit(connu.brouillon);
  },
});

export const abandonnerBrouillon = defineUseCase({
  name: "courrier.abandonner-brouillon",
  input: modeleInput,
  droit,
  nature: "ecriture",
  trace: ({ code }) => ({ objet: "modele-courrier", objetId: code }),
  run: ({ tx }, { code }): Promise<boolean> => supprimerBrouillon(tx, code),
});

/** From now on, letters are written with the draft. Those already issued keep the version they had. */
export const adopterModele = defineUseCase({
  name: "courrier.adopter-modele",
  input: adopterModeleInput,
  droit,
  nature: "ecriture",
  trace: ({ code }, version: number) => ({
    objet: "modele-courrier",
    objetId: code,
    details: { version },
  }),
  async run(context, { code, revision }): Promise<number> {
    const { brouillon } = await exigerModele(context, code);
    const { agent, now, tx } = context;
    const par = { id: agent.id, nom: agent.nom, a: now };
    const version = await adopterBrouillon(tx, code, revision, par);
    if (version !== null) return version;
    throw conflit(brouillon);
  },
});

function conflit(brouillon: ModeleEcrit | null): DomainError {
  const qui = brouillon ? `${brouillon.ecritPar} a enregistré` : "Quelqu’un a adopté ou abandonné";
  return new DomainError(
    "courrier.conflit",
    `${qui} ce brouillon avant vous. Votre texte est encore à l’écran : comparez, puis enregistrez le vôtre si vous le gardez.`,
    { revision: brouillon?.revision ?? 0 },
  );
}
