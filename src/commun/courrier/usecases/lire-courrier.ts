import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { type CourrierEntier, lireCourrierEntier, lireDocument } from "../db/lire-courriers.ts";
import { lireCourrierInput } from "../schemas.ts";
import type { LireChamps } from "./emettre-courriers.ts";
import { imprimerCourriers } from "./imprimer-courriers.ts";

/** One letter, for who may see the person it was written to. */
export function lireCourrier(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.lire",
    input: lireCourrierInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ id }, { personneId }: CourrierEntier) => ({
      objet: "courrier",
      objetId: id,
      personneId,
    }),
    run: (context, { id }) => exigerCourrier(context, lireChamps, id),
  });
}

export interface DocumentLu {
  readonly nom: string;
  readonly personneId: number;
  readonly octets: Buffer;
}

/** Its document. A letter that the worker has not come to yet is printed now. */
export function lireDocumentCourrier(lireChamps: LireChamps) {
  return defineUseCase({
    name: "courrier.lire",
    input: lireCourrierInput,
    droit: "courrier:lire",
    nature: "lecture",
    trace: ({ id }, { personneId }: DocumentLu) => ({
      objet: "courrier",
      objetId: id,
      personneId,
      details: { document: true },
    }),
    async run(context, { id }): Promise<DocumentLu> {
      const { personneId, contenu } = await exigerCourrier(context, lireChamps, id);
      await imprimerCourriers(context, [id]);
      const octets = await lireDocument(context.tx, id);
      if (!octets) throw introuvable();
      return { nom: `${contenu.references[0]?.valeur ?? id}.pdf`, personneId, octets };
    },
  });
}

/** @throws DomainError `courrier.introuvable`, the same when it does not exist and outside the perimeter */
export async function exigerCourrier(
  context: Context,
  lireChamps: LireChamps,
  id: number,
): Promise<CourrierEntier> {
  const courrier = await lireCourrierEntier(context.tx, id);
  if (!courrier) throw introuvable();
  const visibles = await lireChamps(context, [courrier.personneId]);
  if (!visibles.has(courrier.personneId)) throw introuvable();
  return courrier;
}

function introuvable(): DomainError {
  return new DomainError(
    "courrier.introuvable",
    "Ce courrier n’existe pas, ou il n’est pas dans votre périmètre. Cherchez-le dans la liste des courriers.",
  );
}
