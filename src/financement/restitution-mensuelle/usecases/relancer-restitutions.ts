import { lireOrganismes } from "#commun/structure";
import { enqueue } from "#platform/outbox/enqueue.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { inscrireEvenements } from "../db/evenements.ts";
import { changerRestitutions } from "../db/restitutions.ts";
import { exigerPassage } from "../domain/etat.ts";
import { redigerRelance } from "../domain/relance.ts";
import { lotInput } from "../schemas.ts";
import { exigerLot, type RestitutionTenue } from "./cadre.ts";
import { type LotFait, trier } from "./recevoir-restitutions.ts";

interface Relance extends LotFait {
  /** Operators written to. Those without an address are on the list of reminders, to be called. */
  readonly courriels: number;
  readonly sansAdresse: readonly string[];
}

/** Reminds the operators of what they owe, one e-mail to each; once a day at most for one return. */
export const relancerRestitutions = defineUseCase({
  name: "restitution.relancer",
  input: lotInput,
  droit: "restitution:recevoir",
  nature: "ecriture",
  trace: ({ restitutions }, { faites, courriels, sansAdresse }: Relance) => ({
    objet: "restitution",
    details: { choisies: restitutions.length, relancees: faites, courriels, sansAdresse },
  }),
  async run(context, { restitutions }): Promise<Relance> {
    const tri = trier(await exigerLot(context, restitutions), ({ etat }) =>
      exigerPassage("relancer", etat),
    );
    const dejaDites = tri.prises.filter(({ restitution, le }) => restitution.relanceeLe === le);
    const prises = tri.prises.filter(({ restitution, le }) => restitution.relanceeLe !== le);
    const envois = await ecrireAuxOperateurs(context, prises);
    await noter(context, prises, envois);
    return {
      faites: prises.length,
      laissees: [
        ...tri.laissees,
        ...dejaDites.map(({ restitution }) => ({
          restitutionId: restitution.id,
          message: "Déjà relancée aujourd’hui.",
        })),
      ],
      courriels: [...envois.values()].filter(({ envoiId }) => envoiId !== null).length,
      sansAdresse: [...envois.values()].flatMap(({ envoiId, nom }) =>
        envoiId === null ? [nom] : [],
      ),
    };
  },
});

interface Envoi {
  readonly nom: string;
  readonly adresse: string | null;
  readonly envoiId: number | null;
}

/** By operator. */
async function ecrireAuxOperateurs(
  context: Context,
  prises: readonly RestitutionTenue[],
): Promise<ReadonlyMap<number, Envoi>> {
  const parOperateur = Map.groupBy(prises, ({ action }) => action.structureId);
  const organismes = await lireOrganismes(context.tx, [...parOperateur.keys()]);
  const joignables = organismes.flatMap(({ id, nom, courriel }) =>
    courriel === null ? [] : [{ id, nom, courriel, dues: parOperateur.get(id) ?? [] }],
  );
  const queued = await enqueue(
    context,
    joignables.map(({ id, nom, courriel, dues }) => {
      const { objet, texte } = redigerRelance(
        { departement: context.departement.nom, operateur: nom },
        dues.map(({ restitution, action }) => ({ ...restitution, action: action.nom })),
      );
      return {
        key: `relance:restitution:${id}:${dues[0]?.le}:${dues[0]?.restitution.id}`,
        channel: "email" as const,
        to: courriel,
        subject: objet,
        text: texte,
        from: `Département ${context.departement.nom}`,
        replyTo: null,
      };
    }),
  );
  const ids = new Map(joignables.map(({ id }, rang) => [id, queued[rang]?.id ?? null]));
  return new Map(
    organismes.map(({ id, nom, courriel }) => [
      id,
      { nom, adresse: courriel, envoiId: ids.get(id) ?? null },
    ]),
  );
}

async function noter(
  { tx, agent }: Context,
  prises: readonly RestitutionTenue[],
  envois: ReadonlyMap<number, Envoi>,
): Promise<void> {
  const [premiere] = prises;
  if (!premiere) return;
  const { le } = premiere;
  const ids = prises.map(({ restitution }) => restitution.id);
  await changerRestitutions(tx, ids, { relanceeLe: le });
  await inscrireEvenements(
    tx,
    prises.map(({ restitution, action }) => ({
      restitutionId: restitution.id,
      ...({ nature: "relancee", numero: null, motif: null, le, par: agent.id } as const),
      adresse: envois.get(action.structureId)?.adresse ?? null,
      envoiId: envois.get(action.structureId)?.envoiId ?? null,
    })),
  );
}
