import {
  modifierContrat,
  proposerContrat,
  redigerContrat,
  signerContrat,
} from "#accompagnement/contrat";
import { unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { idDe, lignes } from "./foyers-inscrits.ts";
import { le, orienter, ouvrir, unePopulation } from "./orientation.ts";

const agent = unAgent();

/** One person of the Somme, oriented on 1 October 2026 and entrusted to a référent. */
export async function unePersonneOrientee(deps: Deps, prenom = "ALICE"): Promise<number> {
  await ouvrir(deps, { nom: "Maison de l’emploi" });
  await unePopulation(deps, [prenom]);
  await orienter(le(deps, "2026-11-02"));
  return idDe(deps, prenom);
}

export async function revisionDe(deps: Deps, contratId: number): Promise<number> {
  const [version] = await lignes<{ revision: number }>(
    deps,
    "select revision from contrat_version where contrat_id = $1 order by numero desc limit 1",
    [contratId],
  );
  return version?.revision ?? 0;
}

/** What the law asks of a contrat d’engagement, filled in. */
export async function remplir(deps: Deps, contratId: number, debut: string): Promise<void> {
  const sections = [
    { section: "duree", debut, mois: 6, bilanMois: 3, vulnerabilite: null },
    { section: "objectifs", objectifs: ["Trouver un emploi de cuisinier"] },
    {
      section: "actions",
      actions: [
        {
          libelle: "Immersion en cuisine",
          nature: "mise-en-situation",
          heures: 15,
          collective: false,
          encadree: true,
          jusqua: null,
        },
      ],
    },
    { section: "heures", regime: "ordinaire", hebdomadaires: 15, motif: null, precision: "" },
    {
      section: "engagements",
      engagementsPersonne: ["Venir aux rendez-vous"],
      engagementsOrganisme: ["Recevoir la personne chaque mois"],
    },
  ] as const;
  for (const contenu of sections) {
    await modifierContrat.execute(deps, agent, {
      contratId,
      revision: await revisionDe(deps, contratId),
      contenu: structuredClone(contenu) as never,
    });
  }
}

export async function proposer(deps: Deps, contratId: number): Promise<void> {
  const revision = await revisionDe(deps, contratId);
  await proposerContrat.execute(deps, agent, { contratId, revision });
}

export async function signer(
  deps: Deps,
  contratId: number,
  qualite: "personne" | "referent",
  jour: string,
) {
  return signerContrat.execute(deps, agent, {
    contratId,
    revision: await revisionDe(deps, contratId),
    qualite,
    nom: qualite === "personne" ? "Alice Exemple" : "Rémi Un",
    moyen: "tablette",
    le: jour,
    trace: "[[[1,1],[20,12],[40,3]]]",
  });
}

/** Drafted, filled, proposed and signed by both the same day. */
export async function unContratSigne(
  deps: Deps,
  personneId: number,
  jour = "2026-11-10",
): Promise<number> {
  const ceJour = le(deps, jour);
  const { contratId } = await redigerContrat.execute(ceJour, agent, {
    personneId,
    nature: "contrat-engagement",
  });
  await remplir(ceJour, contratId, jour);
  await proposer(ceJour, contratId);
  await signer(ceJour, contratId, "referent", jour);
  await signer(ceJour, contratId, "personne", jour);
  return contratId;
}

export interface ContratLu {
  readonly etat: string;
  readonly regime: string | null;
  readonly signe: string | null;
  readonly periode: string | null;
  readonly bilan: string | null;
}

export async function contratLu(deps: Deps, id: number): Promise<ContratLu | undefined> {
  const [lu] = await lignes<ContratLu>(
    deps,
    `select etat, regime, signe_le::text as signe, periode::text, bilan_le::text as bilan from contrat where id = $1`,
    [id],
  );
  return lu;
}
