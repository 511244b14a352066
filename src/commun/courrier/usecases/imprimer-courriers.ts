import { createHash } from "node:crypto";
import { renderPdfs } from "#platform/pdf/render-pdf.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireDocuments, prendreAImprimer } from "../db/courriers.ts";
import { gabaritCourrier } from "../domain/gabarit.ts";
import { rienInput } from "../schemas.ts";

const PAR_LOT = 100;

/** Prints these letters, those that are not printed yet: the document of a letter is made once. */
export async function imprimerCourriers(
  context: Pick<Context, "tx" | "now">,
  ids: readonly number[],
): Promise<number> {
  let imprimes = 0;
  for (let debut = 0; debut < ids.length; debut += PAR_LOT) {
    imprimes += await imprimer(context, ids.slice(debut, debut + PAR_LOT));
  }
  return imprimes;
}

/** Prints a hundred of the letters that wait; zero when none is left. For the worker, all day long. */
export const imprimerEnAttente = defineUseCase({
  name: "courrier.imprimer",
  input: rienInput,
  droit: "courrier:emettre",
  nature: "ecriture",
  trace: null,
  run: (context) => imprimer(context, null),
});

async function imprimer(
  { tx, now }: Pick<Context, "tx" | "now">,
  ids: readonly number[] | null,
): Promise<number> {
  const lettres = await prendreAImprimer(tx, PAR_LOT, ids);
  if (lettres.length === 0) return 0;
  const documents = await renderPdfs(
    gabaritCourrier,
    lettres.map(({ contenu }) => contenu),
  );
  await inscrireDocuments(
    tx,
    documents.map(({ bytes, accessible }, index) => ({
      courrierId: lettres[index]?.id ?? 0,
      octets: bytes,
      empreinte: createHash("sha256").update(bytes).digest(),
      accessible,
    })),
    now,
  );
  return lettres.length;
}
