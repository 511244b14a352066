import { z } from "zod";
import { DomainError } from "#platform/errors/domain-error.ts";
import { defineUseCase } from "#platform/usecase/define-use-case.ts";
import { chercherPlaces, type Place } from "../db/chercher-places.ts";
import { examinerNir } from "../domain/nir.ts";

const input = z.object({
  numeroDemande: z.string().trim().min(1, "Donnez le numéro de demande."),
  role: z.string().trim().toUpperCase().nullable().default(null),
  nir: z.string().nullable().default(null),
});

/**
 * Who holds a role under a claim number; several persons may. Each is then read, and journaled, by
 * `personne.lire` and `personne.lire-nir`.
 */
export const trouverPlaces = defineUseCase({
  name: "personne.trouver",
  input,
  droit: "dossier:lire-nir",
  nature: "lecture",
  trace: null,
  async run({ tx, agent, secrets }, { numeroDemande, role, nir }): Promise<readonly Place[]> {
    const examen = examinerNir(nir);
    if (nir !== null && examen.etat !== "valide") {
      throw new DomainError(
        "nir.faux",
        "Ce numéro de sécurité sociale est mal formé, ou sa clé est fausse : vérifiez-le.",
      );
    }
    const empreinte = examen.etat === "valide" ? secrets.digest(examen.nir13) : null;
    const places = await chercherPlaces(tx, { numeroDemande, role, empreinte }, agent.portee);
    if (places.length > 0) return places;
    throw new DomainError(
      "personne.introuvable",
      `Personne ne porte ${role === null ? "" : `le rôle ${role} sous `}le numéro de demande ${numeroDemande}${nir === null ? "" : " avec ce numéro de sécurité sociale"}. Vérifiez le numéro, le rôle et le département.`,
      { numeroDemande, role },
    );
  },
});
