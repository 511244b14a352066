import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { le } from "../../../app/testing/orientation.ts";
import {
  corriger,
  envoyer,
  laRestitution,
  restitutionDe,
  sejourner,
  uneAction,
} from "../../../app/testing/restitutions.ts";
import { rectifierRestitution } from "./rectifier-restitution.ts";

const agent = unAgent();
const tous = ["2026-01", "2026-02", "2026-03"];

const unPas = fc.record({
  personne: fc.integer({ min: 1, max: 4 }),
  entree: fc.integer({ min: 1, max: 88 }),
  sortie: fc.option(fc.integer({ min: 0, max: 60 })),
});
type Pas = typeof unPas extends fc.Arbitrary<infer Un> ? Un : never;

const jour = (rang: number) => new Date(Date.UTC(2026, 0, rang)).toISOString().slice(0, 10);

async function corrigerLesSejours(deps: Deps, id: number, pas: readonly Pas[]): Promise<void> {
  for (const { personne, entree, sortie } of pas) {
    await lignes(deps, "delete from sejour where action_id = $1 and personne_id = $2", [
      id,
      personne,
    ]);
    await sejourner(deps, id, {
      personneId: personne,
      entreLe: jour(entree),
      sortiLe: sortie === null ? null : jour(entree + sortie),
      classe: sortie === null ? null : "autre",
    });
    await corriger(le(deps, "2026-04-03"), id, "select 1");
  }
}

async function toutRectifier(deps: Deps, id: number): Promise<void> {
  for (const mois of tous) {
    const { transmise_le: transmise, ecart } = await laRestitution(deps, id, mois);
    if (transmise !== null && ecart === null) continue;
    if (transmise !== null) {
      await rectifierRestitution.execute(le(deps, "2026-04-04"), agent, {
        ...(await restitutionDe(deps, id, mois)),
        motif: "Séjours corrigés",
      });
    }
    await envoyer(deps, "2026-04-04", id, mois);
  }
}

testAvecBase(
  "après des corrections, une fois tout rectifié, chaque mois ouvre sur la fin du précédent",
  async ({ deps }) => {
    let rang = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(unPas, { minLength: 1, maxLength: 4 }), async (pas) => {
        rang += 1;
        const { id } = await uneAction(deps, { operateur: `Opérateur ${rang}` });
        await sejourner(deps, id, { personneId: 9, entreLe: "2026-01-02" });
        for (const mois of tous) await envoyer(deps, "2026-04-02", id, mois);
        await corrigerLesSejours(deps, id, pas);
        await toutRectifier(deps, id);
        const chaine = await lignes<{ debut: number; fin: number; ecart: unknown }>(
          deps,
          `select (v.chiffres ->> 'debut')::int as debut, (v.chiffres ->> 'fin')::int as fin, r.ecart
           from restitution r join restitution_version v on v.restitution_id = r.id and v.numero = r.transmis_numero
           where r.action_id = $1 order by r.mois`,
          [id],
        );
        expect(chaine.map(({ debut }) => debut)).toEqual([
          0,
          ...chaine.slice(0, -1).map(({ fin }) => fin),
        ]);
        expect(chaine.map(({ ecart }) => ecart)).toEqual(tous.map(() => null));
      }),
      { numRuns: 8 },
    );
  },
);
