import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { Card } from "#platform/ui/components/card.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { libellesMotifSuspension } from "../domain/libelles.ts";
import { Reste } from "./mots.tsx";
import type { PropsSejour } from "./props.ts";

/** How long it may last, and what moved its end. */
export function CarteDuree({ consulte }: PropsSejour): VNode {
  const { sejour, action, histoire } = consulte;
  const { duree } = action.fiche;
  const { suspensions, renouvellements } = histoire;
  return (
    <Card title="Durée">
      <FactsList
        layout="side"
        facts={[
          ...(sejour.sortiLe === null
            ? [{ label: "Reste", value: <Reste sejour={sejour} /> }]
            : []),
          {
            label: "Dernier jour permis",
            value: dernierJour(consulte),
            note:
              duree.maxMois === null
                ? undefined
                : `${duree.maxMois} mois au plus selon la fiche ; personne ne sort sans que sa sortie soit notée`,
          },
          ...(duree.minMois === null
            ? []
            : [
                {
                  label: "Durée minimale",
                  value: `${duree.minMois} mois`,
                  note: "elle concerne le contrat, et n’empêche pas une sortie",
                },
              ]),
        ]}
      />
      {renouvellements.length > 0 && (
        <>
          <h3>Renouvellements</h3>
          <ul class="lines">
            {renouvellements.map(({ id, mois, motif, le, par, exception }) => (
              <li key={id}>
                {`${mois} mois de plus, le ${formatDate(le)}`}
                {par !== null && `, par ${par}`}
                <br />
                <span class="muted small">
                  {motif}
                  {exception !== null && ` (${libelleException(consulte, exception)})`}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {suspensions.length > 0 && (
        <>
          <h3>Suspensions</h3>
          <ul class="lines">
            {suspensions.map(({ id, motif, du, au }) => (
              <li key={id}>
                {`${libellesMotifSuspension[motif]}, ${enMots(du, au)}`}
                {!duree.suspenduePar.includes(motif) && (
                  <>
                    <br />
                    <span class="muted small">ce motif ne repousse pas le plafond</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

function dernierJour({ sejour, action }: PropsSejour["consulte"]): string {
  if (action.fiche.duree.maxMois === null) return "sans plafond";
  return sejour.terme === null
    ? "inconnu tant que la suspension dure"
    : formatDate(ajouterJours(sejour.terme, -1));
}

const enMots = (du: string, au: string | null) =>
  au === null
    ? `depuis le ${formatDate(du)}`
    : `du ${formatDate(du)} au ${formatDate(ajouterJours(au, -1))}`;

function libelleException({ action }: PropsSejour["consulte"], code: string): string {
  return action.fiche.duree.exceptions.find((une) => une.code === code)?.libelle ?? code;
}
