import { nommerPersonnes, type PersonneBreve } from "#droits/dossier";
import { DomainError } from "#platform/errors/domain-error.ts";
import { formatDate, formatLongDate, formatTime } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { lireInscriptions } from "../db/inscriptions.ts";
import type { SeanceLue } from "../db/seances.ts";
import type { Attestation } from "../domain/attestation.ts";
import { libellesNature } from "../domain/natures.ts";
import { attestationsInput } from "../schemas.ts";
import { cadreDuJour, exigerSeance, perimetreSeances, porteeDesNoms } from "./cadre.ts";

export interface Attestations {
  readonly titre: string;
  readonly attestations: readonly Attestation[];
  readonly personnes: readonly number[];
}

/** One certificate for each person noted present, or for one of them. */
export const lireAttestations = defineUseCase({
  name: "seance.lire-attestations",
  input: attestationsInput,
  droit: "seance:lire",
  nature: "lecture",
  trace: ({ seanceId }, { personnes }: Attestations) => ({
    objet: "seance",
    objetId: seanceId,
    personneId: personnes.length === 1 ? (personnes[0] ?? null) : null,
    details: { attestations: personnes },
  }),
  async run(context, { seanceId, inscriptionId }): Promise<Attestations> {
    const { tx, agent, departement } = context;
    const seance = await exigerSeance(context, seanceId);
    const sienne = (await perimetreSeances(context))(seance);
    const presentes = (await lireInscriptions(tx, [seanceId])).filter(
      ({ id, presence }) =>
        presence === "present" && (inscriptionId === null || id === inscriptionId),
    );
    const noms = await nommerPersonnes(
      tx,
      porteeDesNoms(sienne, agent.portee),
      presentes.map(({ personneId }) => personneId),
    );
    const personnes = [...noms.values()].toSorted((a, b) => a.nom.localeCompare(b.nom, "fr"));
    if (personnes.length === 0) {
      throw new DomainError(
        "attestation.sans-presence",
        "Une attestation se donne à une personne notée présente. Notez d’abord les présences.",
      );
    }
    const { le } = cadreDuJour(context);
    const commun = { departement: `Département : ${departement.nom}`, ...direSeance(seance, le) };
    return {
      titre: `Attestations de présence, ${seance.titre}`,
      attestations: personnes.map((personne) => ({ ...commun, phrase: direPresence(personne) })),
      personnes: personnes.map(({ personneId }) => personneId),
    };
  },
});

const qualites: Readonly<Record<string, string>> = { MME: "Mme", MLE: "Mme", MR: "M." };

function direPresence({ qualite, nom, prenom }: PersonneBreve): string {
  const qui = [qualites[(qualite ?? "").trim().toUpperCase()], formatName(nom, prenom)];
  return `Nous attestons que ${qui.filter(Boolean).join(" ")} a participé à la séance :`;
}

function direSeance(seance: SeanceLue, le: string): Omit<Attestation, "departement" | "phrase"> {
  const { structure, titre, nature, jour, debut, fin, lieu, animateurs } = seance;
  return {
    structure,
    seance: titre,
    faits: [
      { libelle: "Nature", valeur: libellesNature[nature] },
      { libelle: "Date", valeur: formatLongDate(jour) },
      { libelle: "Horaires", valeur: `de ${formatTime(debut)} à ${formatTime(fin)}` },
      { libelle: "Lieu", valeur: lieu },
      ...(animateurs.length > 0 ? [{ libelle: "Animation", valeur: animateurs.join(", ") }] : []),
    ],
    etablie: `Fait le ${formatDate(le)}`,
  };
}
