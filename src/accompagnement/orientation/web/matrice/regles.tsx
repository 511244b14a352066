import type { VNode } from "preact";
import type {
  Matrice,
  QuestionDiagnostic,
  RegleMatrice,
  TypeOrientation,
} from "#commun/referentiel";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { siEnMots } from "../../domain/matrice/condition-en-mots.ts";
import { issueEnMots } from "../../domain/matrice/ecarts-matrices.ts";
import type { Moment } from "../../domain/matrice/regles.ts";
import { rangerRegles } from "./gestes-regles.ts";
import type { Saisie } from "./grille.tsx";
import { champs, ecrireIssue, issuesPossibles } from "./noms.ts";

interface Props {
  readonly matrice: Matrice;
  readonly types: readonly TypeOrientation[];
  readonly questions: readonly QuestionDiagnostic[];
  readonly saisie?: Saisie | undefined;
  /** Address of the form of the draft, to come back to the rule that was moved. */
  readonly ici?: string | undefined;
}

/** The ordered rules around the grid; the first true decides. */
export function ReglesMatrice(props: Props): VNode {
  const { matrice, types, saisie } = props;
  return (
    <>
      <Card title="Règles qui s’appliquent avant la grille">
        <p class="muted">La première qui est vraie décide seule.</p>
        <Regles {...props} moment="avant" />
      </Card>
      <Card title="Règles qui s’appliquent après la grille">
        <p class="muted">La première qui est vraie corrige ce que la grille a donné.</p>
        <Regles {...props} moment="apres" />
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

function Regles({ moment, ...props }: Props & { readonly moment: Moment }): VNode {
  const { matrice, saisie } = props;
  const rangees = rangerRegles(matrice[moment], saisie?.valeurs ?? {});
  const gardees = rangees.filter(({ rang }) => rang !== null).length;
  return (
    <>
      {rangees.length === 0 ? (
        <p>Aucune.</p>
      ) : (
        <ol class="lines">
          {rangees.map(({ regle, rang }) => (
            <li key={regle.code} class="stack-tight" id={`regle-${regle.code}`} tabIndex={-1}>
              {rang === null ? (
                <Retiree {...props} regle={regle} />
              ) : (
                <Regle {...props} regle={regle} rang={rang} derniere={rang === gardees} />
              )}
            </li>
          ))}
        </ol>
      )}
      {saisie !== undefined && (
        <Button name="suite" value={`moment=${moment}`}>
          Ajouter une règle
          <span class="visually-hidden">
            {moment === "avant" ? " avant la grille" : " après la grille"}
          </span>
        </Button>
      )}
    </>
  );
}

interface UneRegle extends Props {
  readonly regle: RegleMatrice;
}

function Regle({
  regle,
  rang,
  derniere,
  ...props
}: UneRegle & { readonly rang: number; readonly derniere: boolean }): VNode {
  const { types, saisie } = props;
  return (
    <>
      <p>
        <strong>{`${rang}. ${regle.libelle}`}</strong>
      </p>
      <p class="small">{siEnMots(regle, props)}</p>
      {saisie === undefined ? (
        <p>Alors : {issueEnMots(regle.alors, types)}</p>
      ) : (
        <>
          <input type="hidden" name={champs.rang(regle.code)} value={String(rang)} />
          <Select
            name={champs.alors(regle.code)}
            label="Alors"
            options={issuesPossibles(types)}
            value={saisie.valeurs[champs.alors(regle.code)] ?? ecrireIssue(regle.alors)}
          />
          <div class="row">
            {rang > 1 && <Geste {...props} regle={regle} nom="Monter" geste="monter" />}
            {!derniere && <Geste {...props} regle={regle} nom="Descendre" geste="descendre" />}
            <Button kind="quiet" small name="suite" value={`code=${regle.code}`}>
              Modifier
              <span class="visually-hidden">{` la règle « ${regle.libelle} »`}</span>
            </Button>
            <Geste {...props} regle={regle} nom="Retirer" geste="retirer" />
          </div>
        </>
      )}
      <Why label="D’où vient-elle ?">
        <p>{regle.texte}</p>
      </Why>
    </>
  );
}

function Retiree(props: UneRegle): VNode {
  const { regle, saisie } = props;
  return (
    <>
      <input type="hidden" name={champs.rang(regle.code)} value="" />
      <input
        type="hidden"
        name={champs.alors(regle.code)}
        value={saisie?.valeurs[champs.alors(regle.code)] ?? ecrireIssue(regle.alors)}
      />
      <div class="row-between">
        <span class="muted">
          <s>{regle.libelle}</s> : sera retirée à l’enregistrement.
        </span>
        <Geste {...props} nom="Garder" geste="garder" />
      </div>
    </>
  );
}

/** Shows the form again at the same rule: nothing is saved yet. */
function Geste({
  regle,
  ici = "",
  nom,
  geste,
}: UneRegle & { readonly nom: string; readonly geste: string }): VNode {
  return (
    <Button
      kind="quiet"
      small
      name="geste"
      value={`${geste}:${regle.code}`}
      formAction={`${ici}#regle-${regle.code}`}
    >
      {nom}
      <span class="visually-hidden">{` la règle « ${regle.libelle} »`}</span>
    </Button>
  );
}
