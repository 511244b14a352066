import { CopyText } from "#platform/db/copy-text.ts";
import type { Tx } from "#platform/db/tx.ts";
import { colonnes, type TableCorrigee, type TableEcrite } from "./colonnes-ecrites.ts";
import { inscrireNoms } from "./noms-connus.ts";

type Rangee = readonly unknown[];

/** What an agent may look for a person by. */
const NOMS = (["nom", "nom_naissance", "prenom", "prenom2", "prenom3"] as const).map((colonne) =>
  colonnes.personne.indexOf(colonne),
);

/** What a batch of declarations writes, gathered in memory then sent table by table. */
export class Ecritures {
  readonly #ajouts = new Map<TableEcrite, CopyText>();
  readonly #remplaces = new Map<TableCorrigee, number[]>();
  readonly #dossiers: Rangee[] = [];
  readonly #personnes: Rangee[] = [];
  readonly #departs: Rangee[] = [];
  readonly #evenements: Rangee[] = [];
  readonly #noms = new Set<string>();

  ajouter(table: TableEcrite, rangee: Rangee): void {
    const texte = this.#ajouts.get(table) ?? new CopyText();
    texte.add(rangee);
    this.#ajouts.set(table, texte);
    if (table === "personne") this.#retenirNoms(rangee);
  }

  remplacer(table: TableCorrigee, ids: readonly (number | null)[]): void {
    const connus = this.#remplaces.get(table) ?? [];
    for (const id of ids) if (id !== null) connus.push(id);
    this.#remplaces.set(table, connus);
  }

  /** id, date_demande, origine, date_origine, declare_le, empreinte_beneficiaires, empreinte_instruction: null leaves as is. */
  majDossier(rangee: Rangee): void {
    this.#dossiers.push(rangee);
  }

  /** Same columns as the creation of a person. A null NIR leaves the known one. */
  majPersonne(rangee: Rangee): void {
    this.#personnes.push(rangee);
    this.#retenirNoms(rangee);
  }

  /** membre id, last day + 1. */
  quitter(membreId: number, jusqua: string): void {
    this.#departs.push([membreId, jusqua]);
  }

  /** dossier_id, nature, le, code, detail, connu_le. Several files may tell the same event: it is kept once. */
  noterEvenement(rangee: Rangee): void {
    this.#evenements.push(rangee);
  }

  async envoyer(tx: Tx, connuLe: string): Promise<void> {
    for (const [table, ids] of this.#remplaces) {
      if (ids.length === 0) continue;
      await tx.query(`update ${table} set remplace_le = $2 where id = any($1::int[])`, [
        ids,
        connuLe,
      ]);
    }
    await this.#envoyerDeparts(tx);
    for (const table of Object.keys(colonnes) as TableEcrite[]) {
      const texte = this.#ajouts.get(table);
      if (texte) await tx.copyRows(table, colonnes[table], texte);
    }
    await this.#envoyerEvenements(tx);
    await this.#envoyerMaj(tx);
  }

