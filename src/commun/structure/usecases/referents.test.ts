import fc from "fast-check";
import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { contient } from "../domain/periodes.ts";
import { uneStructure, unReferent } from "../testing/une-structure.ts";
import { declarerAbsence } from "./declarer-absence.ts";
import { lireReferent } from "./lire-referent.ts";
import { modifierReferent } from "./modifier-referent.ts";
import { quitterReferent } from "./quitter-referent.ts";
import { terminerAbsence } from "./terminer-absence.ts";

const agent = unAgent();

function declarer(deps: Deps, referentId: number, du: string, au: string | null = null) {
  return declarerAbsence.execute(deps, agent, { referentId, du, au, motif: "conges" });
}

const jours = Array.from({ length: 40 }, (_, rang) =>
  new Date(Date.UTC(2026, 2, 1 + rang)).toISOString().slice(0, 10),
);

interface Geste {
  readonly du: number;
  readonly duree: number | null;
  readonly finir: boolean;
}

/** Declares, and calls off at once when asked; what is refused changes nothing. */
async function essayer(deps: Deps, referentId: number, { du, duree, finir }: Geste) {
  const premier = jours[du] ?? "";
  const dernier = duree === null ? null : (jours[du + duree] ?? null);
  const declaree = await declarer(deps, referentId, premier, dernier).catch((refus: unknown) => {
    expect(refus).toMatchObject({ code: "saisie.invalide" });
    return null;
  });
  if (!declaree || !finir) return;
  await terminerAbsence.execute(deps, agent, { absenceId: declaree.id, reprise: premier });
}

testAvecBase(
  "quoi qu’on déclare et qu’on abrège, les absences d’un référent ne se chevauchent jamais",
  async ({ deps }) => {
    const { id } = await uneStructure(deps);
    const gestes = fc.array(
      fc.record({
        du: fc.nat(30),
        duree: fc.option(fc.nat(8), { nil: null }),
        finir: fc.boolean(),
      }),
      { minLength: 1, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(gestes, async (suite) => {
        const referentId = await unReferent(deps, id);
        for (const geste of suite) await essayer(deps, referentId, geste);
        const { absences } = await lireReferent.execute(deps, agent, { referentId });
        for (const jour of jours) {
          expect(absences.filter((une) => contient(une, jour)).length).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 8 },
    );
  },
);

testAvecBase(
  "un retour avancé abrège l’absence, et celle qui n’a pas commencé est annulée",
  async ({ deps }) => {
    const { id } = await uneStructure(deps);
    const rose = await unReferent(deps, id);
    const enCours = await declarer(deps, rose, "2026-11-16", "2026-11-29");
    const aVenir = await declarer(deps, rose, "2026-12-21", "2027-01-01");
    const reprendre = (absenceId: number, reprise: string) =>
      terminerAbsence.execute(deps, agent, { absenceId, reprise });
    await reprendre(enCours.id, "2026-11-23");
    await reprendre(aVenir.id, "2026-12-21");
    const { absences } = await lireReferent.execute(deps, agent, { referentId: rose });
    expect(absences).toMatchObject([{ du: "2026-11-16", jusque: "2026-11-23" }]);
    await expect(reprendre(enCours.id, "2026-11-25")).rejects.toMatchObject({
      code: "absence.introuvable",
    });
  },
);

testAvecBase(
  "on n’est remplacé que par quelqu’un de la même structure, et qui y reste",
  async ({ deps }) => {
    const ici = await uneStructure(deps);
    const ailleurs = await uneStructure(deps, { nom: "Ailleurs" });
    const rose = await unReferent(deps, ici.id);
    const karim = await unReferent(deps, ici.id, { prenom: "Karim" });
    const lea = await unReferent(deps, ailleurs.id, { prenom: "Léa" });
    const remplacer = (remplaceParId: number) =>
      declarerAbsence.execute(deps, agent, {
        referentId: rose,
        du: "2026-12-01",
        motif: "formation",
        remplaceParId,
      });
    for (const impossible of [lea, rose]) {
      await expect(remplacer(impossible)).rejects.toMatchObject({
        details: { champs: { remplaceParId: expect.stringContaining("même structure") } },
      });
    }
    await remplacer(karim);
    const { absences } = await lireReferent.execute(deps, agent, { referentId: rose });
    expect(absences).toMatchObject([{ remplacePar: "Karim Parcours", jusque: null }]);
  },
);

testAvecBase(
  "un départ coupe les absences prévues après lui, et ne se dit qu’une fois",
  async ({ deps }) => {
    const { id } = await uneStructure(deps);
    const rose = await unReferent(deps, id);
    await declarer(deps, rose, "2026-12-21", "2027-01-01");
    const partir = (dernierJour: string) =>
      quitterReferent.execute(deps, agent, { referentId: rose, dernierJour });
    await expect(partir("2025-12-31")).rejects.toMatchObject({
      details: { champs: { dernierJour: expect.stringContaining("précéder") } },
    });
    await partir("2026-11-20");
    const fiche = await lireReferent.execute(deps, agent, { referentId: rose });
    expect(fiche).toMatchObject({ jusque: "2026-11-21", absences: [] });
    await expect(partir("2026-11-20")).rejects.toMatchObject({ code: "referent.parti" });
  },
);

testAvecBase("deux saisies sur la même fiche de référent ne s’écrasent pas", async ({ deps }) => {
  const { id } = await uneStructure(deps);
  const rose = await unReferent(deps, id);
  const modifier = (etp: number) =>
    modifierReferent.execute(deps, agent, {
      referentId: rose,
      version: 1,
      nom: "Parcours",
      prenom: "Rose",
      fonction: "référente",
      etp,
    });
  expect(await modifier(0.8)).toMatchObject({ etp: 0.8, places: null, version: 2 });
  await expect(modifier(0.5)).rejects.toMatchObject({
    code: "referent.conflit",
    details: { actuelle: { etp: 0.8 } },
  });
  await expect(modifier(1.2)).rejects.toMatchObject({
    details: { champs: { etp: expect.any(String) } },
  });
});
