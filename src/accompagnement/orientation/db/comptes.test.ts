import { expect } from "vitest";
import { countList } from "#platform/db/list/fetch.ts";
import { parseListState } from "#platform/db/list/state.ts";
import { testAvecBase, unAgent } from "#platform/testing/base.ts";
import { type Deps, type Portee, porteeTotale } from "#platform/usecase/define-use-case.ts";
import { everyRight } from "#platform/usecase/every-right.ts";
import { declarer, lignes } from "../../../app/testing/foyers-inscrits.ts";
import { foyersDe, ouvrir, proposer, unePopulation } from "../../../app/testing/orientation.ts";
import { compterOrientations } from "../usecases/compter-orientations.ts";
import { deciderEnLot } from "../usecases/decider-en-lot.ts";
import { notifierOrientations } from "../usecases/notifier-orientations.ts";
import { fixerPremierRendezVous, tenirPremierRendezVous } from "../usecases/premier-rendez-vous.ts";
import { refuserProposition } from "../usecases/reporter-proposition.ts";
import { listeSuivi } from "./listes-suivi.ts";

const agent = unAgent();
const prenoms = ["ALICE", "BEA", "CLEA", "DORA", "EVE", "FLORA", "GINA", "HELENE"];

/** Said from what was decided, person by person, without what is told beside her present nor any perimeter. */
const INDEPENDANTE = `
  select s.personne_id as "personneId", d.structure_id as "structureId",
    o.id is null and p.id is null and s.role in ('DEM', 'CJT') and dernier.code is distinct from 'refusee' as "aProposer",
    o.id is null and p.id is null and s.role in ('DEM', 'CJT') and dernier.code is not distinct from 'refusee' as renvoyees,
    o.id is not null as orientees, o.id is not null and o.notifiee_le is null as "aNotifier",
    o.id is not null and d.id is not null
      and (select count(*) from premier_rendez_vous r where r.designation_id = d.id
        and coalesce(r.issue, 'tenu') = 'tenu') = 0 as "rendezVousAFixer",
    (select count(*) from echeance e where e.personne_id = s.personne_id and e.code = 'decider-orientation'
      and e.accomplie_le is null and e.eteinte_le is null and e.limite < current_date) > 0 as "horsDelai"
  from situation_personne s
  left join orientation o on o.personne_id = s.personne_id and upper_inf(o.periode) and not o.annulee
  left join designation d on d.personne_id = s.personne_id and upper_inf(d.periode) and not d.annulee
  left join proposition p on p.personne_id = s.personne_id and p.etape in ('proposee', 'transmise')
  left join lateral (select x.code_cloture as code from proposition x where x.personne_id = s.personne_id
    order by x.id desc limit 1) dernier on true
  where s.beneficiaire`;

const chiffres = [
  "aProposer",
  "renvoyees",
  "orientees",
  "aNotifier",
  "rendezVousAFixer",
  "horsDelai",
] as const;
type Ligne = Readonly<Record<(typeof chiffres)[number], boolean>> & {
  readonly structureId: number | null;
};

async function compares(deps: Deps, portee: Portee, vue: (ligne: Ligne) => boolean) {
  const comptes = await compterOrientations.execute(deps, { ...agent, portee }, {});
  const vues = (await lignes<Ligne>(deps, INDEPENDANTE)).filter(vue);
  const { state } = parseListState(listeSuivi, new URLSearchParams("rendez-vous=a-fixer"), {
    today: "2026-11-22",
    droits: everyRight,
    options: new Map([["rendez-vous", [{ value: "a-fixer", label: "à fixer" }]]]),
  });
  const lignesDeLaListe = await deps.base.transaction((tx) =>
    countList(tx, listeSuivi, state, portee),
  );
  return {
    // The figure is the door of this list.
    ecart: comptes.rendezVousAFixer - lignesDeLaListe,
    lus: Object.fromEntries(chiffres.map((nom) => [nom, comptes[nom]])),
    attendus: Object.fromEntries(
      chiffres.map((nom) => [nom, vues.filter((ligne) => ligne[nom]).length]),
    ),
  };
}

/** Somebody at each step: sent back, decided, notified, met, waiting for a decision, just arrived. */
async function unParcours(deps: Deps): Promise<readonly number[]> {
  const ouvertes = [
    await ouvrir(deps, { nom: "Maison de l’emploi", places: 3 }),
    await ouvrir(deps, { nom: "Centre social", places: 3 }),
  ];
  await unePopulation(deps, prenoms);
  const toutes = await proposer(deps);
  const de = (prenom: string) => toutes.find((une) => une.prenom === prenom);
  const decidees = toutes.filter(({ structureId, prenom }) => structureId && prenom !== "ALICE");
  await deciderEnLot.execute(deps, agent, {
    propositions: decidees.slice(0, 5).map(({ id }) => ({ id, version: null })),
  });
  await refuserProposition.execute(deps, agent, {
    propositionId: de("ALICE")?.id ?? 0,
    version: de("ALICE")?.version ?? 0,
    motif: "Diagnostic à refaire",
  });
  const [premiere, deuxieme, troisieme] = decidees.map(({ personneId }) => personneId);
  for (const personneId of [premiere ?? 0, deuxieme ?? 0, troisieme ?? 0]) {
    await fixerPremierRendezVous.execute(deps, agent, {
      personnes: [personneId],
      prevuLe: "2026-12-01",
    });
  }
  // Who missed the first one has none any more; who came has had it.
  const noter = (personneId: number | undefined, issue: "tenu" | "absence") =>
    tenirPremierRendezVous.execute(deps, agent, {
      ...{ personnes: [personneId ?? 0], issue, le: "2026-11-22" },
    });
  await noter(deuxieme, "tenu");
  await noter(troisieme, "absence");
  await notifierOrientations.execute(deps, agent, {
    personnes: [premiere ?? 0],
    moyen: "remise-en-main-propre",
  });
  await declarer(deps, "2026-11-30", foyersDe([...prenoms, "IRIS"]));
  await lignes(
    deps,
    `insert into echeance (code, personne_id, objet, objet_id, pour, depart, brute, limite, connue_le)
     select 'decider-orientation', personne_id, 'essai', 1, 'responsable', '2026-09-01', '2026-10-01', '2026-10-01',
       '2026-09-01' from situation_personne where structure_id is not null order by personne_id limit 3`,
  );
  return ouvertes.map(({ id }) => id);
}

testAvecBase(
  "les chiffres de l’orientation sont ceux d’un compte indépendant, dans chaque périmètre",
  async ({ deps }) => {
    const [structureId = 0, autre = 0] = await unParcours(deps);
    const limitee: Portee = { territoires: [], structures: [structureId], referentId: null };
    const total = await compares(deps, porteeTotale, () => true);
    expect(total.lus).toEqual(total.attendus);
    expect(total.ecart).toBe(0);
    expect(Object.values(total.lus).every((nombre) => nombre > 0)).toBe(true);
    const une = await compares(deps, limitee, (ligne) => ligne.structureId === structureId);
    expect(une.lus).toEqual(une.attendus);
    expect(une.ecart).toBe(0);
    const deux = { ...limitee, structures: [autre] };
    const seconde = await compares(deps, deux, (ligne) => ligne.structureId === autre);
    expect(seconde.lus).toEqual(seconde.attendus);
    expect(Number(une.lus["orientees"]) + Number(seconde.lus["orientees"])).toBe(
      total.lus["orientees"],
    );
  },
);
