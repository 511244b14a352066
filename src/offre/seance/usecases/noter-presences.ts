import { valeurAu } from "#commun/referentiel";
import { lireDroitsAu } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { type Context, defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireInscriptions, noterLesPresences } from "../db/inscriptions.ts";
import { noterAutresPresents } from "../db/seances.ts";
import { noterPresencesInput } from "../schemas.ts";
import { cadreDuJour, exigerOuverte, exigerSienne, exigerVersion, tenirSeance } from "./cadre.ts";
import { exigerPassee } from "./tenir-seance.ts";

interface Notees {
  readonly presents: number;
  readonly absents: number;
}

/**
 * The sheet as it was filled: each registered person, and how many others came. Sent twice, it writes once; filled from
 * a sheet that somebody else has filled since, it writes nothing.
 * @throws DomainError `seance.conflit`
 */
export const noterPresences = defineUseCase({
  name: "seance.noter-presences",
  input: noterPresencesInput,
  droit: "seance:tenir",
  nature: "ecriture",
  trace: ({ seanceId, autres }, notees: Notees) => ({
    objet: "seance",
    objetId: seanceId,
    details: { ...notees, autres },
  }),
  async run(context, { seanceId, version, presences, autres }): Promise<Notees> {
    const { tx, agent } = context;
    const { le } = cadreDuJour(context);
    const seance = await tenirSeance(context, seanceId);
    await exigerSienne(context, seance);
    exigerOuverte(seance);
    exigerPassee(seance, le);
    const inscriptions = new Map(
      (await lireInscriptions(tx, [seanceId])).map((une) => [une.id, une]),
    );
    const connues = presences.flatMap((une) => {
      const inscription = inscriptions.get(une.inscriptionId);
      if (!inscription) throw inscriptionDisparue();
      return [{ ...une, personneId: inscription.personneId }];
    });
    const presents = connues.filter(({ presence }) => presence === "present");
    const auRsa = await auRsaLeJour(
      context,
      presents.map(({ personneId }) => ({ personneId, le: seance.jour })),
    );
    const changees = await noterLesPresences(
      tx,
      seanceId,
      connues.map(({ personneId, presence, motif, inscriptionId }) => ({
        inscriptionId,
        presence,
        motif: presence === "absent-excuse" ? motif : null,
        rsa: presence === "present" ? auRsa.has(cleVenue({ personneId, le: seance.jour })) : null,
      })),
      { le, par: agent.id },
    );
    if (changees > 0 || autres !== seance.autresPresents) {
      exigerVersion(seance, version);
      await noterAutresPresents(tx, seanceId, autres);
    }
    const absents = connues.filter(({ presence }) => presence?.startsWith("absent")).length;
    return { presents: presents.length, absents };
  },
});

interface Venue {
  readonly personneId: number;
  readonly le: string;
}

export function cleVenue({ personneId, le }: Venue): string {
  return `${personneId}|${le}`;
}

/** Who had the RSA on the day she came, by the dated rights of her household. */
export async function auRsaLeJour(
  context: Context,
  venues: readonly Venue[],
): Promise<ReadonlySet<string>> {
  const { le, referentiel } = cadreDuJour(context);
  const regle = valeurAu(referentiel.beneficiaire, le);
  const droits = await lireDroitsAu(context.tx, regle, venues);
  return new Set(droits.filter(({ ouvert }) => ouvert).map(cleVenue));
}

function inscriptionDisparue(): DomainError {
  return new DomainError(
    "inscription.introuvable",
    "Une inscription a été annulée pendant que vous remplissiez la feuille. Rien n’a été écrit : rouvrez la feuille, puis recommencez.",
  );
}
