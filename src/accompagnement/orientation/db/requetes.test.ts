import { expect } from "vitest";
import { chargerReferentiel, valeurAu } from "#commun/referentiel";
import { requetesDossier } from "#droits/dossier";
import { countList } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { parseListState } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { unDroitDeclare, unePersonneDeclaree } from "../../../app/testing/foyers.ts";
import { declarer, idDe, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { foyersDe, ouvrir, proposer, unePopulation } from "../../../app/testing/orientation.ts";
import { deciderOrientation } from "../usecases/decider-orientation.ts";
import { requetesOrientation } from "./listes-suivi.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

const referentiel = chargerReferentiel("somme-2025");
const JOUR = "2026-11-22";

function enVigueur(alias: string): string {
  return `on ${alias}.jusqua is null and ${alias}.remplace_le is null`;
}

/** Present, under the duties, her right open or suspended for what leaves it: the rule of the référentiel of that day. */
function aAccompagner(): string {
  const { etats, motifsEtat4 } = valeurAu(referentiel.beneficiaire, JOUR);
  const liste = (codes: readonly string[]) => `array['${codes.join("','")}']::text[]`;
  return `select m.personne_id, m.dossier_id, m.role, d.etat, v.depuis as soumis_depuis
    from membre m
    join periode_droit d ${enVigueur("d")} and d.dossier_id = m.dossier_id
    join periode_devoir v ${enVigueur("v")} and v.dossier_id = m.dossier_id and v.personne_id = m.personne_id
    where m.jusqua is null and v.soumis
      and (d.etat = any(${liste(etats)}) or (d.etat = '4' and d.motifs_versement && ${liste(motifsEtat4)}))`;
}

function orientation(personne: string): string {
  return `select from orientation o where o.personne_id = ${personne} and not o.annulee and upper_inf(o.periode)`;
}

function nonOrientes(role: string): string {
  return `select count(*)::int as n from (${aAccompagner()}) x
    where x.role = '${role}' and not exists (${orientation("x.personne_id")})`;
}

const contact = (nature: string) => `not exists (select from contact c where c.nature = '${nature}'
  and c.remplace_le is null and (c.personne_id = x.personne_id
    or (c.personne_id is null and c.dossier_id = x.dossier_id and x.role in ('DEM', 'CJT'))))`;
const identite = (condition: string) =>
  `exists (select from personne p where p.id = x.personne_id and ${condition})`;
const duDossier = (table: string) =>
  `select from ${table} t where t.dossier_id = x.dossier_id and t.jusqua is null and t.remplace_le is null`;
const deLaPersonne = (table: string, condition = "true") =>
  `select from ${table} t where t.personne_id = x.personne_id and ${condition}`;

/** When each piece is missing, in the tables that hold it. */
const absences: Readonly<Record<string, string>> = {
  nir: identite("p.nir_etat = 'absent'"),
  "nir-cle": identite("p.nir_etat in ('cle-fausse', 'forme-fausse')"),
  "date-naissance": identite("p.date_naissance is null"),
  "demandeur-emploi": identite("p.numero_demandeur_emploi is null"),
  role: "x.role is null",
  adresse: `not exists (${duDossier("periode_adresse")})`,
  commune: `exists (${duDossier("periode_adresse")} and t.code_commune is null)`,
  "situation-familiale": `not exists (${duDossier("periode_famille")})`,
  telephone: contact("telephone"),
  diagnostic: `not exists (${deLaPersonne("diagnostic_declare", "t.remplace_le is null")})
    and not exists (${deLaPersonne("diagnostic_constate")})`,
};

/** Whom a piece is asked of. */
const populations: Readonly<Record<string, string>> = {
  tous: "true",
  "soumis-droits-devoirs": "true",
  "nouveaux-entrants": `(${deLaPersonne("mouvement", "t.nature <> 'demenagement'").replace("select", "select t.nature")}
    order by t.connu_le desc, t.id limit 1) = 'entree'`,
};

/** One piece at least of those the référentiel asks for that day, of who she is and where her right stands. */
function incomplet(): string {
  const regles = referentiel.completude.filter(
    ({ depuis, jusqua }) => depuis <= JOUR && (jusqua === null || JOUR < jusqua),
  );
  const dites = regles.map(({ code, roles, etats, population }) => {
    const [absence, qui] = [absences[code], populations[population]];
    if (absence === undefined || qui === undefined) throw new Error(`pièce inconnue : ${code}`);
    return `(x.role in ('${roles.join("','")}') and x.etat in ('${etats.join("','")}') and ${qui} and ${absence})`;
  });
  return `(${dites.join(" or ")})`;
}

/** The same questions asked from what the files and the acts wrote: no reading table, no deadline computed. */
const independantes: Readonly<Record<string, string>> = {
  "allocataires-non-orientes": nonOrientes("DEM"),
  "conjoints-non-orientes": nonOrientes("CJT"),
  "hors-delai": `select count(*)::int as n from (${aAccompagner()}) x
    where x.role in ('DEM', 'CJT') and not exists (${orientation("x.personne_id")})
      and greatest(x.soumis_depuis, (select max(o.connu_le) from mouvement o where o.personne_id = x.personne_id
        and o.nature in ('stock', 'entree', 'retour'))) + 42 < ${AUJOURDHUI}`,
  "cer-non-contractualises": `select count(*)::int as n from (${aAccompagner()}) x
    where exists (${orientation("x.personne_id")})`,
  "droits-clos": `select count(distinct m.personne_id)::int as n from membre m join periode_droit d ${enVigueur("d")}
    and d.dossier_id = m.dossier_id where m.jusqua is null and d.etat in ('5', '6') and d.depuis >= '${JOUR}'::date - 62`,
  "dossiers-incomplets": `select count(*)::int as n from (${aAccompagner()}) x where ${incomplet()}`,
};

/** Days before the real one: what is late depends on the clock of the base. */
function ilYA(jours: number): string {
  return new Date(Date.now() - jours * 86_400_000).toISOString().slice(0, 10);
}

const PRENOMS = ["ALICE", "BRUNO", "CHLOÉ", "DRISS", "EVA", "FANNY", "GILLES", "HUGO"] as const;

/** Two oriented, one late, one with her husband, one complete, two closed of whom one long ago, one suspended for good. */
async function unDepartement(deps: Deps): Promise<void> {
  await ouvrir(deps, { nom: "Maison de l’emploi", places: 100 });
  await unePopulation(deps, []);
  const foyers = new Map(PRENOMS.map((prenom, rang) => [prenom, foyersDe(PRENOMS)[rang]]));
  const de = (prenom: (typeof PRENOMS)[number]) => {
    const foyer = foyers.get(prenom);
    if (!foyer) throw new Error(`un foyer est attendu pour ${prenom}`);
    return foyer;
  };
  await declarer(deps, ilYA(60), [de("ALICE"), de("BRUNO"), de("CHLOÉ")]);
  const [eva] = de("EVA").personnes;
  const telephone = { nature: "telephone", valeur: "0639981234", type: null, accord: "A" } as const;
  await declarer(deps, ilYA(10), [
    {
      ...de("DRISS"),
      personnes: [
        ...de("DRISS").personnes,
        unePersonneDeclaree({ prenom: "KARIM", role: "CJT", nir: "1850480021009" }),
      ],
    },
    {
      ...de("EVA"),
      contacts: [telephone],
      personnes: [
        {
          ...unePersonneDeclaree(eva),
          numeroDemandeurEmploi: "12345678901",
          diagnostic: { DIFSOC: ["0402"] },
        },
      ],
    },
    {
      ...de("FANNY"),
      droit: unDroitDeclare({ etat: "5", cloture: { motif: "RFD", le: "2026-11-01" } }),
    },
    {
      ...de("GILLES"),
      droit: unDroitDeclare({ etat: "5", cloture: { motif: "RFD", le: "2026-03-01" } }),
    },
    { ...de("HUGO"), droit: unDroitDeclare({ etat: "4" }) },
  ]);
  for (const prenom of ["ALICE", "BRUNO"]) {
    const [proposee] = (await proposer(deps, [await idDe(deps, prenom)])).filter(
      (une) => une.prenom === prenom,
    );
    await deciderOrientation.execute(deps, unAgent(), {
      propositionId: proposee?.id ?? 0,
      version: proposee?.version ?? 0,
    });
  }
}

type Requete = (typeof requetesOrientation)[number];

/** As the page of standing queries counts. */
function compter(deps: Deps, { definition, adresse }: Requete): Promise<number> {
  return deps.base.transaction(async (tx) => {
    const options = await loadOptions(tx, definition, porteeTotale);
    const { state, warnings } = parseListState(definition, new URLSearchParams(adresse), {
      today: "2026-11-22",
      droits: everyRight,
      options,
    });
    expect(warnings).toEqual([]);
    return countList(tx, definition, state, porteeTotale);
  });
}

testAvecBase(
  "chaque requête du texte donne le même nombre qu’une question posée aux faits",
  async ({ deps }) => {
    await unDepartement(deps);
    const requetes = [...requetesDossier, ...requetesOrientation].filter(
      ({ nom }) => nom in independantes,
    );
    expect(requetes).toHaveLength(6);
    const comptes: Record<string, number> = {};
    for (const requete of requetes) {
      const compte = await compter(deps, requete);
      const [attendu] = await lignes<{ n: number }>(deps, independantes[requete.nom] ?? "");
      expect([requete.nom, compte]).toEqual([requete.nom, attendu?.n]);
      comptes[requete.nom] = compte;
    }
    expect(comptes).toMatchObject({
      "allocataires-non-orientes": 3,
      "conjoints-non-orientes": 1,
      "cer-non-contractualises": 2,
      "hors-delai": 1,
      "droits-clos": 1,
    });
    expect(comptes["dossiers-incomplets"]).toBeLessThan(6);
    expect(comptes["dossiers-incomplets"]).toBeGreaterThan(0);
  },
);
