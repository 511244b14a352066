import type { Tx } from "#platform/db/tx.ts";
import type { Secrets } from "#platform/usecase/define-use-case.ts";

type Ligne = Record<string, unknown>;

/** The journal tells each attempt, a version is drawn at each writing; accounts and territories are no business of a flow. */
const AUTRES =
  /^(?:journal|migration_appliquee|agent|habilitation|session|tentative|territoire|version_)/;

/** Identifiers, instants, and what is sealed with a random number: nothing that a reader could see. */
const PROPRES_A_UNE_EXECUTION = new Set([
  "id",
  "cree_le",
  "commencee_le",
  "battement_le",
  "terminee_le",
  "duree_ms",
  "hote",
  "processus",
  "nir_chiffre",
  "brut",
  "corrige",
  "faite_le",
  "cle_origine",
]);

/** Every table of a département as a reader would tell it: natural keys in place of identifiers, in one order. */
export async function contenu(
  tx: Tx,
  secrets: Secrets,
): Promise<Record<string, readonly string[]>> {
  const tables = await tx.query<{ nom: string }>(
    "select table_name as nom from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE' order by 1",
  );
  const noms = await nomsNaturels(tx);
  const dit: Record<string, readonly string[]> = {};
  for (const { nom } of tables.filter((table) => !AUTRES.test(table.nom))) {
    const lignes = await tx.query<{ ligne: Ligne; brut: Buffer | null }>(
      `select to_json(t) as ligne, ${nom === "rejet" ? "t.brut" : "null::bytea"} as brut from ${nom} t`,
    );
    dit[nom] = lignes
      .map(({ ligne, brut }) =>
        JSON.stringify(
          [naturelle(ligne, noms), brut === null ? null : secrets.decrypt(brut)],
          descelle(secrets),
        ),
      )
      .sort();
  }
  return dit;
}

/** A NIR sealed inside a declaration is compared in clear. */
function descelle(secrets: Secrets) {
  return (champ: string, valeur: unknown): unknown =>
    champ === "nirScelle" && typeof valeur === "string"
      ? secrets.decrypt(Buffer.from(valeur, "base64"))
      : valeur;
}

type Noms = ReadonlyMap<string, ReadonlyMap<number, string>>;

async function nomsNaturels(tx: Tx): Promise<Noms> {
  const lire = async (texte: string) =>
    new Map((await tx.query<{ id: number; nom: string }>(texte)).map(({ id, nom }) => [id, nom]));
  return new Map([
    [
      "dossier",
      await lire(
        "select id, concat_ws('|', numero_demande, matricule, numero_organisme) as nom from dossier",
      ),
    ],
    [
      "personne",
      await lire(`select p.id, concat_ws('|', p.cle_identite, p.nom, p.prenom, encode(p.nir_empreinte, 'hex'),
        (select min(d.numero_demande || coalesce(m.role, '')) from membre m join dossier d on d.id = m.dossier_id
         where m.personne_id = p.id)) as nom from personne p`),
    ],
    ["integration", await lire("select id, fichier as nom from integration")],
  ]);
}

function naturelle(ligne: Ligne, noms: Noms): Ligne {
  const champs = Object.entries(ligne)
    .filter(([champ]) => !PROPRES_A_UNE_EXECUTION.has(champ))
    .map(([champ, valeur]): [string, unknown] => [champ, nommer(champ, valeur, noms)]);
  const paire = champs
    .filter(([champ]) => /^personne_[ab]_id$/.test(champ))
    .map(([, valeur]) => String(valeur));
  if (paire.length === 0) return Object.fromEntries(champs);
  // Which of the two has the smaller identifier is chance.
  return {
    ...Object.fromEntries(champs.filter(([champ]) => !/^personne_[ab]_id$/.test(champ))),
    paire: paire.sort(),
  };
}

function nommer(champ: string, valeur: unknown, noms: Noms): unknown {
  const table = /^(dossier|personne|integration)(?:_[ab])?_id$/.exec(champ)?.[1];
  if (table === undefined || typeof valeur !== "number") return valeur;
  return noms.get(table)?.get(valeur) ?? `inconnu ${valeur}`;
}

/** The lines that only one of the two has, table by table, a few of each: what a failed test shows. */
export function ecarts(
  attendu: Record<string, readonly string[]>,
  obtenu: Record<string, readonly string[]>,
): readonly string[] {
  return Object.keys({ ...attendu, ...obtenu }).flatMap((table) => [
    ...seulement(attendu[table] ?? [], obtenu[table] ?? []).map(
      (ligne) => `${table} manque ${ligne}`,
    ),
    ...seulement(obtenu[table] ?? [], attendu[table] ?? []).map(
      (ligne) => `${table} de trop ${ligne}`,
    ),
  ]);
}

const MONTREES = 3;

function seulement(ici: readonly string[], la: readonly string[]): readonly string[] {
  const reste = new Map<string, number>();
  for (const ligne of la) reste.set(ligne, (reste.get(ligne) ?? 0) + 1);
  const seules = ici.filter((ligne) => {
    const nombre = reste.get(ligne) ?? 0;
    reste.set(ligne, nombre - 1);
    return nombre <= 0;
  });
  return seules.slice(0, MONTREES).map((ligne) => `(${seules.length}) ${ligne.slice(0, 600)}`);
}
