import type { Tx } from "#platform/db/tx.ts";
import type { PeriodeComptee } from "../domain/compteur.ts";
import type {
  Cloture,
  Demarrage,
  DernierAccompagnement,
  Ouverture,
  Passage,
} from "../domain/rapprocher.ts";

/** The last period that counts of each of these persons. */
export async function lireDerniers(
  tx: Tx,
  personnes: readonly number[],
): Promise<ReadonlyMap<number, DernierAccompagnement>> {
  const lignes = await tx.query<DernierAccompagnement>(
    `select distinct on (a.personne_id) a.id, a.personne_id as "personneId", a.orientation_id as "orientationId",
       a.designation_id as "designationId", a.structure_id as "structureId", a.referent_id as "referentId", a.regle,
       lower(a.periode) as du, upper_inf(a.periode) as ouvert, a.compte_du as "compteDu"
     from accompagnement a where a.personne_id = any($1::int[]) and not a.annule
     order by a.personne_id, lower(a.periode) desc`,
    [personnes],
  );
  return new Map(lignes.map((ligne) => [ligne.personneId, ligne]));
}

const colonne = <Ligne, Cle extends keyof Ligne>(lignes: readonly Ligne[], cle: Cle) =>
  lignes.map((ligne) => ligne[cle]);

export type OuvertureDatee = Ouverture & { readonly terme: string | null };

export async function ouvrirAccompagnements(
  tx: Tx,
  ouvertures: readonly OuvertureDatee[],
  par: number | null,
): Promise<void> {
  if (ouvertures.length === 0) return;
  await tx.query(
    `insert into accompagnement (personne_id, orientation_id, designation_id, type, regle, structure_id, referent_id,
       periode, compte_du, mois_accordes, terme, ouvert_par)
     select o.personne, o.orientation, o.designation, o.type, o.regle, o.structure, o.referent,
       daterange(o.du, null), o.compte_du, o.mois, o.terme, $12
     from unnest($1::int[], $2::int[], $3::int[], $4::text[], $5::text[], $6::int[], $7::int[], $8::date[], $9::date[],
       $10::int[], $11::date[])
       as o(personne, orientation, designation, type, regle, structure, referent, du, compte_du, mois, terme)
     order by o.personne`,
    [
      colonne(ouvertures, "personneId"),
      colonne(ouvertures, "orientationId"),
      colonne(ouvertures, "designationId"),
      colonne(ouvertures, "type"),
      colonne(ouvertures, "regle"),
      colonne(ouvertures, "structureId"),
      colonne(ouvertures, "referentId"),
      colonne(ouvertures, "du"),
      colonne(ouvertures, "compteDu"),
      colonne(ouvertures, "moisAccordes"),
      colonne(ouvertures, "terme"),
      par,
    ],
  );
}

/** What began that same day or later was never lived: it is kept, said void. */
export async function cloreAccompagnements(
  tx: Tx,
  clotures: readonly (Cloture & { readonly details?: string | null })[],
  par: number | null,
): Promise<void> {
  if (clotures.length === 0) return;
  await tx.query(
    `update accompagnement a set
       annule = lower(a.periode) >= c.le,
       periode = case when lower(a.periode) >= c.le then a.periode else daterange(lower(a.periode), c.le) end,
       motif_fin = c.motif, precision_fin = c.details, clos_par = $5, version = a.version + 1
     from unnest($1::int[], $2::date[], $3::text[], $4::text[]) as c(id, le, motif, details)
     where a.id = c.id and upper_inf(a.periode)`,
    [
      colonne(clotures, "id"),
      colonne(clotures, "le"),
      colonne(clotures, "motif"),
      clotures.map(({ details }) => details ?? null),
      par,
    ],
  );
}

export async function transmettreAccompagnements(
  tx: Tx,
  passages: readonly Passage[],
): Promise<void> {
  if (passages.length === 0) return;
  await tx.query(
    `update accompagnement a set designation_id = p.designation, structure_id = p.structure, referent_id = p.referent,
       version = a.version + 1
     from unnest($1::int[], $2::int[], $3::int[], $4::int[]) as p(id, designation, structure, referent)
     where a.id = p.id`,
    [
      colonne(passages, "id"),
      colonne(passages, "designationId"),
      colonne(passages, "structureId"),
      colonne(passages, "referentId"),
    ],
  );
}

/** Nothing is suspended before the counter starts: the end is the months granted, date to date. */
export async function demarrerCompteurs(tx: Tx, demarrages: readonly Demarrage[]): Promise<void> {
  if (demarrages.length === 0) return;
  await tx.query(
    `update accompagnement a set compte_du = d.le, terme = (d.le + make_interval(months => a.mois_accordes))::date,
       version = a.version + 1
     from unnest($1::int[], $2::date[]) as d(id, le) where a.id = d.id`,
    [colonne(demarrages, "id"), colonne(demarrages, "le")],
  );
}

export interface AccompagnementEnCours extends PeriodeComptee {
  readonly id: number;
  readonly personneId: number;
  readonly regle: string;
  readonly type: string;
  readonly structureId: number;
  readonly referentId: number | null;
  readonly du: string;
  readonly terme: string | null;
  readonly renouvellements: number;
  readonly version: number;
}

const enCours = `a.id, a.personne_id as "personneId", a.regle, a.type, a.structure_id as "structureId",
  a.referent_id as "referentId", lower(a.periode) as du, a.compte_du as "compteDu", a.mois_accordes as "moisAccordes",
  a.terme, a.version,
  coalesce((select json_agg(json_build_object('du', lower(s.periode), 'au', upper(s.periode)) order by lower(s.periode))
    from suspension_accompagnement s where s.accompagnement_id = a.id), '[]') as arrets,
  (select count(*)::int from prolongation_accompagnement p
    where p.accompagnement_id = a.id and p.nature = 'renouvellement') as renouvellements
  from accompagnement a where upper_inf(a.periode) and not a.annule`;

/** What runs for these persons. */
export function lireEnCours(
  tx: Tx,
  personnes: readonly number[],
): Promise<AccompagnementEnCours[]> {
  return tx.query<AccompagnementEnCours>(
    `select ${enCours} and a.personne_id = any($1::int[]) order by a.personne_id`,
    [personnes],
  );
}

/** What runs for one person, held until the end of the transaction. */
export async function verrouillerEnCours(
  tx: Tx,
  personneId: number,
): Promise<AccompagnementEnCours | null> {
  const [ligne] = await tx.query<AccompagnementEnCours>(
    `select ${enCours} and a.personne_id = $1 for update of a`,
    [personneId],
  );
  return ligne ?? null;
}

export async function noterCompteur(
  tx: Tx,
  id: number,
  { moisAccordes, terme }: { readonly moisAccordes: number | null; readonly terme: string | null },
): Promise<void> {
  await tx.query(
    "update accompagnement set mois_accordes = $2, terme = $3, version = version + 1 where id = $1",
    [id, moisAccordes, terme],
  );
}
