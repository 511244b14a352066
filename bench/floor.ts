import { createReadStream, createWriteStream, readFileSync, rmSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom, to as copyTo } from "pg-copy-streams";
import { examinerFlux } from "../src/echanges/caf/lecture/examiner-flux.ts";
import { lireFlux } from "../src/echanges/caf/lecture/lire-flux.ts";
import { lireFoyer } from "../src/echanges/caf/lecture/lire-foyer.ts";
import { createSecrets } from "../src/platform/auth/secrets.ts";
import { openEmbeddedServer } from "../src/platform/db/embarque/server.ts";
import { place, timed } from "./scene.ts";

/** Every table a first import fills, the rows of one file or its own, copied into bare twins for the floor. */
const tables = [
  "dossier",
  "personne",
  "membre",
  "periode_droit",
  "periode_devoir",
  "periode_adresse",
  "periode_famille",
  "montant_droit",
  "ressource",
  "activite",
  "evenement_dossier",
  "declaration",
  "mouvement",
  "situation_personne",
  "nom_connu",
  "echeance",
  "avertissement",
  "contact",
  "diagnostic_declare",
  "paire_douteuse",
  "rejet",
  "integration",
  "journal",
];

export interface Floor {
  readonly parseMs: number;
  readonly copyMs: number;
  readonly rows: number;
}

/**
 * The least an import can cost: reading the same file with the same parser, and COPY of the same rows
 * into tables without index nor constraint, one after the other.
 */
export async function importFloor(file: string, data: string, schema: string): Promise<Floor> {
  const parse = await timed(() => parseOnly(file));
  const { copyMs, rows } = await copyOnly(data, schema);
  return { parseMs: parse.ms, copyMs, rows };
}

async function parseOnly(file: string): Promise<number> {
  const { encodage, nature } = await examinerFlux(file);
  let persons = 0;
  for await (const record of lireFlux(file, { encodage })) {
    persons += lireFoyer(record.texte(), nature).foyer.personnes.length;
  }
  return persons;
}

async function copyOnly(
  data: string,
  schema: string,
): Promise<{ readonly copyMs: number; readonly rows: number }> {
  const server = await openEmbeddedServer({ dataFolder: data });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`SET search_path = "${schema}", jalon, public`);
    let copyMs = 0;
    let rows = 0;
    for (const table of tables) {
      const path = place(`plancher-${table}.copy`);
      await pipeline(client.query(copyTo(`COPY ${table} TO STDOUT`)), createWriteStream(path));
      await client.query(`CREATE TABLE plancher AS SELECT * FROM ${table} WITH NO DATA`);
      const copy = client.query(copyFrom("COPY plancher FROM STDIN"));
      copyMs += (await timed(() => pipeline(createReadStream(path), copy))).ms;
      rows += copy.rowCount;
      await client.query("DROP TABLE plancher");
      rmSync(path);
    }
    return { copyMs, rows };
  } finally {
    await client.end();
    await server.close();
  }
}

/** NIRs of a département, in clear, for the search scenario only. */
export async function someNirs(data: string, schema: string): Promise<readonly string[]> {
  const secrets = createSecrets(Buffer.from(readFileSync(`${data}/cle`, "utf8").trim(), "base64"));
  const sealed = await query<{ nir_chiffre: Buffer }>(
    data,
    schema,
    "SELECT nir_chiffre FROM personne WHERE nir_chiffre IS NOT NULL ORDER BY md5(id::text) LIMIT 60",
  );
  return sealed.map(({ nir_chiffre }) => secrets.decrypt(nir_chiffre).slice(0, 13));
}

export async function query<Row>(
  data: string,
  schema: string,
  sql: string,
): Promise<readonly Row[]> {
  const server = await openEmbeddedServer({ dataFolder: data });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  try {
    await client.query(`SET search_path = "${schema}", jalon, public`);
    return (await client.query(sql)).rows as Row[];
  } finally {
    await client.end();
    await server.close();
  }
}
