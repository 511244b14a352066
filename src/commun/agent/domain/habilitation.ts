import { DomainError } from "#platform/errors/domain-error.ts";

export interface HabilitationEnVigueur {
  readonly role: string;
  readonly territoires: readonly number[];
  readonly structures: readonly number[];
}

/** What a role gives: `referentiels/national/roles.ts` holds them. */
interface RoleDefini {
  readonly libelle: string;
  readonly perimetre: "departement" | "territoires" | "structures" | "portefeuille";
  readonly droits: readonly string[];
}

export type Roles = Readonly<Record<string, RoleDefini>>;

/** What the habilitations open: each its own rows, and they add up. */
export interface PorteeAgent {
  readonly territoires: readonly number[] | "tous";
  readonly structures: readonly number[];
  readonly referentId: number | null;
}

export function droitsDe(
  habilitations: readonly HabilitationEnVigueur[],
  roles: Roles,
): ReadonlySet<string> {
  return new Set(habilitations.flatMap(({ role }) => roles[role]?.droits ?? []));
}

/**
 * Only the habilitations that carry the right count: an administrator who is also a référent
 * does not read the whole département's files because he manages its accounts.
 */
export function porteeDe(
  habilitations: readonly HabilitationEnVigueur[],
  roles: Roles,
  agentId: number,
  droit: string | null,
): PorteeAgent {
  const utiles = habilitations.filter(
    ({ role }) => droit === null || roles[role]?.droits.includes(droit),
  );
  const avec = (perimetre: RoleDefini["perimetre"]) =>
    utiles.filter(({ role }) => roles[role]?.perimetre === perimetre);
  if (avec("departement").length > 0) {
    return { territoires: "tous", structures: [], referentId: null };
  }
  const territoires = sansDoublon(avec("territoires").flatMap((une) => une.territoires));
  return {
    territoires,
    structures: sansDoublon(avec("structures").flatMap((une) => une.structures)),
    referentId: avec("portefeuille").length > 0 ? agentId : null,
  };
}

/** A role bounded by territories or structures given without any would open nothing: better said at once. */
export function exigerPerimetre(habilitation: HabilitationEnVigueur, roles: Roles): void {
  const role = roles[habilitation.role];
  if (!role) {
    throw new DomainError("saisie.invalide", "Choisissez un rôle de la liste.", {
      champs: { role: "Choisissez un rôle de la liste." },
    });
  }
  const { perimetre } = role;
  if (perimetre !== "territoires" && perimetre !== "structures") return;
  if (habilitation[perimetre].length > 0) return;
  const message =
    perimetre === "territoires"
      ? `Choisissez au moins un territoire : le rôle « ${role.libelle} » ne voit que les siens.`
      : `Choisissez au moins une structure : le rôle « ${role.libelle} » ne voit que les personnes qu’elle suit.`;
  throw new DomainError("saisie.invalide", message, { champs: { [perimetre]: message } });
}

function sansDoublon(ids: readonly number[]): readonly number[] {
  return [...new Set(ids)].sort((a, b) => a - b);
}
