import type { Tx } from "#platform/db/tx.ts";
import type { Auteur } from "../domain/auteur.ts";
import type { PorteurEtape } from "../domain/synthese.ts";

export interface NouvelleEtape {
  readonly freinId: number;
  readonly quoi: string;
  readonly qui: PorteurEtape;
  readonly quiNom: string;
  readonly pourLe: string | null;
  readonly prevueLe: string;
  readonly par: Auteur;
}

export async function inscrireEtapes(
  tx: Tx,
  etapes: readonly NouvelleEtape[],
): Promise<readonly number[]> {
  if (etapes.length === 0) return [];
  const lignes = await tx.query<{ id: number }>(
    `insert into frein_etape (frein_id, quoi, qui, qui_nom, pour_le, prevue_le, par_id, par)
     select * from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[], $7::int[], $8::text[])
     returning id`,
    [
      etapes.map(({ freinId }) => freinId),
      etapes.map(({ quoi }) => quoi),
      etapes.map(({ qui }) => qui),
      etapes.map(({ quiNom }) => quiNom),
      etapes.map(({ pourLe }) => pourLe),
      etapes.map(({ prevueLe }) => prevueLe),
      etapes.map(({ par }) => par.id),
      etapes.map(({ par }) => par.nom),
    ],
  );
  return lignes.map(({ id }) => id);
}

export interface EtapeDuFrein {
  readonly id: number;
  readonly freinId: number;
  readonly prevueLe: string;
  readonly close: boolean;
}

export async function lireEtape(tx: Tx, id: number): Promise<EtapeDuFrein | null> {
  const [etape] = await tx.query<EtapeDuFrein>(
    `select id, frein_id as "freinId", prevue_le as "prevueLe",
       (faite_le is not null or abandonnee_le is not null) as close
     from frein_etape where id = $1 for update`,
    [id],
  );
  return etape ?? null;
}

export async function cloreEtapes(
  tx: Tx,
  fin: "faite" | "abandonnee",
  etapes: readonly { readonly id: number; readonly le: string; readonly par: Auteur }[],
): Promise<void> {
  if (etapes.length === 0) return;
  await tx.query(
    `update frein_etape e set ${fin}_le = c.le, ${fin}_par = c.par
     from unnest($1::int[], $2::date[], $3::text[]) as c(id, le, par)
     where e.id = c.id and e.faite_le is null and e.abandonnee_le is null`,
    [etapes.map(({ id }) => id), etapes.map(({ le }) => le), etapes.map(({ par }) => par.nom)],
  );
}
