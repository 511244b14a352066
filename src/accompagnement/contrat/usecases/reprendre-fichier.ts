import { z } from "zod";
import { conditionPortee, lirePresents } from "#droits/dossier";
import { allOf, sql } from "#platform/db/list/sql.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import {
  type ContratDuFichier,
  type LigneRefusee,
  lireFichierReprise,
} from "../domain/fichier-reprise.ts";
import { reprendreContrats } from "./reprendre-contrats.ts";

export interface FichierRepris {
  readonly repris: number;
  /** By line of the file. */
  readonly refusees: readonly LigneRefusee[];
}

const fichierInput = z.object({ texte: z.string() });

/** The contracts of a file, whole: each line is taken, or refused with its reason. */
export const reprendreFichier = defineUseCase({
  name: "contrat.reprendre-fichier",
  input: fichierInput,
  droit: "contrat:suivre",
  nature: "ecriture",
  trace: null,
  async run(context, { texte }): Promise<FichierRepris> {
    const { contrats, refusees } = lireFichierReprise(texte);
    const personnes = await trouver(context, contrats);
    const trouves = contrats.flatMap((contrat) => {
      const [personneId, ...autres] = personnes.get(cle(contrat)) ?? [];
      return personneId === undefined || autres.length > 0 ? [] : [{ ...contrat, personneId }];
    });
    const connues = new Set(trouves.map(({ ligne }) => ligne));
    const inconnues = contrats
      .filter(({ ligne }) => !connues.has(ligne))
      .map((contrat) => ({
        ligne: contrat.ligne,
        message: personnes.has(cle(contrat))
          ? "Plusieurs personnes ont ce numéro de demande et ce rôle."
          : "Aucune personne de votre périmètre n’a ce numéro de demande et ce rôle.",
      }));
    const pris = await reprendreContrats.within(context, context.journal, {
      contrats: trouves.map(({ ligne: _, numeroDemande: __, role: ___, ...contrat }) => contrat),
    });
    const autres = pris.refusees.map(({ ligne, message }) => ({
      ligne: trouves[ligne - 1]?.ligne ?? 0,
      message,
    }));
    return {
      repris: pris.repris,
      refusees: [...refusees, ...inconnues, ...autres].toSorted((a, b) => a.ligne - b.ligne),
    };
  },
});

const cle = ({ numeroDemande, role }: Pick<ContratDuFichier, "numeroDemande" | "role">) =>
  `${numeroDemande} ${role}`;

async function trouver(
  { tx, agent }: Context,
  contrats: readonly ContratDuFichier[],
): Promise<ReadonlyMap<string, readonly number[]>> {
  const numeros = [...new Set(contrats.map(({ numeroDemande }) => numeroDemande))];
  const presents = await lirePresents(
    tx,
    allOf([sql`s.numero_demande = any(${numeros}::text[])`, conditionPortee(agent.portee)]),
  );
  const parCle = Map.groupBy(presents, ({ numeroDemande, role }) =>
    cle({ numeroDemande, role: role ?? "" }),
  );
  return new Map(
    [...parCle].map(([laquelle, leurs]) => [laquelle, leurs.map(({ personneId }) => personneId)]),
  );
}
