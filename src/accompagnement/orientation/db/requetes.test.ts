import { expect } from "vitest";
import { requetesDossier } from "#droits/dossier";
import { countList } from "#platform/db/list/fetch.ts";
import { loadOptions } from "#platform/db/list/options.ts";
import { parseListState } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import type { Deps } from "#platform/usecase/define-use-case.ts";
import { porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { unDroitDeclare, unePersonneDeclaree } from "../../../app/testing/foyers.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { foyersDe, ouvrir, proposer, unePopulation } from "../../../app/testing/orientation.ts";
import { deciderOrientation } from "../usecases/decider-orientation.ts";
import { requetesOrientation } from "./listes-suivi.ts";

const AUJOURDHUI = "(now() at time zone 'Europe/Paris')::date";

/** The same questions asked from the facts, without the reading table. */
const independantes: Readonly<Record<string, string>> = {
  "allocataires-non-orientes": nonOrientes("DEM"),
  "conjoints-non-orientes": nonOrientes("CJT"),
  "hors-delai": `select count(distinct m.personne_id)::int as n from membre m
    join echeance e on e.personne_id = m.personne_id
    where e.code = 'decider-orientation' and e.accomplie_le is null and e.eteinte_le is null
      and e.limite < ${AUJOURDHUI} and m.personne_id in (${aAccompagner()})`,
  "cer-non-contractualises": `select count(*)::int as n from orientation o
    where not o.annulee and upper_inf(o.periode) and o.personne_id in (${aAccompagner()})`,
  "droits-clos": `select count(distinct m.personne_id)::int as n from membre m
    join periode_droit d on d.dossier_id = m.dossier_id and d.jusqua is null and d.remplace_le is null
    where m.jusqua is null and d.etat in ('5', '6')`,
  "dossiers-incomplets": `select count(*)::int as n from situation_personne s
    where s.beneficiaire and cardinality(s.manquants) > 0`,
};

function aAccompagner(): string {
  return `select m.personne_id from membre m
    join periode_droit d on d.dossier_id = m.dossier_id and d.jusqua is null and d.remplace_le is null
    join periode_devoir v on v.dossier_id = m.dossier_id and v.personne_id = m.personne_id
      and v.jusqua is null and v.remplace_le is null
    where m.jusqua is null and v.soumis and d.etat in ('2', '3', '4')`;
}

function nonOrientes(role: string): string {
  return `select count(*)::int as n from membre m where m.role = '${role}' and m.jusqua is null
    and m.personne_id in (${aAccompagner()})
    and not exists (select from orientation o where o.personne_id = m.personne_id and not o.annulee and upper_inf(o.periode))`;
}

async function unDepartement(deps: Deps): Promise<void> {
  await ouvrir(deps, { nom: "Maison de l’emploi", places: 100 });
  await unePopulation(deps, ["ALICE", "BRUNO", "CHLOÉ", "DRISS", "EVA"]);
  const [, , trois, quatre] = foyersDe(["ALICE", "BRUNO", "CHLOÉ", "DRISS", "EVA"]);
  if (!(trois && quatre)) throw new Error("deux foyers sont attendus");
  await declarer(deps, "2026-11-15", [
    {
      ...trois,
      personnes: [
        ...trois.personnes,
        unePersonneDeclaree({ prenom: "KARIM", role: "CJT", nir: "1850480021009" }),
      ],
    },
    { ...quatre, droit: unDroitDeclare({ etat: "5" }) },
  ]);
  const [premiere, seconde] = await proposer(deps);
  for (const une of [premiere, seconde]) {
    await deciderOrientation.execute(deps, unAgent(), {
      propositionId: une?.id ?? 0,
      version: une?.version ?? 0,
    });
  }
  await lignes(
    deps,
    `update echeance set limite = ${AUJOURDHUI} - 1, brute = ${AUJOURDHUI} - 1
     where code = 'decider-orientation' and personne_id % 2 = 1`,
  );
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
      "allocataires-non-orientes": 2,
      "conjoints-non-orientes": 1,
      "cer-non-contractualises": 2,
    });
    expect(comptes["hors-delai"]).toBeGreaterThan(0);
  },
);
