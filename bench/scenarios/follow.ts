import { reprendreContrats } from "../../src/accompagnement/contrat/index.ts";
import { deciderEnLot } from "../../src/accompagnement/orientation/index.ts";
import { readConfig } from "../../src/app/config.ts";
import { motDePasseDemonstration } from "../../src/app/demonstration/comptes.ts";
import { openDeps, openJalon } from "../../src/app/instance.ts";
import { type Agent, type Deps, porteeTotale } from "../../src/platform/usecase/define-use-case.ts";
import { everyRight } from "../../src/platform/usecase/every-right.ts";
import { query } from "../floor.ts";
import { jalon, type Measure, signIn, timed } from "../scene.ts";
import { line, type Visitor, visit } from "./pages.ts";

const agent: Agent = { id: null, nom: "Banc", droits: everyRight, portee: porteeTotale };
/** Proposals a responsable decides together, contracts one file takes over. */
const LOT = 3000;
const LOT_CONTRATS = 20_000;
const RECALCUL_MS = 20_000;

/** Everybody proposed is decided, most are under a contract, and agendas are full: the pages of those who accompany. */
export async function benchFollow(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, slug, scale } = visitor;
  const config = { ...readConfig(), dataFolder: data };
  const instance = await openJalon(config);
  const entered: Measure[] = [];
  try {
    const deps = await openDeps(config, instance, slug);
    entered.push(await decideAll(visitor, deps), await takeOver(visitor, deps));
  } finally {
    await instance.close();
  }
  await fillAgendas(visitor);
  await query(data, schema, "VACUUM ANALYZE");
  const { json } = await jalon(data, ["echeances", "recalculer", "--departement", slug]);
  const ms = Number(json["dureeMs"]);
  await query(data, schema, "ANALYZE echeance");
  return [
    ...entered,
    {
      scenario: "follow",
      scale,
      what: `toutes les échéances, contrats et accompagnements compris (${json["ouvertes"]} ouvertes)`,
      value: ms,
      unit: "ms",
      reference: "",
      ratio: null,
      bar: `≤ ${RECALCUL_MS / 1000} s`,
      holds: ms <= RECALCUL_MS,
    },
    ...(await pages(visitor)),
  ];
}

async function decideAll({ data, schema, scale }: Visitor, deps: Deps): Promise<Measure> {
  const waiting = await query<{ id: number; version: number }>(
    data,
    schema,
    "SELECT id, version FROM proposition WHERE etape = 'transmise' AND structure_id IS NOT NULL AND reportee_jusqu_au IS NULL ORDER BY id",
  );
  let decided = 0;
  const { ms } = await timed(async () => {
    for (let start = 0; start < waiting.length; start += LOT) {
      const propositions = waiting.slice(start, start + LOT);
      decided += (await deciderEnLot.execute(deps, agent, { propositions })).decidees;
    }
  });
  return fact(scale, `${decided} orientations décidées par lots de ${LOT}`, ms);
}

async function takeOver({ data, schema, scale }: Visitor, deps: Deps): Promise<Measure> {
  const followed = await query<{ id: number }>(
    data,
    schema,
    "SELECT personne_id AS id FROM situation_personne WHERE referent_id IS NOT NULL AND personne_id % 10 < 8 ORDER BY 1",
  );
  const contrats = followed.map(({ id }) => contractOf(id));
  let taken = 0;
  const { ms } = await timed(async () => {
    for (let start = 0; start < contrats.length; start += LOT_CONTRATS) {
      const lot = contrats.slice(start, start + LOT_CONTRATS);
      taken += (await reprendreContrats.execute(deps, agent, { contrats: lot })).repris;
    }
  });
  return fact(scale, `${taken} contrats repris d’un autre logiciel`, ms);
}

/** Two in three of before 2025, still in force: the stock; ends and reviews spread over months around today. */
function contractOf(personneId: number) {
  const before = personneId % 3 !== 0;
  const signeLe = before
    ? `2024-${month(personneId)}-15`
    : dayFrom(new Date(), -30 - (personneId % 200));
  return {
    personneId,
    nature: before ? "cer-social" : "contrat-engagement",
    signeLe,
    debut: signeLe,
    jusqua: dayFrom(new Date(), (personneId % 300) + 1),
    bilanLe: personneId % 2 === 0 ? dayFrom(new Date(), (personneId % 120) - 20) : null,
  };
}

const month = (rank: number): string => String((rank % 12) + 1).padStart(2, "0");

