import type { VNode } from "preact";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { formatNumber } from "#platform/ui/format.ts";
import type { RegleAffichee } from "../usecases/cadre.ts";
import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import { enTaux, formules, lecturesAnnuelles } from "./mots.ts";

/** How the figures are counted, and the readings beside the one that counts. */
export function CarteDesMethodes({ lus }: { readonly lus: ChiffresAction }): VNode {
  const chiffres = lus.finis?.chiffres;
  return (
    <Panel label="Comment ces chiffres sont comptés">
      <div class="stack-tight">
        <ul class="measure">
          <li>
            Chaque chiffre vient des séjours : l’action n’a rien d’autre à déclarer. Ouverture +
            entrées − sorties = fin de mois, et la fin d’un mois ouvre le suivant.
          </li>
          <li>
            Une personne est présente à la fin d’un jour si elle est entrée et n’est pas sortie : le
            jour de sa sortie, sa place est libre pour une autre.
          </li>
          <li>
            Les places d’un mois sont celles de son dernier jour. Les personnes d’une année ne sont
            pas la somme de celles des mois : chacune est comptée une fois.
          </li>
        </ul>
        {chiffres && (
          <FactsList
            facts={[
              {
                label: "Moyenne, chaque mois plafonné",
                value: enTaux(chiffres.mensuelle.moyennePlafonnee, 2),
              },
              { label: "Moyenne non plafonnée", value: enTaux(chiffres.mensuelle.moyenne, 2) },
              { label: "Mois le plus bas", value: enTaux(chiffres.mensuelle.minimum) },
              {
                label: "Mois pleins",
                value: `${chiffres.mensuelle.moisPleins} sur ${chiffres.mensuelle.moisComptes}`,
              },
              { label: "Présents au dernier jour", value: enTaux(chiffres.annuelle.dernierJour) },
              { label: "Personnes reçues sur places", value: enTaux(chiffres.annuelle.cumul) },
              { label: "Journées de place", value: formatNumber(chiffres.joursPlaces) },
            ]}
          />
        )}
        <SourceComptage regle={lus.regle} mode={lus.action.fiche.comptage.mode} />
      </div>
    </Panel>
  );
}

export function SourceComptage({
  regle,
  mode,
}: {
  readonly regle: RegleAffichee;
  readonly mode?: ChiffresAction["action"]["fiche"]["comptage"]["mode"];
}): VNode {
  const { occupation, annuel } = regle.valeur;
  const lecture =
    mode === "annuel"
      ? `Fonctionnement annuel : ${lecturesAnnuelles[annuel]}.`
      : `Occupation : ${formules[occupation]}.`;
  return (
    <p class="muted small">
      {`${lecture} ${regle.texte}`}
      {regle.certitude === "V" ? "" : " (à confirmer par le Département)"}
    </p>
  );
}
