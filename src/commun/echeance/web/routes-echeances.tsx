import { listerReferentiels, type Referentiel } from "#commun/referentiel";
import type { ListRow } from "#platform/db/list/fetch.ts";
import { DomainError } from "#platform/errors/domain-error.ts";
import type { Route } from "#platform/http/route.ts";
import { listRoutes } from "#platform/ui/list/list-routes.tsx";
import { requireDroit } from "#platform/usecase/define-use-case.ts";
import { regleDe } from "../domain/regles.ts";
import { preparerListes } from "../usecases/listes.ts";
import { EtatEcheance, TexteEcheance, tonEcheance } from "./mots.tsx";
import type { PortsEcheance } from "./ports.ts";

const texte = (valeur: unknown): string => (typeof valeur === "string" ? valeur : "");

function ligne({ extra }: ListRow) {
  return {
    code: texte(extra["code"]),
    depart: texte(extra["depart"]),
    brute: texte(extra["brute"]),
    limite: texte(extra["limite"]),
    le: texte(extra["aujourdhui"]),
    personneId: Number(extra["personne"]),
    qui: {
      qualite: texte(extra["qualite"]) || null,
      nom: texte(extra["nom"]),
      prenom: texte(extra["prenom"]),
    },
  };
}

/**
 * One list a référentiel: the acts, their words and their texts are its own. Who may export persons
 * exports their deadlines only when she may see them.
 */
export function routesListeEcheances(ports: PortsEcheance): readonly Route[] {
  const listeDe = preparerListes(ports.definirPersonnes);
  const parReferentiel = new Map(
    listerReferentiels().map((referentiel) => [
      referentiel.nom,
      routesDe(referentiel, listeDe(referentiel.nom), ports),
    ]),
  );
  const [premiere = []] = parReferentiel.values();
  return premiere.map((route, rang) => ({
    ...route,
    handler(request) {
      requireDroit(request.agent, "echeance:lire");
      const { referentiel } = request.deps.base.departement;
      const sienne = parReferentiel.get(referentiel)?.[rang];
      if (sienne) return sienne.handler(request);
      throw new DomainError(
        "referentiel.inconnu",
        `Le référentiel « ${referentiel} » n’existe pas.`,
      );
    },
  }));
}

function routesDe(
  { echeances }: Referentiel,
  definition: ReturnType<ReturnType<typeof preparerListes>>,
  { cellules, nommer, chemin }: PortsEcheance,
): readonly Route[] {
  return listRoutes({
    path: "/echeances",
    definition,
    title: "Échéances",
    droit: "echeance:lire",
    droitExport: "personne:exporter",
    rowHref: (row) => chemin(ligne(row).code, ligne(row).personneId),
    rowName: (row) => nommer(ligne(row).qui),
    rowTone: (row) => {
      const ton = tonEcheance(ligne(row).limite, ligne(row).le);
      return ton === "late" ? ton : undefined;
    },
    cells: {
      ...cellules,
      nom: (row) => nommer(ligne(row).qui),
      quoi: (row) => {
        const echeance = ligne(row);
        const regle = regleDe(echeances, echeance);
        return (
          <div>
            {regle?.libelle ?? echeance.code}
            <TexteEcheance regle={regle} echeance={echeance} />
          </div>
        );
      },
      limite: (row) => <EtatEcheance limite={ligne(row).limite} le={ligne(row).le} />,
    },
    emptyHint:
      "Rien n’est à faire pour un jour donné : les échéances viennent des orientations, d’elles-mêmes.",
  });
}
