import { z } from "zod";
import { compterParAction } from "#accompagnement/prescription";
import { lireMoisNonTransmis } from "#financement/restitution-mensuelle";
import { programmeAu } from "#offre/catalogue";
import { civilDay } from "#platform/clock/civil-day.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import type { PortsComptage, PrescriptionsDAction } from "../offre/comptage/http.ts";
import { cadreAction } from "./offre.ts";

const demande = z.object({
  actions: z.array(z.number().int().positive()),
  du: z.iso.date(),
  au: z.iso.date(),
});

/** What explains a place that stays empty: prescriptions received by these actions, and what the operators answered. */
const compterPrescriptionsDesActions = defineUseCase({
  name: "comptage.prescriptions",
  input: demande,
  droit: "prescription:lire",
  nature: "lecture",
  trace: null,
  async run({ tx, now, departement }, voulue): Promise<readonly PrescriptionsDAction[]> {
    const { programme } = programmeAu(departement.referentiel, civilDay(now));
    const motifs = new Map(
      programme.prescription.valeur.motifsRefus.map(({ code, libelle }) => [code, libelle]),
    );
    const comptes = await compterParAction(tx, voulue);
    return comptes.map(({ refus, ...compte }) => ({
      ...compte,
      motifs: refus.map(({ motif, nombre }) => ({
        code: motif,
        libelle: motifs.get(motif) ?? motif,
        nombre,
      })),
    }));
  },
});

const etats = {
  attente: "liste-attente",
  expiree: "expiree",
  recue: null,
  refusee: "refusee",
  "sans-reponse": "prescrite",
} as const;

/** What the figures of the actions take from above. */
export const portsComptage: PortsComptage = {
  cadre: cadreAction,
  nonTransmis: lireMoisNonTransmis,
  async prescriptions(request, voulue) {
    if (!request.agent.droits.has("prescription:lire") || voulue.actions.length === 0) return [];
    return request.act(compterPrescriptionsDesActions, {
      ...voulue,
      actions: [...voulue.actions],
    });
  },
  adressePrescriptions({ actions, etat, du, au, motif }) {
    const filtres = new URLSearchParams();
    if (actions.length > 0) filtres.set("action", actions.join(","));
    const code = etats[etat];
    if (code !== null) filtres.set("etat-prescription", code);
    if (motif !== undefined) filtres.set("motif-refus", motif);
    if (etat !== "attente") filtres.set("prescrite", `${du}..${au}`);
    return `/prescriptions/liste?${filtres.toString().replaceAll("%2C", ",")}`;
  },
};
