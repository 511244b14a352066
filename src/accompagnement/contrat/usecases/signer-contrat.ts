import type { z } from "zod";
import type { QualiteSignataire } from "#commun/referentiel";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { changerVersion } from "../db/contrats.ts";
import { mettreAImprimer } from "../db/documents.ts";
import { deposerPiece, inscrireSignature, lireSignatures } from "../db/signatures.ts";
import { passer } from "../domain/etapes.ts";
import { typeDePiece } from "../domain/piece.ts";
import {
  exigerSignataire,
  signaturesManquantes,
  verifierJourDeSignature,
} from "../domain/signature.ts";
import { lireTrace, type TraceSignature } from "../domain/trace.ts";
import { signerInput } from "../schemas.ts";
import { exigerOrientation, exigerPreparation, tenirAJour } from "./cadre.ts";
import { engager } from "./engager.ts";
import { touche } from "./preparer-contrat.ts";
import type { ContratTouche } from "./rediger-contrat.ts";

export interface SignatureDonnee extends ContratTouche {
  readonly manquent: readonly QualiteSignataire[];
}

type Saisie = z.output<typeof signerInput>;

const laSignature = (
  { qualite, moyen, le }: Saisie,
  { contratId, personneId }: SignatureDonnee,
) => ({ objet: "contrat", objetId: contratId, personneId, details: { qualite, moyen, le } });

const signerEnQualite =
  (...qualites: readonly QualiteSignataire[]) =>
  (context: Context, saisie: Saisie): Promise<SignatureDonnee> => {
    if (qualites.includes(saisie.qualite)) return signer(context, saisie);
    throw new DomainError(
      "contrat.signataire",
      "Le Département signe par qui valide ses contrats ; le référent recueille la signature de la personne et la sienne.",
      { champ: "qualite" },
    );
  };

/** The person's signature or the référent's, on the tablet or on paper. The last one awaited makes the contract. */
export const signerContrat = defineUseCase({
  name: "contrat.signer",
  input: signerInput,
  droit: "contrat:rediger",
  nature: "ecriture",
  trace: laSignature,
  run: signerEnQualite("personne", "referent"),
});

/** The département’s own signature, where its text wants three. */
export const signerPourLeDepartement = defineUseCase({
  name: "contrat.signer-departement",
  input: signerInput,
  droit: "contrat:valider",
  nature: "ecriture",
  trace: laSignature,
  run: signerEnQualite("departement"),
});

async function signer(context: Context, saisie: Saisie): Promise<SignatureDonnee> {
  const { tx, agent, now } = context;
  const { contrat, nature, preparation, le: aujourdhui } = await exigerPreparation(context, saisie);
  const etape = passer(preparation.etape, "signer", nature);
  const donnees = await lireSignatures(tx, [preparation.id]);
  const avant = donnees.map(({ qualite }) => qualite);
  exigerSignataire(saisie.qualite, nature.signataires, avant);
  const { decideeLe } = await exigerOrientation(context, contrat.personneId);
  verifierJourDeSignature({
    signeLe: saisie.le,
    aujourdhui,
    decideeLe,
    contratSigneLe: contrat.signeLe,
  });
  const preuve = await garderLaPreuve(context, contrat.id, saisie);
  await inscrireSignature(
    tx,
    { versionId: preparation.id, ...saisie, ...preuve },
    { a: now, par: agent.id },
  );
  const manquent = signaturesManquantes(nature.signataires, [...avant, saisie.qualite]);
  if (manquent.length === 0) {
    const signeLe = [...donnees.map(({ le }) => le), saisie.le].toSorted().at(-1) ?? saisie.le;
    await engager(context, { contrat, nature, preparation, signeLe });
    await changerVersion(tx, preparation.id, { etape, signeeLe: signeLe });
    await mettreAImprimer(tx, preparation.id);
  } else {
    await changerVersion(tx, preparation.id, { etape: preparation.etape });
  }
  await tenirAJour(context, [contrat.personneId]);
  return { ...touche(contrat), manquent };
}

/** What proves the signature: the drawing, or the scan of the paper. */
async function garderLaPreuve(
  { tx, agent, now }: Context,
  contratId: number,
  { moyen, trace, piece }: Saisie,
): Promise<{ readonly trace: TraceSignature | null; readonly pieceId: number | null }> {
  if (moyen === "tablette") return { trace: lireTrace(trace), pieceId: null };
  if (moyen === "saisie") return { trace: null, pieceId: null };
  if (piece === null) {
    throw new DomainError(
      "contrat.piece-manquante",
      "Le contrat signé sur papier manque : numérisez-le et joignez-le, c’est lui qui prouve la signature.",
      { champ: "piece" },
    );
  }
  const type = typeDePiece(piece.octets);
  const pieceId = await deposerPiece(tx, contratId, { ...piece, type }, { a: now, par: agent.id });
  return { trace: null, pieceId };
}
