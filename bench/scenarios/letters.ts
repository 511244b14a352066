import { lireChampsCourrier } from "../../src/accompagnement/orientation/index.ts";
import { readConfig } from "../../src/app/config.ts";
import { openDeps, openJalon } from "../../src/app/instance.ts";
import { imprimerTout } from "../../src/app/travaux.ts";
import { emettreLot, preparerLot } from "../../src/commun/courrier/index.ts";
import { type Agent, type Deps, porteeTotale } from "../../src/platform/usecase/define-use-case.ts";
import { everyRight } from "../../src/platform/usecase/every-right.ts";
import { query } from "../floor.ts";
import { type Measure, timed } from "../scene.ts";
import { line, type Visitor, visit, visitFar } from "./pages.ts";

const COMBIEN = 1000;
const FIGER_MS = 3000;
const IMPRIMER_MS = 20_000;

const agent: Agent = { id: null, nom: "Banc", droits: everyRight, portee: porteeTotale };

/** A thousand letters to a département: their words frozen in one transaction, then their documents; their list. */
export async function benchLetters(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, slug, scale } = visitor;
  const persons = await query<{ id: number }>(
    data,
    schema,
    `SELECT personne_id AS id FROM situation_personne WHERE beneficiaire ORDER BY md5(personne_id::text) LIMIT ${COMBIEN}`,
  );
  const config = { ...readConfig(), dataFolder: data };
  const instance = await openJalon(config);
  try {
    const deps = await openDeps(config, instance, slug);
    const { frozen, printed, processorMs } = await issue(
      deps,
      persons.map(({ id }) => id),
    );
    const [written] = await query<{ count: number; bytes: number }>(
      data,
      schema,
      "SELECT count(*)::int AS count, coalesce(sum(length(octets)), 0)::float8 AS bytes FROM courrier_pdf",
    );
    const measure = (what: string, value: number, bar: number, reference: string): Measure => ({
      scenario: "letters",
      scale,
      what,
      value,
      unit: "ms",
      reference,
      ratio: null,
      bar: `≤ ${bar / 1000} s`,
      holds: value <= bar,
    });
    const count = written?.count ?? 0;
    const kilobytes = Number(written?.bytes ?? 0) / 1000 / Math.max(count, 1);
    return [
      measure(
        `${count} courriers vérifiés, numérotés et figés`,
        frozen,
        FIGER_MS,
        "une transaction",
      ),
      measure(
        `${count} documents PDF/UA`,
        printed,
        IMPRIMER_MS,
        `${(processorMs / 1000).toFixed(1)} s de processeur, ${kilobytes.toFixed(0)} ko chacun`,
      ),
      ...(await benchList(visitor)),
    ];
  } finally {
    await instance.close();
  }
}

async function issue(deps: Deps, personnes: readonly number[]) {
  const id = await preparerLot.execute(deps, agent, {
    libelle: "Banc",
    personnes: [...personnes],
  });
  const emettre = emettreLot(lireChampsCourrier);
  const { referentiel } = deps.base.departement;
  const modele = modeles[referentiel] ?? "information-droits-devoirs";
  const frozen = await timed(() =>
    emettre.execute(deps, agent, { id, modele, moyen: "remise-en-main-propre" }),
  );
  const before = process.cpuUsage();
  const printed = await timed(() => imprimerTout(deps, agent));
  const { user, system } = process.cpuUsage(before);
  return { frozen: frozen.ms, printed: printed.ms, processorMs: (user + system) / 1000 };
}

/** The letter that needs nothing but the person. */
const modeles: Readonly<Record<string, string>> = {
  "nord-2019": "information-accompagnement",
  "seine-saint-denis-2018": "information-reunion",
};

/** A year of letters: one for each beneficiary, as the thousand are. */
const UN_AN = `INSERT INTO courrier (annee, rang, personne_id, modele, modele_version, usage, titre, contenu, adresse, moyen,
    emis_le, emis_a, emis_par, envoye_le)
  SELECT 2000, row_number() OVER (ORDER BY s.personne_id), s.personne_id, c.modele, 0, c.usage, c.titre, c.contenu, c.adresse,
    c.moyen, c.emis_le - (s.personne_id % 300), c.emis_a, c.emis_par, CASE WHEN s.personne_id % 3 > 0 THEN c.emis_le END
  FROM situation_personne s, (SELECT * FROM courrier ORDER BY id LIMIT 1) c WHERE s.beneficiaire`;

async function benchList(visitor: Visitor): Promise<readonly Measure[]> {
  const { data, schema, scale } = visitor;
  await query(data, schema, UN_AN);
  await query(data, schema, "VACUUM ANALYZE courrier");
  const times: number[] = [];
  const far: number[] = [];
  for (const search of [
    "",
    "envoye=non",
    "usage=information",
    "tri=nom",
    "recu=non&moyen=courriel",
  ]) {
    for (let round = 0; round < 6; round += 1) {
      times.push(await visit(visitor, `/courriers?${search}`));
    }
    far.push(...(await visitFar(visitor, `/courriers?${search}`, 3)));
  }
  const reference = "un courrier par bénéficiaire";
  return [
    line("letters", scale, "liste des courriers, première page", times, 60, reference),
    line("letters", scale, "liste des courriers, plus loin", far, 60, reference),
  ];
}
