import { expect } from "vitest";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { unFoyerDeclare } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { auNord, uneAction, unOperateur } from "../../../app/testing/offre.ts";
import { appOf, instanceOf, origin } from "../../../app/testing/visite.ts";
import { prendreTableurs } from "../../../app/travaux.ts";

const FICHIER = [
  "Suivi du coaching",
  "Nom;Prénom;Date de naissance;Entrée;Attestation;CER;Fin;Pourquoi",
  "Exemple;Alice;12/04/1985;05/10/2026;02/10/2026;01/10/2026;10/11/2026;EMB",
  "Inconnue;Zoé;01/01/1990;05/10/2026;;;;",
].join("\n");

testAvecBase(
  "un chef de projet dépose son tableur, dit ses mots, prend ses lignes et corrige les autres",
  async ({ deps }) => {
    const nord = auNord(deps);
    const structureId = await unOperateur(nord);
    const actionId = await uneAction(deps, { structureId, nom: "Coaching de l’Élan" });
    await declarer(deps, "2026-09-30", [unFoyerDeclare()]);
    const app = await appOf(instanceOf(nord.base));
    const agent = await entrer(nord, "chef-de-projet", {
      structures: [structureId],
      app: Promise.resolve(app),
    });
    expect(await agent.lire("/offre/tableur")).toContain("Déposer");

    const corps = new FormData();
    corps.set("action", String(actionId));
    corps.set("fichier", new File([FICHIER], "suivi.csv"));
    const depose = await app.fetch(
      new Request(`${origin}/essai/offre/tableur`, {
        method: "POST",
        body: corps,
        headers: { cookie: agent.cookie, origin },
      }),
    );
    expect(depose.status).toBe(303);
    const ici = (depose.headers.get("location") ?? "").replace("/essai", "");
    const vue = await agent.lire(ici);
    expect(vue).toContain("Il manque de quoi lire les séjours");
    expect(vue).toContain("Nature de la sortie");

    const colonnes = {
      "colonne-0": "nom",
      "colonne-1": "prenom",
      "colonne-2": "date-naissance",
      "colonne-3": "entree",
      "colonne-4": "attestation",
      "colonne-5": "contrat",
      "colonne-6": "sortie",
      "colonne-7": "nature-sortie",
    };
    expect((await agent.envoyer(`${ici}/expliquer`, colonnes)).status).toBe(303);
    expect(await agent.lire(ici)).toContain("La sortie « EMB » est");
    await agent.envoyer(`${ici}/expliquer`, { ...colonnes, "nature-0": "cdi" });
    expect(await agent.lire(ici)).toContain("Prendre les séjours");

    expect((await agent.envoyer(`${ici}/lancer`)).status).toBe(303);
    expect(await agent.lire(ici)).toContain("le travail continue sans elle");
    await prendreTableurs(nord, unAgent());
    const prise = await agent.lire(ici);
    expect(prise).toContain("1 ligne refusée");
    expect(prise).toContain("Personne ayant droit à cette action ce jour-là ne répond");
    expect(await lignes(deps, "select classe from sejour")).toEqual([{ classe: "durable" }]);
    expect(await lignes(deps, "select saisi_par from sejour")).toEqual([{ saisi_par: agent.id }]);

    const refus = await agent.demander(`${ici}/refus.xlsx`);
    expect(refus.headers.get("content-disposition")).toContain("lignes-refusees.xlsx");
    expect(await agent.statut("/offre/tableur/modele.xlsx")).toBe(200);
    expect((await agent.envoyer("/offre/tableur", {})).status).toBe(422);
  },
);