function dayFrom(today: Date, days: number): string {
  return new Date(today.getTime() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Five meetings a day for each référent, four weeks back and two ahead, with her own persons in turn. */
async function fillAgendas({ data, schema }: Visitor): Promise<void> {
  await query(
    data,
    schema,
    `INSERT INTO rendez_vous (structure_id, motif, modalite, creneau, referent_id, statut, pris_le)
     SELECT r.structure_id, 'suivi', 'individuel',
       tstzrange((j.jour + time '09:00' + s * interval '90 minutes') AT TIME ZONE 'Europe/Paris',
         (j.jour + time '09:45' + s * interval '90 minutes') AT TIME ZONE 'Europe/Paris', '[)'),
       r.id, CASE WHEN j.jour < current_date THEN 'conclu' ELSE 'prevu' END, now()
     FROM referent r,
       (SELECT d::date AS jour FROM generate_series(current_date - 28, current_date + 13, '1 day') d WHERE extract(isodow FROM d) < 6) j,
       generate_series(0, 4) s
     WHERE EXISTS (SELECT FROM situation_personne p WHERE p.referent_id = r.id)`,
  );
  await query(
    data,
    schema,
    `INSERT INTO rendez_vous_personne (rendez_vous_id, personne_id, creneau, statut, issue_le)
     SELECT v.id, p.personne_id, v.creneau,
       CASE WHEN v.statut = 'prevu' THEN 'prevu' WHEN v.rang % 9 = 4 THEN 'absent-non-excuse' ELSE 'honore' END,
       CASE WHEN v.statut = 'prevu' THEN NULL ELSE upper(v.creneau) END
     FROM (SELECT r.*, row_number() OVER (PARTITION BY referent_id ORDER BY lower(creneau)) - 1 AS rang FROM rendez_vous r) v
     JOIN (SELECT personne_id, referent_id, row_number() OVER (PARTITION BY referent_id ORDER BY personne_id) - 1 AS rang,
         count(*) OVER (PARTITION BY referent_id) AS nombre FROM situation_personne WHERE referent_id IS NOT NULL) p
       ON p.referent_id = v.referent_id AND p.rang = v.rang % p.nombre`,
  );
  // She who signs in accompanies one of the fullest caseloads.
  await query(
    data,
    schema,
    `UPDATE referent SET agent_id = (SELECT id FROM agent WHERE identifiant = 'referente')
     WHERE id = (SELECT referent_id FROM situation_personne WHERE referent_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1)`,
  );
}

/** Addresses each asked for several times, in turn; `S` is a structure of twenty agents, `R` a référent. */
const asked: readonly (readonly [string, string, string])[] = [
  [
    "agenda d’une semaine, structure de vingt agents",
    "gestionnaire",
    "/agenda?structure=S&vue=semaine",
  ],
  ["agenda de la référente", "referente", "/agenda"],
  ["échéancier des contrats", "gestionnaire", "/contrats"],
  ["tableau du stock", "gestionnaire", "/contrats/stock"],
  ["liste : contrats à échéance", "gestionnaire", "/contrats/suivi?contrat=a-terme"],
  ["liste : bilans en retard", "gestionnaire", "/contrats/suivi?contrat=bilan-retard"],
  [
    "liste : sans contrat après le délai",
    "gestionnaire",
    "/contrats/suivi?contrat=sans&orientee-depuis=1",
  ],
  ["liste : stock à remplacer", "gestionnaire", "/contrats/suivi?nature=cer-social,ppae"],
  ["contrats un par un", "gestionnaire", "/contrats/liste"],
  ["liste : contrats signés", "gestionnaire", "/contrats/liste?etat-contrat=signe"],
  ["liste : renouvellements", "gestionnaire", "/contrats/liste?renouvellement=oui"],
  ["portefeuille d’une référente", "referente", "/portefeuille"],
  ["portefeuilles d’une structure de vingt agents", "gestionnaire", "/portefeuille?structure=S"],
  ["accueil d’une référente", "referente", ""],
];
const ROUNDS = 20;

async function pages(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, url, slug, scale } = visitor;
  const [structure] = await query<{ id: number }>(
    data,
    schema,
    "SELECT structure_id AS id FROM situation_personne WHERE referent_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1",
  );
  const measures: Measure[] = [];
  for (const [what, account, path] of asked) {
    const cookie = await signIn(url, slug, account, motDePasseDemonstration);
    const address = path.replace("S", String(structure?.id));
    const times: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1)
      times.push(await visit({ ...visitor, cookie }, address));
    measures.push(line("follow", scale, what, times, 60, ""));
  }
  return measures;
}

function fact(scale: Visitor["scale"], what: string, ms: number): Measure {
  return {
    scenario: "follow",
    scale,
    what,
    value: ms,
    unit: "ms",
    reference: "",
    ratio: null,
    bar: "—",
    holds: null,
  };
}
