import type { Referentiel } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  adopter,
  cloreBrouillonMatrice,
  listerAdoptees,
  matriceEnVigueur,
  verrouillerMatrices,
} from "../db/matrices.ts";
import { adopterMatriceInput } from "../schemas-matrice.ts";
import { exigerMatrice } from "./matrice-brouillon.ts";
import { cadreMatrice, exigerBrouillon } from "./matrice-cadre.ts";

interface Adoption {
  readonly version: string;
  readonly remplace: string;
  readonly depuis: string;
  readonly motif: string;
}

/** From this day proposals are made by this content, under a version of its own that never changes. */
export const adopterMatrice = defineUseCase({
  name: "matrice.adopter",
  input: adopterMatriceInput,
  droit: "matrice:editer",
  nature: "ecriture",
  trace: (_, { version, ...details }: Adoption) => ({
    objet: "matrice",
    objetId: version,
    details: { ...details },
  }),
  async run(context, { depuis, motif, remplace, ...choix }): Promise<Adoption> {
    const { tx, agent, now } = context;
    const { le, referentiel } = cadreMatrice(context);
    await verrouillerMatrices(tx);
    const brouillon = await exigerBrouillon(context, choix);
    exigerJour(depuis, le);
    const adoptees = await listerAdoptees(tx);
    const [derniere] = adoptees;
    const connue =
      derniere?.matrice.version ?? (await matriceEnVigueur(tx, referentiel, le)).matrice.version;
    if (connue !== remplace) throw remplacee(connue);
    exigerMatrice(context, brouillon.contenu);
    const version = versionSuivante(
      referentiel,
      adoptees.map(({ matrice }) => matrice.version),
    );
    await adopter(tx, {
      contenu: { ...brouillon.contenu, version },
      depuis,
      brouillonId: brouillon.id,
      auteur: agent,
      le: now,
      motif,
    });
    await cloreBrouillonMatrice(tx, brouillon.id, "adopte");
    return { version, remplace, depuis, motif };
  },
});

function exigerJour(depuis: string, le: string): void {
  if (depuis >= le) return;
  throw new DomainError("saisie.invalide", "La saisie comporte des erreurs.", {
    champs: {
      depuis:
        "Choisissez aujourd’hui ou un jour à venir : les propositions déjà faites gardent leur matrice.",
    },
  });
}

function remplacee(version: string): DomainError {
  return new DomainError(
    "matrice.conflit",
    `Une autre matrice a été adoptée depuis (${version}). Relisez ce qui change par rapport à elle, puis adoptez.`,
  );
}

function versionSuivante({ nom, matrice }: Referentiel, adoptees: readonly string[]): string {
  const numeros = [...matrice.map(({ valeur }) => valeur.version), ...adoptees].map((version) =>
    Number(/-(\d+)$/u.exec(version)?.[1] ?? 0),
  );
  return `${nom}-${Math.max(0, ...numeros) + 1}`;
}
