import { expect } from "vitest";
import { type ListRow, streamList } from "#platform/db/list/fetch.ts";
import { parseListState, visibleColumns } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Portee, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, unOperateur } from "../../../app/testing/offre.ts";
import {
  uneActionPour,
  unePersonneAPlacer,
  unePrescription,
} from "../../../app/testing/prescription.ts";
import { annulerPrescription } from "../usecases/suites.ts";
import { listePrescriptions } from "./liste.ts";

const droits = new Set<string>();

testAvecBase(
  "l’export d’un opérateur ne porte plus ce qui est su d’une personne dont la prescription est close",
  async ({ deps }) => {
    const personneId = await unePersonneAPlacer(deps);
    const actionId = await uneActionPour(deps, personneId);
    const prescriptionId = await unePrescription(deps, { personneId, actionId });
    await lignes(
      deps,
      "update situation_personne set telephone = '0322000001', matricule = '1234567' where personne_id = $1",
      [personneId],
    );
    const operateur: Portee = {
      ...{ territoires: [], referentId: null },
      structures: [await unOperateur(auNord(deps))],
    };
    const exporter = (portee: Portee, filtre = "") =>
      deps.base.transaction(async (tx) => {
        const { state } = parseListState(
          listePrescriptions,
          new URLSearchParams(`colonnes=nom,telephone,matricule,commune${filtre}`),
          { today: "2026-11-22", droits, options: new Map() },
        );
        const colonnes = visibleColumns(listePrescriptions, state, droits);
        const lues: ListRow["values"][] = [];
        for await (const lot of streamList(tx, listePrescriptions, state, portee, colonnes)) {
          lues.push(...lot.map(({ values }) => values));
        }
        return lues;
      });
    const entiere = { nom: "EXEMPLE", telephone: "0322000001", matricule: "1234567" };
    expect(await exporter(operateur)).toMatchObject([entiere]);
    expect(await exporter(operateur, "&age=0..120")).toMatchObject([entiere]);
    expect(await exporter(operateur, "&q=1234")).toMatchObject([entiere]);
    await annulerPrescription.execute(auNord(deps), unAgent(), {
      ...{ prescriptionId, version: 1, motif: "projet" },
    });
    expect(await exporter(operateur)).toEqual([
      { nom: "EXEMPLE", telephone: null, matricule: null, commune: null },
    ]);
    for (const filtre of [
      "&telephone=oui",
      "&telephone=non",
      "&commune=Amiens",
      "&age=0..120",
      "&q=1234",
    ]) {
      expect(await exporter(operateur, filtre)).toEqual([]);
    }
    expect(await exporter(operateur, "&q=exemple")).toHaveLength(1);
    expect(await exporter(porteeTotale)).toMatchObject([entiere]);
  },
);
