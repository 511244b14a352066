import { z } from "zod";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { compterRejetsACorriger, listerLues, listerMensuelles } from "../db/lectures.ts";
import { attendreMensuel } from "../domain/avancement.ts";
import { dire } from "./lire-integration.ts";

const MOIS_DE_TENDANCE = 7;
const DERNIERES = 5;

/** What the files ask for today: rejects to correct, a run that stopped, the month awaited; and what came last. */
export const resumerFlux = defineUseCase({
  name: "flux-caf.resumer",
  input: z.object({}),
  droit: "flux:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now, departement }) {
    const aujourdhui = civilDay(now);
    const mensuelles = (await listerMensuelles(tx, MOIS_DE_TENDANCE)).map((lue) => dire(lue, now));
    const dernieres = (await listerLues(tx, { nature: null, apres: null, limite: DERNIERES })).map(
      (lue) => dire(lue, now),
    );
    const { arriveeMensuelle } = chargerReferentiel(departement.referentiel);
    const jour = valeurAu(arriveeMensuelle, aujourdhui) ?? null;
    return {
      aujourdhui,
      rejets: await compterRejetsACorriger(tx),
      enCours: dernieres.find(({ etat }) => etat === "en-cours") ?? null,
      mensuelles,
      dernieres,
      attente:
        jour === null ? null : attendreMensuel(mensuelles[0]?.reference ?? null, jour, aujourdhui),
    };
  },
});
