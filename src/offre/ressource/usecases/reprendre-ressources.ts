import type { z } from "zod";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { ecrireLieux, ecrireServices, noterFaits } from "../db/ecrire.ts";
import { clesDesLieux, lireParCle, type RessourceLue } from "../db/ressources.ts";
import { changements } from "../domain/changements.ts";
import {
  completer,
  type LieuAEcrire,
  type LieuSaisi,
  type ServiceAEcrire,
} from "../domain/ressource.ts";
import { ligneLieu, ligneService, reprendreInput } from "../schemas.ts";
import { type Auteur, auteurDe } from "./cadre.ts";

export interface LigneRefusee {
  readonly partie: "structure" | "service";
  /** Rank of the line in its part, from 1. */
  readonly ligne: number;
  readonly cle: string;
  readonly message: string;
}

export interface Reprise {
  readonly lues: number;
  readonly creees: number;
  readonly modifiees: number;
  readonly inchangees: number;
  readonly refusees: readonly LigneRefusee[];
}

type LieuLigne = z.output<typeof ligneLieu>;
type ServiceLigne = z.output<typeof ligneService>;

/**
 * A directory received: each line is taken or refused with its reason. Received twice, it writes once: what does not
 * differ is left as it was.
 */
export const reprendreRessources = defineUseCase({
  name: "ressource.reprendre",
  input: reprendreInput,
  droit: "ressource:tenir",
  nature: "ecriture",
  trace: ({ source }, { refusees, ...comptes }: Reprise) => ({
    objet: "departement",
    details: { source, ...comptes, refusees: refusees.length },
  }),
  async run(context, { source, lieux, services }): Promise<Reprise> {
    const auteur = auteurDe(context);
    const refusees: LigneRefusee[] = [];
    const lieuxLus = trier("structure", ligneLieu, lieux, refusees);
    const servicesLus = trier("service", ligneService, services, refusees);
    const connus = await clesDesLieux(
      context.tx,
      servicesLus.map(({ ligne }) => ligne.lieuCle),
    );
    const parCle = new Map<string, LieuSaisi>(connus);
    for (const { ligne } of lieuxLus) parCle.set(ligne.cle, ligne);
    const ids = await ecrireLieux(context.tx, [
      ...new Map(lieuxLus.map(({ ligne }) => [ligne.cle, lieuDe(ligne, source, auteur)])).values(),
    ]);
    const places = new Map([...connus].map(([cle, { id }]) => [cle, id] as const));
    for (const [cle, id] of ids) places.set(cle, id);
    const anciennes = new Map(
      (
        await lireParCle(
          context.tx,
          servicesLus.map(({ ligne }) => ligne.cle),
        )
      ).map((une) => [une.cle, une]),
    );
    const pris = new Map<string, ServiceAEcrire>();
    for (const { ligne, rang } of servicesLus) {
      const lieu = parCle.get(ligne.lieuCle);
      const lieuId = places.get(ligne.lieuCle);
      const message = refusDe(ligne, lieu !== undefined && lieuId !== undefined);
      if (message !== null || !lieu || lieuId === undefined) {
        refusees.push({ partie: "service", ligne: rang, cle: ligne.cle, message: message ?? "" });
      } else {
        const ancienne = anciennes.get(ligne.cle) ?? null;
        pris.set(ligne.cle, serviceDe(ligne, lieu, { lieuId, source, auteur, ancienne }));
      }
    }
    const bilan = await ecrireEtNoter(context, [...pris.values()], { auteur, anciennes });
    return { lues: lieux.length + services.length, ...bilan, refusees };
  },
});

function refusDe({ lieuCle, du, au }: ServiceLigne, lieuConnu: boolean): string | null {
  if (!lieuConnu) return `La structure « ${lieuCle} » n’est ni dans le fichier ni dans l’annuaire.`;
  if (du !== null && au !== null && au < du) return "Le dernier jour vient avant le premier.";
  return null;
}

/** Lines well formed, with their rank; the others are refused. */
function trier<Schema extends z.ZodType>(
  partie: LigneRefusee["partie"],
  schema: Schema,
  lignes: readonly Readonly<Record<string, unknown>>[],
  refusees: LigneRefusee[],
): readonly { readonly ligne: z.output<Schema>; readonly rang: number }[] {
  return lignes.flatMap((brute, index) => {
    const lue = schema.safeParse(brute);
    if (lue.success) return [{ ligne: lue.data, rang: index + 1 }];
    refusees.push({
      partie,
      ligne: index + 1,
      cle: typeof brute["cle"] === "string" ? brute["cle"] : "",
      message: lue.error.issues
        .map(({ path, message }) => `${path.join(".")} : ${message}`)
        .join(" "),
    });
    return [];
  });
}

function lieuDe(ligne: LieuLigne, source: string, { le }: Auteur): LieuAEcrire {
  return { ...ligne, source: ligne.source ?? source, modifieLe: ligne.modifieLe ?? le };
}

interface Demande {
  readonly lieuId: number;
  readonly source: string;
  readonly auteur: Auteur;
  /** A file that says nothing of the days leaves those that are known. */
  readonly ancienne: RessourceLue | null;
}

function serviceDe(
  { lieuCle: _, ...lue }: ServiceLigne,
  lieu: LieuSaisi,
  demande: Demande,
): ServiceAEcrire {
  const { du, au } = demande.ancienne ?? { du: null, au: null };
  const ligne = { ...lue, du: lue.du ?? du, au: lue.au ?? au };
  const le = ligne.modifieLe ?? demande.auteur.le;
  return {
    ...ligne,
    ...completer(ligne, lieu),
    lieuId: demande.lieuId,
    source: ligne.source ?? demande.source,
    verifieeLe: le,
    verifieePar: ligne.source ?? demande.source,
    modifieeLe: le,
  };
}

async function ecrireEtNoter(
  { tx }: Context,
  services: readonly ServiceAEcrire[],
  {
    auteur,
    anciennes,
  }: { readonly auteur: Auteur; readonly anciennes: ReadonlyMap<string, RessourceLue> },
): Promise<Pick<Reprise, "creees" | "modifiees" | "inchangees">> {
  const ecrits = await ecrireServices(tx, services);
  const cles = ecrits.map(({ cle }) => cle);
  const nouvelles = new Map((await lireParCle(tx, cles)).map((une) => [une.cle, une]));
  const faits = ecrits.map(({ id, cle }) => {
    const ancienne = anciennes.get(cle);
    const nouvelle = nouvelles.get(cle);
    const avant =
      ancienne && nouvelle
        ? changements(
            { lieu: ancienne.lieu, service: ancienne },
            { lieu: nouvelle.lieu, service: nouvelle },
          )
        : null;
    return { ressourceId: id, nature: "import", avant, motif: null };
  });
  if (faits.length > 0) await noterFaits(tx, faits, auteur);
  const creees = cles.filter((cle) => !anciennes.has(cle)).length;
  return {
    creees,
    modifiees: ecrits.length - creees,
    inchangees: services.length - ecrits.length,
  };
}
