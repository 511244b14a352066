import type { VNode } from "preact";
import type { Matrice, TypeOrientation } from "#commun/referentiel";
import { Select } from "#platform/ui/components/choices.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { classes, toneClass } from "#platform/ui/tone.ts";
import { issueEnMots } from "../../domain/matrice/ecarts-matrices.ts";
import { celluleDe, type Palier, paliers } from "../../domain/matrice/grille.ts";
import type { AxeMatrice } from "../../domain/matrice/proposition.ts";
import { champs, ecrireIssue, issuesPossibles, lireIssue, tonsDominante } from "./noms.ts";

/** What was typed, over what is saved; absent, the grid is only read. */
export interface Saisie {
  readonly valeurs: Readonly<Record<string, string>>;
  readonly problemes: Readonly<Record<string, string>>;
}

interface Props {
  readonly matrice: Matrice;
  readonly types: readonly TypeOrientation[];
  readonly saisie?: Saisie | undefined;
  /** The matrix compared with: what differs is outlined and said. */
  readonly reference?: Matrice | undefined;
}

/** The grid itself: distance to a job down, obstacles across, each cell coloured by its dominante. */
export function GrilleMatrice(props: Props): VNode {
  const { matrice } = props;
  const social = paliers(matrice.niveaux.social);
  return (
    <table class="matrix">
      <caption class="visually-hidden">
        Dominante proposée selon la distance à l’emploi et les obstacles
      </caption>
      <thead>
        <tr>
          <td class="visually-hidden">Distance à l’emploi, obstacles</td>
          {social.map((palier) => (
            <th key={palier.niveau.code} scope="col">
              <Niveau palier={palier} axe="social" saisie={props.saisie} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {paliers(matrice.niveaux.emploi).map((palier) => (
          <tr key={palier.niveau.code}>
            <th scope="row">
              <Niveau palier={palier} axe="emploi" saisie={props.saisie} />
            </th>
            {social.map((autre) => (
              <Cellule key={autre.niveau.code} {...props} emploi={palier} social={autre} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Niveau({
  palier,
  axe,
  saisie,
}: {
  readonly palier: Palier;
  readonly axe: AxeMatrice;
  readonly saisie: Saisie | undefined;
}): VNode {
  const { niveau, de, a } = palier;
  const nom = champs.seuil(axe, niveau.code);
  return (
    <>
      <strong>{niveau.libelle}</strong>
      {saisie === undefined || niveau.jusqua === null ? (
        <span>{bornes(de, a)}</span>
      ) : (
        <TextField
          name={nom}
          label={`Jusqu’à (${niveau.libelle})`}
          labelHidden
          inputMode="numeric"
          width={2}
          suffix="points au plus"
          value={saisie.valeurs[nom] ?? String(niveau.jusqua)}
          error={saisie.problemes[nom]}
        />
      )}
    </>
  );
}

function bornes(de: number, a: number): string {
  if (de === Number.NEGATIVE_INFINITY)
    return a === Number.POSITIVE_INFINITY ? "tous" : `${a} points ou moins`;
  return a === Number.POSITIVE_INFINITY ? `${de} points ou plus` : `de ${de} à ${a} points`;
}

function Cellule({
  matrice,
  types,
  saisie,
  reference,
  emploi,
  social,
}: Props & { readonly emploi: Palier; readonly social: Palier }): VNode {
  const codes = [emploi.niveau.code, social.niveau.code] as const;
  const enregistree = celluleDe(matrice.grille, ...codes);
  const nom = champs.cellule({ emploi: codes[0], social: codes[1] });
  const issue = lireIssue(saisie?.valeurs[nom] ?? "") ?? enregistree ?? null;
  const etait = reference && celluleDe(reference.grille, ...codes);
  const change = etait !== undefined && issue !== null && ecrireIssue(etait) !== ecrireIssue(issue);
  return (
    <td
      class={classes(
        issue !== null && toneClass(tonsDominante[issue.dominante]),
        change && "matrix-changed",
      )}
      data-label={social.niveau.libelle}
    >
      {saisie === undefined ? (
        issue === null ? (
          "aucune réponse"
        ) : (
          issueEnMots(issue, types)
        )
      ) : (
        <Select
          name={nom}
          label={`« ${emploi.niveau.libelle} » et « ${social.niveau.libelle} »`}
          labelHidden
          options={issuesPossibles(types)}
          value={issue === null ? undefined : ecrireIssue(issue)}
          error={saisie.problemes[nom]}
        />
      )}
      {change && etait && <small class="small">Était : {issueEnMots(etait, types)}</small>}
    </td>
  );
}
