import { describe, expect, vi } from "vitest";
import { testAvecBase } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { entrer } from "../../../app/testing/agent-entre.ts";
import { avecTerritoires, lignes } from "../../../app/testing/foyers-inscrits.ts";

vi.setConfig({ testTimeout: 120_000 });

const saisie = {
  "service.nom": "Réparer sa voiture",
  "service.description": "Des mécaniciens réparent les voitures à prix réduit.",
  "service.type": "aide-materielle",
  "service.besoins": "mobilite--entretenir-reparer-son-vehicule",
  "service.zone": "80",
  "lieu.nom": "Garage solidaire",
  "lieu.codePostal": "80000",
  "lieu.commune": "Amiens",
  "lieu.horaires": "Mo-Fr 08:30-12:00; PH off",
};

async function seule(deps: Deps): Promise<number> {
  const [ressource] = await lignes<{ id: number }>(deps, "select id from ressource_sociale");
  return ressource?.id ?? 0;
}

describe("l’annuaire à l’écran", () => {
  testAvecBase("un responsable l’ajoute, le modifie, le vérifie, le retire", async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const site = await entrer(deps, "responsable", { territoires: [territoire("Amiens")] });
    const refuse = await site.envoyer("/ressources/nouvelle", { ...saisie, "service.nom": "" });
    expect(refuse.status).toBe(422);
    expect(await refuse.text()).toContain("Nommez le service");
    expect((await site.envoyer("/ressources/nouvelle", saisie)).status).toBe(303);
    const id = await seule(deps);
    const page = await site.lire(`/ressources/${id}`);
    expect(page).toContain("Du lundi au vendredi : 8 h 30 – 12 h");
    expect(page).toContain("département 80");
    expect(await site.lire(`/ressources/${id}/modifier`)).toContain("Garage solidaire");
    const change = { ...saisie, "service.frais": "gratuit", version: "1" };
    expect((await site.envoyer(`/ressources/${id}/modifier`, change)).status).toBe(303);
    expect((await site.envoyer(`/ressources/${id}/modifier`, change)).status).toBe(409);
    expect((await site.envoyer(`/ressources/${id}/verifier`)).status).toBe(303);
    expect(await site.lire("/ressources/liste")).toContain("Réparer sa voiture");
    const retrait = { version: "2", motif: "Fermé" };
    expect((await site.envoyer(`/ressources/${id}/retirer`, retrait)).status).toBe(303);
    expect(await site.lire(`/ressources/${id}`)).toContain("Rétablir");
  });

  testAvecBase("un référent part d’un frein, coche et imprime la feuille", async ({ deps }) => {
    const territoire = await avecTerritoires(deps);
    const tenant = await entrer(deps, "responsable", { territoires: [territoire("Amiens")] });
    await tenant.envoyer("/ressources/nouvelle", saisie);
    const site = await entrer(deps, "referent");
    const trouvees = await site.lire("/ressources?theme=mobilite&commune=Amiens&jour=23/11/2026");
    expect(trouvees).toContain("1 ressource");
    expect(trouvees).toContain("Réparer sa voiture");
    expect(await site.lire("/ressources?theme=logement")).toContain("Aucune ressource");
    expect(await site.lire("/ressources?commune=zzzzqq")).toContain("Commune inconnue");
    expect(await site.lire(`/ressources/fiche?ids=${await seule(deps)}`)).toContain(
      "adresse utile",
    );
    expect(await site.statut("/ressources/fiche")).toBe(303);
    expect((await site.envoyer("/ressources/nouvelle", saisie)).status).toBe(403);
  });
});
