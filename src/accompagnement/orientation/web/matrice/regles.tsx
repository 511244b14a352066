import type { VNode } from "preact";
import type {
  Matrice,
  QuestionDiagnostic,
  RegleMatrice,
  TypeOrientation,
} from "#commun/referentiel";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { conditionEnMots } from "../../domain/matrice/condition-en-mots.ts";
import { issueEnMots } from "../../domain/matrice/ecarts-matrices.ts";
import { libellesDominante } from "../../domain/matrice/libelles.ts";
import type { Saisie } from "./grille.tsx";
import { champs, ecrireIssue, issuesPossibles } from "./noms.ts";

interface Props {
  readonly matrice: Matrice;
  readonly types: readonly TypeOrientation[];
  readonly questions: readonly QuestionDiagnostic[];
  readonly saisie?: Saisie | undefined;
}

/** The ordered rules around the grid; the first true decides. */
export function ReglesMatrice(props: Props): VNode {
  const { matrice, types, saisie } = props;
  return (
    <>
      <Card title="Règles entendues avant la grille">
        <p class="muted">La première qui est vraie décide seule.</p>
        <Regles {...props} regles={matrice.avant} />
      </Card>
      <Card title="Règles entendues après la grille">
        <p class="muted">La première qui est vraie corrige ce que la grille a donné.</p>
        <Regles {...props} regles={matrice.apres} />
      </Card>
      <Card title="Sans aucune réponse">
        {saisie === undefined ? (
          <p>{issueEnMots(matrice.sansReponse, types)}</p>
        ) : (
          <Select
            name={champs.sansReponse}
            label="Quand rien n’est connu de la personne"
            options={issuesPossibles(types)}
            value={saisie.valeurs[champs.sansReponse] ?? ecrireIssue(matrice.sansReponse)}
          />
        )}
      </Card>
    </>
  );
}

function Regles({ regles, ...props }: Props & { readonly regles: readonly RegleMatrice[] }): VNode {
  if (regles.length === 0) return <p>Aucune.</p>;
  return (
    <ol class="lines">
      {regles.map((regle, rang) => (
        <li key={regle.code} class="stack-tight">
          <Regle {...props} regle={regle} rang={rang + 1} />
        </li>
      ))}
    </ol>
  );
}

function Regle({
  regle,
  rang,
  types,
  questions,
  saisie,
}: Props & { readonly regle: RegleMatrice; readonly rang: number }): VNode {
  const pour = regle.siDominante?.map((dominante) => libellesDominante[dominante]).join(" ou ");
  return (
    <>
      <p>
        <strong>{regle.libelle}</strong>
      </p>
      <p class="muted small">
        Si {conditionEnMots(regle.si, { questions, types })}
        {pour === undefined ? "" : `, quand la grille donne ${pour}`}
      </p>
      {saisie === undefined ? (
        <p>Alors : {issueEnMots(regle.alors, types)}</p>
      ) : (
        <div class="form-columns">
          <TextField
            name={champs.rang(regle.code)}
            label="Rang"
            hint="Vide : la règle est retirée."
            inputMode="numeric"
            width={2}
            value={saisie.valeurs[champs.rang(regle.code)] ?? String(rang)}
            error={saisie.problemes[champs.rang(regle.code)]}
          />
          <Select
            name={champs.alors(regle.code)}
            label="Alors"
            options={issuesPossibles(types)}
            value={saisie.valeurs[champs.alors(regle.code)] ?? ecrireIssue(regle.alors)}
          />
        </div>
      )}
      <Why label="D’où vient-elle ?">
        <p>{regle.texte}</p>
      </Why>
    </>
  );
}