  /** Apart: the spellings are shared, and two batches at once would wait for each other. */
  static async envoyerNoms(tx: Tx, toutes: readonly Ecritures[]): Promise<void> {
    await inscrireNoms(
      tx,
      toutes.flatMap((ecritures) => [...ecritures.#noms]),
    );
  }

  #retenirNoms(personne: Rangee): void {
    for (const place of NOMS) {
      const nom = personne[place];
      if (typeof nom === "string") this.#noms.add(nom);
    }
  }

  async #envoyerEvenements(tx: Tx): Promise<void> {
    if (this.#evenements.length === 0) return;
    await tx.query(
      `insert into evenement_dossier (dossier_id, nature, le, code, detail, connu_le)
       select * from unnest($1::int[], $2::text[], $3::date[], $4::text[], $5::json[], $6::date[])
       on conflict do nothing`,
      colonnesDe(this.#evenements),
    );
  }

  async #envoyerDeparts(tx: Tx): Promise<void> {
    if (this.#departs.length === 0) return;
    await tx.query(
      `update membre m set jusqua = greatest(d.jusqua, m.depuis)
       from unnest($1::int[], $2::date[]) as d(id, jusqua) where m.id = d.id`,
      colonnesDe(this.#departs),
    );
  }

  async #envoyerMaj(tx: Tx): Promise<void> {
    if (this.#dossiers.length > 0) {
      await tx.query(
        `update dossier d set date_demande = coalesce(n.date_demande, d.date_demande),
           origine = coalesce(n.origine, d.origine), date_origine = coalesce(n.date_origine, d.date_origine),
           declare_le = greatest(n.declare_le, d.declare_le),
           -- What an instruction changed, the next monthly file must be able to say again, even unchanged.
           empreinte_beneficiaires = case when n.empreinte_instruction is not null then null
             else coalesce(n.empreinte_beneficiaires, d.empreinte_beneficiaires) end,
           empreinte_instruction = coalesce(n.empreinte_instruction, d.empreinte_instruction)
         from unnest($1::int[], $2::date[], $3::text[], $4::date[], $5::date[], $6::bytea[], $7::bytea[])
           as n(id, date_demande, origine, date_origine, declare_le, empreinte_beneficiaires, empreinte_instruction)
         where d.id = n.id`,
        colonnesDe(this.#dossiers),
      );
    }
    if (this.#personnes.length > 0) await majPersonnes(tx, this.#personnes);
  }
}

async function majPersonnes(tx: Tx, rangees: readonly Rangee[]): Promise<void> {
  await tx.query(
    `update personne p set
       -- Of two merged files each keeps its NIR, or the next declaration of the other would not know her.
       nir_chiffre = case when p.nir_empreinte is null or n.nir_empreinte = p.nir_empreinte
         then coalesce(n.nir_chiffre, p.nir_chiffre) else p.nir_chiffre end,
       nir_etat = case when n.nir_etat = 'absent' or p.nir_empreinte is not null
         then p.nir_etat else n.nir_etat end,
       nir_empreinte = coalesce(p.nir_empreinte, n.nir_empreinte),
       nom = n.nom, prenom = n.prenom, cle_tri = n.cle_tri, cle_recherche = n.cle_recherche,
       cle_identite = case when n.cle_identite = '' then p.cle_identite else n.cle_identite end,
       ${["qualite", "nom_naissance", "prenom2", "prenom3", "sexe", "date_naissance", "type_date_naissance", "rang_naissance", "commune_naissance", "nationalite", "etat_civil_valide", "numero_demandeur_emploi"].map((colonne) => `${colonne} = coalesce(n.${colonne}, p.${colonne})`).join(", ")},
       version = p.version + 1
     from unnest($1::int[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::text[], $12::date[], $13::text[], $14::text[], $15::text[], $16::text[],
       $17::bool[], $18::text[], $19::text[], $20::text[], $21::text[])
       as n(id, nir_chiffre, nir_empreinte, nir_etat, qualite, nom, nom_naissance, prenom, prenom2, prenom3, sexe,
         date_naissance, type_date_naissance, rang_naissance, commune_naissance, nationalite,
         etat_civil_valide, numero_demandeur_emploi, cle_identite, cle_recherche, cle_tri)
     where p.id = n.id`,
    colonnesDe(rangees),
  );
}

/** Rows to columns, for `unnest`. */
function colonnesDe(rangees: readonly Rangee[]): unknown[][] {
  const largeur = rangees[0]?.length ?? 0;
  return Array.from({ length: largeur }, (_, place) => rangees.map((rangee) => rangee[place]));
}

export interface Reserve {
  dossier(): number;
  personne(): number;
  membre(): number;
}

/** Takes identifiers of the three tables in one round trip. */
export async function reserverIds(
  tx: Tx,
  nombres: Readonly<Record<keyof Reserve, number>>,
): Promise<Reserve> {
  const [ligne] = await tx.query<Record<keyof Reserve, readonly number[]>>(
    // The sequences are named once: looking one up for each number costs a hundred times the number.
    `with suites as materialized (
       select pg_get_serial_sequence('dossier', 'id')::regclass as dossier,
         pg_get_serial_sequence('personne', 'id')::regclass as personne,
         pg_get_serial_sequence('membre', 'id')::regclass as membre)
     select array(select nextval(s.dossier)::int from generate_series(1, $1::int)) as dossier,
       array(select nextval(s.personne)::int from generate_series(1, $2::int)) as personne,
       array(select nextval(s.membre)::int from generate_series(1, $3::int)) as membre
     from suites s`,
    [nombres.dossier, nombres.personne, nombres.membre],
  );
  return {
    dossier: suite("dossier", ligne?.dossier ?? []),
    personne: suite("personne", ligne?.personne ?? []),
    membre: suite("membre", ligne?.membre ?? []),
  };
}

function suite(table: string, ids: readonly number[]): () => number {
  let place = 0;
  return () => {
    const id = ids[place];
    if (id === undefined) throw new RangeError(`more ${table} identifiers used than reserved`);
    place += 1;
    return id;
  };
}
