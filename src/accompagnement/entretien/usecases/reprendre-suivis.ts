import type { z } from "zod";
import { lirePresents } from "#droits/dossier";
import { sql } from "#platform/db/list/sql.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireBilans } from "../db/bilans.ts";
import { inscrireEntretiens, noterSuitesReprises } from "../db/entretiens.ts";
import { cloreEtapes, inscrireEtapes } from "../db/etapes.ts";
import { clorePeriodes, inscrireFreins } from "../db/freins.ts";
import { inscrireActesProjet, ouvrirProjets } from "../db/projets.ts";
import type { Auteur } from "../domain/auteur.ts";
import { repondreAuTheme } from "../domain/bilan.ts";
import { exigerMetier, exigerPassage } from "../domain/projet.ts";
import { reprendreSuivisInput } from "../schemas.ts";
import { tenirLesEcheances } from "./echeances.ts";
import { entretienPublie } from "./faits.ts";
import { nommerMetiers } from "./metiers.ts";
import { themesEnVigueur } from "./themes-en-vigueur.ts";

type Reprise = z.output<typeof reprendreSuivisInput>;

/**
 * Takes over what was written elsewhere, all at once: the same rows as the acts of each day would have left, signed
 * by those who wrote them. No role holds this right: it is for the one who installs.
 */
export const reprendreSuivis = defineUseCase({
  name: "entretien.reprendre",
  input: reprendreSuivisInput,
  droit: "entretien:reprendre",
  nature: "ecriture",
  trace: (_, personnes: number) => ({ objet: "departement", details: { personnes } }),
  async run(context, reprise): Promise<number> {
    const personnes = await exigerConnues(context, reprise);
    await reprendreBilans(context, reprise.bilans);
    await reprendreFreins(context, reprise.freins);
    await reprendreProjets(context, reprise.projets);
    await reprendreEntretiens(context, reprise.entretiens);
    await tenirLesEcheances(context, personnes);
    return personnes.length;
  },
});

/** Signed on the morning of its day by somebody who may have no account. */
const signe = (nom: string, le: string): Auteur => ({
  id: null,
  nom,
  a: new Date(`${le}T09:00:00Z`),
});

async function exigerConnues({ tx }: Context, reprise: Reprise): Promise<readonly number[]> {
  const { bilans, freins, projets, entretiens } = reprise;
  const personnes = [
    ...new Set(
      [...bilans, ...freins, ...projets, ...entretiens].map(({ personneId }) => personneId),
    ),
  ];
  const presents = await lirePresents(tx, sql`s.personne_id = any(${personnes}::int[])`);
  if (presents.length === personnes.length) return personnes;
  throw new DomainError(
    "personne.introuvable",
    "Certaines personnes de cette reprise ne sont pas connues. Rien n’est repris.",
  );
}

async function reprendreBilans(context: Context, bilans: Reprise["bilans"]): Promise<void> {
  const themes = new Map(
    (await themesEnVigueur(context)).map((enVigueur) => [enVigueur.theme.code, enVigueur]),
  );
  const lignes = bilans.map(({ personneId, theme: code, le, auteur, ...reponses }) => {
    const enVigueur = themes.get(code);
    if (!enVigueur)
      throw new DomainError("theme.introuvable", `Le thème « ${code} » n’existe pas.`);
    return {
      ...{ personneId, theme: code, themeVersion: enVigueur.version, le },
      contenu: repondreAuTheme(enVigueur.theme, reponses, null),
      par: signe(auteur, le),
    };
  });
  await inscrireBilans(context.tx, lignes);
}

async function reprendreFreins({ tx }: Context, freins: Reprise["freins"]): Promise<void> {
  const ids = await inscrireFreins(
    tx,
    freins.map(({ personneId, nature, libelle, poids, le, theme, auteur }) => ({
      ...{ personneId, nature, libelle, poids, theme, bilanId: null, du: le },
      par: signe(auteur, le),
    })),
  );
  const etapes = freins.flatMap((frein, rang) =>
    frein.etapes.map((etape) => ({
      ...etape,
      ...{ freinId: ids[rang] ?? 0, prevueLe: frein.le, auteur: frein.auteur },
      par: signe(frein.auteur, frein.le),
    })),
  );
  const prevues = await inscrireEtapes(tx, etapes);
  await cloreEtapes(
    tx,
    "faite",
    etapes.flatMap(({ faiteLe, auteur }, rang) =>
      faiteLe === null
        ? []
        : [{ id: prevues[rang] ?? 0, le: faiteLe, par: signe(auteur, faiteLe) }],
    ),
  );
  await clorePeriodes(
    tx,
    freins.flatMap(({ leve, auteur }, rang) =>
      leve === null
        ? []
        : [
            {
              ...{ freinId: ids[rang] ?? 0, au: leve.le, fin: "leve" as const },
              ...{ preuve: leve.preuve, document: leve.document || null },
              par: signe(auteur, leve.le),
            },
          ],
    ),
  );
}

async function reprendreProjets({ tx }: Context, projets: Reprise["projets"]): Promise<void> {
  const codes = projets.flatMap(({ actes }) => actes.flatMap(({ contenu }) => contenu.metiers));
  const metiers = new Map((await nommerMetiers(tx, codes)).map((metier) => [metier.code, metier]));
  const ids = await ouvrirProjets(
    tx,
    projets.map(({ personneId, actes }) => ({
      personneId,
      a: signe("", actes[0]?.le ?? "2000-01-01").a,
    })),
  );
  const lignes = projets.flatMap(({ actes, auteur }, rang) =>
    actes.map(({ etat, le, contenu, reevaluerLe }, numero) => {
      exigerPassage(actes[numero - 1]?.etat ?? null, etat);
      const nomme = {
        ...contenu,
        metiers: contenu.metiers.flatMap((code) => metiers.get(code) ?? []),
      };
      exigerMetier(etat, nomme);
      return {
        ...{ projetId: ids[rang] ?? 0, etat, le, contenu: nomme, reevaluerLe },
        par: signe(auteur, le),
      };
    }),
  );
  await inscrireActesProjet(tx, lignes);
}

async function reprendreEntretiens(
  context: Context,
  entretiens: Reprise["entretiens"],
): Promise<void> {
  const { tx } = context;
  const ids = await inscrireEntretiens(
    tx,
    entretiens.map(({ auteur, suiteDonneeLe: _, ...entretien }) => ({
      ...entretien,
      ...{ rendezVousId: null, corrigeId: null },
      par: signe(auteur, entretien.le),
      publieA: signe(auteur, entretien.le).a,
    })),
  );
  await noterSuitesReprises(
    tx,
    entretiens.flatMap(({ suiteDonneeLe, auteur }, rang) =>
      suiteDonneeLe === null ? [] : [{ id: ids[rang] ?? 0, le: suiteDonneeLe, par: auteur }],
    ),
  );
  if (entretiens.length === 0) return;
  await context.tell(entretienPublie, {
    entretiens: entretiens.map(({ personneId, le }, rang) => ({
      ...{ personneId, le, entretienId: ids[rang] ?? 0, rendezVousId: null },
    })),
  });
}
