import { chargerReferentiel } from "#commun/referentiel";
import { lirePresents } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireVersions, verrouillerContrat } from "../db/contrats.ts";
import { inscrireDocument, lireDocument, prendreAImprimer } from "../db/documents.ts";
import { lirePiece, lireSignatures } from "../db/signatures.ts";
import { type DocumentContrat, direContrat } from "../domain/document.ts";
import { termeDe } from "../domain/duree.ts";
import { gabaritContrat } from "../domain/gabarit.ts";
import { exigerNature } from "../domain/regime.ts";
import { pieceInput, rienInput, versionInput } from "../schemas.ts";
import { cadreDuJour, exigerContrat } from "./cadre.ts";

const PAR_LOT = 50;

/** Prints the signed contracts that wait; zero when none is left. For the worker, all day long. */
export const imprimerContrats = defineUseCase({
  name: "contrat.imprimer",
  input: rienInput,
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: null,
  run: (context) => imprimer(context, null),
});

async function imprimer(context: Context, versions: readonly number[] | null): Promise<number> {
  const attendus = await prendreAImprimer(context.tx, PAR_LOT, versions);
  const documents: DocumentContrat[] = [];
  for (const { contratId, versionId } of attendus) {
    documents.push(await composer(context, contratId, versionId));
  }
  if (documents.length === 0) return 0;
  const imprimes = await renderPdfs(gabaritContrat, documents);
  for (const [rang, { bytes, accessible }] of imprimes.entries()) {
    await inscrireDocument(context.tx, attendus[rang]?.versionId ?? 0, {
      octets: bytes,
      accessible,
      a: context.now,
    });
  }
  return imprimes.length;
}

async function composer(
  context: Context,
  contratId: number,
  versionId: number,
): Promise<DocumentContrat> {
  const { tx, departement } = context;
  const contrat = await verrouillerContrat(tx, contratId);
  const version = (await lireVersions(tx, contratId)).find(({ id }) => id === versionId);
  if (!contrat || !version) throw new Error(`Contract ${contratId} has no version ${versionId}`);
  const [present] = await lirePresents(tx, sql`s.personne_id = ${contrat.personneId}::int`);
  const { contenu, numero } = version;
  const { regle } = cadreDuJour(context);
  return direContrat({
    id: contratId,
    numero,
    nature: exigerNature(regle, contrat.nature),
    contenu,
    personne: present ? formatName(present.nom, present.prenom) : "",
    departement: `Département : ${chargerReferentiel(departement.referentiel).departement.nom}`,
    structure: contrat.structure,
    referent: contrat.referent,
    dernier:
      contenu.debut !== null && contenu.mois !== null
        ? termeDe(contenu.debut, contenu.mois).dernier
        : null,
    signatures: await lireSignatures(tx, [versionId]),
    droits: regle.droitsEtRecours.valeur,
  });
}

export interface DocumentLu {
  readonly personneId: number;
  readonly contratId: number;
  readonly type: string;
  readonly nom: string;
  readonly octets: Buffer;
}

const trace = (_: unknown, { contratId, personneId, nom }: DocumentLu) => ({
  objet: "contrat",
  objetId: contratId,
  personneId,
  details: { document: nom },
});

/** The document of a signed version; printed at once for who opens it before the worker came. */
export const lireDocumentContrat = defineUseCase({
  name: "contrat.lire-document",
  input: versionInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace,
  async run(context, { contratId, numero }): Promise<DocumentLu> {
    const { contrat } = await exigerContrat(context, contratId);
    const versions = await lireVersions(context.tx, contratId);
    const version = versions.find((une) => une.numero === numero && une.etape === "signee");
    if (!version) throw introuvable();
    await imprimer(context, [version.id]);
    const octets = await lireDocument(context.tx, version.id);
    if (!octets) throw introuvable();
    return {
      personneId: contrat.personneId,
      contratId,
      type: "application/pdf",
      nom: `contrat-${contratId}-${numero}.pdf`,
      octets,
    };
  },
});

/** The scan of a contract signed on paper. */
export const lirePieceContrat = defineUseCase({
  name: "contrat.lire-piece",
  input: pieceInput,
  droit: "contrat:lire",
  nature: "lecture",
  trace,
  async run(context, { contratId, pieceId }): Promise<DocumentLu> {
    const { contrat } = await exigerContrat(context, contratId);
    const piece = await lirePiece(context.tx, contratId, pieceId);
    if (!piece) throw introuvable();
    const fin = piece.type.split("/").at(-1) ?? "pdf";
    return {
      personneId: contrat.personneId,
      contratId,
      type: piece.type,
      nom: `contrat-${contratId}-signe.${fin}`,
      octets: piece.octets,
    };
  },
});

function introuvable(): DomainError {
  return new DomainError(
    "contrat.introuvable",
    "Ce document n’existe pas, ou la personne n’est pas dans votre périmètre.",
  );
}
