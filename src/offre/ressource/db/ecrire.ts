import type { Tx } from "#platform/db/tx.ts";
import type { LieuAEcrire, ServiceAEcrire } from "../domain/ressource.ts";

const COLONNES_LIEU = [
  ...["cle", "source", "nom", "description", "siret", "adresse", "complement_adresse"],
  ...["code_postal", "code_commune", "commune", "longitude", "latitude", "telephone", "courriel"],
  ...["site_web", "horaires", "modifie_le"],
] as const;

const COLONNES_SERVICE = [
  ...["lieu_id", "cle", "source", "nom", "description", "type", "besoins", "publics"],
  ...["publics_precisions", "conditions", "frais", "frais_precisions", "modes_accueil"],
  ...["modes_mobilisation", "mobilisable_par", "mobilisation_precisions", "lien", "contact"],
  ...["telephone", "courriel", "horaires", "jours_ouverts", "ouverte_feries", "zone"],
  ...["heures_semaine", "semaines", "valable", "verifiee_le", "verifiee_par", "modifiee_le"],
  "recherche",
] as const;

/** Written by key: what is known is changed only where it differs. Their ids, by key. */
export async function ecrireLieux(
  tx: Tx,
  lieux: readonly LieuAEcrire[],
): Promise<ReadonlyMap<string, number>> {
  if (lieux.length === 0) return new Map();
  await tx.query(
    "create temp table lieu_lu (like lieu_ressource including defaults) on commit drop",
  );
  await tx.query("alter table lieu_lu alter column id drop not null");
  await tx.copyRows("lieu_lu", COLONNES_LIEU, lieux.map(valeursLieu));
  const autres = COLONNES_LIEU.slice(1);
  await tx.query(
    `insert into lieu_ressource as l (${COLONNES_LIEU.join(", ")})
     select ${COLONNES_LIEU.join(", ")} from lieu_lu
     on conflict (cle) do update set ${autres.map((une) => `${une} = excluded.${une}`).join(", ")}
     where (${autres.map((une) => `l.${une}`).join(", ")})
       is distinct from (${autres.map((une) => `excluded.${une}`).join(", ")})`,
  );
  await tx.query("drop table lieu_lu");
  const ecrits = await tx.query<{ cle: string; id: number }>(
    "select cle, id from lieu_ressource where cle = any($1::text[])",
    [lieux.map(({ cle }) => cle)],
  );
  return new Map(ecrits.map(({ cle, id }) => [cle, id]));
}

function valeursLieu(un: LieuAEcrire): readonly unknown[] {
  return [
    ...[un.cle, un.source, un.nom, un.description, un.siret, un.adresse, un.complementAdresse],
    ...[un.codePostal, un.codeCommune, un.commune, un.longitude, un.latitude, un.telephone],
    ...[un.courriel, un.siteWeb, un.horaires, un.modifieLe],
  ];
}

export interface ServiceEcrit {
  readonly id: number;
  readonly cle: string;
  readonly cree: boolean;
}

/** The day of the check is not what the service says: it alone does not make a line differ. */
const hors = new Set(["cle", "verifiee_le", "verifiee_par", "modifiee_le"]);

/** The same for services: those created or changed, the others are left as they are. */
export async function ecrireServices(
  tx: Tx,
  services: readonly ServiceAEcrire[],
): Promise<readonly ServiceEcrit[]> {
  if (services.length === 0) return [];
  await tx.query(
    "create temp table service_lu (like ressource_sociale including defaults) on commit drop",
  );
  await tx.query("alter table service_lu alter column id drop not null");
  await tx.copyRows("service_lu", COLONNES_SERVICE, services.map(valeursService));
  await tx.query("update service_lu set recherche = lower(jalon.sans_accent(recherche))");
  const autres = COLONNES_SERVICE.slice(1).filter((une) => une !== "cle");
  const comparees = ["lieu_id", ...autres].filter((une) => !hors.has(une));
  const ecrits = await tx.query<ServiceEcrit>(
    `insert into ressource_sociale as r (${COLONNES_SERVICE.join(", ")})
     select ${COLONNES_SERVICE.join(", ")} from service_lu
     on conflict (cle) do update set lieu_id = excluded.lieu_id,
       ${autres.map((une) => `${une} = excluded.${une}`).join(", ")}, version = r.version + 1
     where (${comparees.map((une) => `r.${une}`).join(", ")})
       is distinct from (${comparees.map((une) => `excluded.${une}`).join(", ")})
     returning r.id, r.cle, (r.version = 1) as cree`,
  );
  await tx.query("drop table service_lu");
  return ecrits;
}

function valeursService(un: ServiceAEcrire): readonly unknown[] {
  return [
    ...[un.lieuId, un.cle, un.source, un.nom, un.description, un.type, un.besoins, un.publics],
    ...[un.publicsPrecisions, un.conditions, un.frais, un.fraisPrecisions, un.modesAccueil],
    ...[un.modesMobilisation, un.mobilisablePar, un.mobilisationPrecisions, un.lien, un.contact],
    ...[un.telephone, un.courriel, un.horaires, un.joursOuverts, un.ouverteFeries, un.zone],
    ...[un.heuresSemaine, un.semaines, un.valable, un.verifieeLe, un.verifieePar, un.modifieeLe],
    un.recherche,
  ];
}

interface Fait {
  readonly ressourceId: number;
  readonly nature: string;
  readonly avant: unknown;
  readonly motif: string | null;
}

export async function noterFaits(
  tx: Tx,
  faits: readonly Fait[],
  {
    le,
    par,
    auteur,
  }: { readonly le: string; readonly par: number | null; readonly auteur: string },
): Promise<void> {
  await tx.query(
    `insert into fait_ressource (ressource_id, nature, le, par, auteur, avant, motif)
     select id, nature, $5, $6, $7, avant, motif
     from unnest($1::int[], $2::text[], $3::jsonb[], $4::text[]) as f(id, nature, avant, motif)`,
    [
      faits.map(({ ressourceId }) => ressourceId),
      faits.map(({ nature }) => nature),
      faits.map(({ avant }) => (avant === null ? null : JSON.stringify(avant))),
      faits.map(({ motif }) => motif),
      le,
      par,
      auteur,
    ],
  );
}

export async function noterVerification(
  tx: Tx,
  id: number,
  { le, auteur }: { readonly le: string; readonly auteur: string },
): Promise<void> {
  await tx.query("update ressource_sociale set verifiee_le = $2, verifiee_par = $3 where id = $1", [
    id,
    le,
    auteur,
  ]);
}

export async function noterRetrait(
  tx: Tx,
  id: number,
  retrait: { readonly le: string; readonly motif: string } | null,
): Promise<void> {
  await tx.query(
    "update ressource_sociale set retiree_le = $2, retiree_motif = $3, version = version + 1 where id = $1",
    [id, retrait?.le ?? null, retrait?.motif ?? null],
  );
}

/** A number for what is entered here: its key of exchange is made of it. */
export async function prendreNumero(
  tx: Tx,
  table: "lieu_ressource" | "ressource_sociale",
): Promise<number> {
  const [ligne] = await tx.query<{ id: number }>(
    "select nextval(pg_get_serial_sequence($1, 'id'))::int as id",
    [table],
  );
  return ligne?.id ?? 0;
}
