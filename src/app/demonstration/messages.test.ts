import { expect } from "vitest";
import { envoyerMessages } from "#commun/message";
import { lireJoignables } from "#droits/dossier";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { unFoyerDeclare } from "../testing/foyers.ts";
import { declarer, idDe } from "../testing/foyers-inscrits.ts";
import { Circuit } from "./circuit.ts";
import { porterLesMessages } from "./messages.ts";

testAvecBase(
  "dans la démonstration, chaque message part à son heure passée, et celui de demain attend",
  async ({ deps }) => {
    await declarer(deps, "2026-09-30", [
      unFoyerDeclare({
        contacts: [{ nature: "telephone", valeur: "0639981234", type: "M", accord: "A" }],
      }),
    ]);
    const personneId = await idDe(deps, "ALICE");
    const ecrire = (le: string, partLe: string | null) =>
      deps.base.transaction((tx) =>
        envoyerMessages(contextOf(deps, tx, unAgent(), new Date(le)), lireJoignables, {
          usage: "rappel-rendez-vous",
          objet: "rendez-vous",
          destinataires: [
            {
              personneId,
              objetId: Date.parse(le) % 1000,
              valeurs: {
                "rendez-vous.date": "mardi 1er décembre 2026",
                "rendez-vous.heure": "9 h",
                "rendez-vous.lieu": "Amiens",
              },
              partLe: partLe === null ? null : new Date(partLe),
            },
          ],
        }),
      );
    await ecrire("2026-07-01T09:00:00Z", null);
    await ecrire("2026-07-02T09:00:00Z", "2026-08-05T08:00:00Z");
    await ecrire("2026-11-20T09:00:00Z", "2026-11-29T08:00:00Z");
    await porterLesMessages(new Circuit(deps, unAgent(), "2026-10"));
    const lus = await deps.base.transaction((tx) =>
      tx.query("select etat, fini_le as le from boite_envoi order by id"),
    );
    expect(lus).toEqual([
      { etat: "envoye", le: new Date("2026-07-01T09:00:00Z") },
      { etat: "envoye", le: new Date("2026-08-05T08:00:00Z") },
      { etat: "en-attente", le: null },
    ]);
  },
);
