import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { contextOf } from "#platform/usecase/define-use-case.ts";
import { contenuDe, demande, uneAdresse, valeursDEssai } from "../testing/essai.ts";
import { emettreCourriers } from "./emettre-courriers.ts";
import { imprimerEnAttente } from "./imprimer-courriers.ts";

testAvecBase(
  "les courriers d’une année se suivent, chacun avec les mots de la personne",
  async ({ deps, base }) => {
    await base.transaction(async (tx) => {
      const context = contextOf(deps, tx, unAgent({ id: 7, nom: "Gaëlle Gestion" }));
      const premier = await emettreCourriers(context, demande([1, 2]));
      const second = await emettreCourriers(context, demande([3]));
      expect(premier.emis.map(({ numero }) => numero)).toEqual(["2026-000001", "2026-000002"]);
      expect(second.emis.map(({ numero }) => numero)).toEqual(["2026-000003"]);
      const contenu = await contenuDe(tx, second.emis[0]?.courrierId ?? 0);
      expect(contenu.destinataire).toEqual(["Mme Alice Exemple3", ...uneAdresse.split("\n")]);
      expect(contenu.lieuEtDate).toMatch(/, le 22 novembre 2026$/u);
      expect(JSON.stringify(contenu)).not.toContain("{{");
    });
  },
);

testAvecBase(
  "le document s’imprime une fois le courrier émis, et ne change plus",
  async ({ deps, base }) => {
    const id = await base.transaction(async (tx) => {
      const { emis } = await emettreCourriers(contextOf(deps, tx, unAgent()), demande([1]));
      return emis[0]?.courrierId ?? 0;
    });
    expect(await imprimerEnAttente.execute(deps, unAgent(), {})).toBe(1);
    const [document] = await base.transaction((tx) =>
      tx.query<{ debut: string; accessible: boolean }>(
        "select convert_from(substring(octets from 1 for 5), 'utf8') as debut, accessible from courrier_pdf where courrier_id = $1",
        [id],
      ),
    );
    expect(document).toEqual({ debut: "%PDF-", accessible: true });
    for (const changement of [
      "update courrier_pdf set octets = 'x' where courrier_id = $1",
      "update courrier set emis_le = '2026-01-01' where id = $1",
      "delete from courrier where id = $1",
    ]) {
      await expect(base.transaction((tx) => tx.query(changement, [id]))).rejects.toThrow(
        /courrier/u,
      );
    }
  },
);

testAvecBase(
  "une personne dont le courrier serait incomplet, ou hors du périmètre, est écartée et dite",
  async ({ deps, base }) => {
    const valeurs = new Map([
      [1, valeursDEssai(1)],
      [2, { ...valeursDEssai(2), "personne.adresse": null }],
      [3, { ...valeursDEssai(3), "structure.nom": " " }],
    ]);
    const lireChamps = () => Promise.resolve(valeurs);
    const { emis, ecartes } = await base.transaction((tx) =>
      emettreCourriers(contextOf(deps, tx, unAgent()), { ...demande([1, 2, 3, 4]), lireChamps }),
    );
    expect(emis.map(({ personneId }) => personneId)).toEqual([1]);
    expect(ecartes).toEqual([
      { personneId: 2, manquants: ["personne.adresse"] },
      { personneId: 3, manquants: ["structure.nom"] },
      { personneId: 4, manquants: [] },
    ]);
  },
);
