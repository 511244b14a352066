import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatDate, formatMinutes, formatRelative } from "#platform/ui/format.ts";
import type { EntretienLu } from "../db/entretiens.ts";
import { modalites } from "../domain/entretien.ts";
import type { EntretiensConsultes } from "../usecases/entretiens.ts";
import type { Href } from "./cadre.ts";
import { Paragraphes } from "./mots.tsx";

interface Props {
  readonly consultes: EntretiensConsultes;
  readonly href: Href;
  readonly peutSaisir: boolean;
  /** The reader: a draft is hers, and only hers shows. */
  readonly lecteurId: number | null;
}

/** Everything told of the meetings, the latest first; what was corrected is folded under its correction. */
export function PageEntretiens(props: Props): VNode {
  const { consultes, href, peutSaisir } = props;
  const { entretiens, personneId } = consultes;
  const ecrire = peutSaisir && (
    <ButtonLink kind="primary" href={href(`/personnes/${personneId}/entretiens/ecrire`)}>
      Raconter un entretien
    </ButtonLink>
  );
  if (entretiens.length === 0) {
    return (
      <EmptyState
        title="Aucun entretien n’est raconté"
        text="Ce qui s’est dit, ce qui est décidé et la suite se notent en une minute après chaque rencontre."
        actions={ecrire}
      />
    );
  }
  const remplaces = new Map(entretiens.map((entretien) => [entretien.id, entretien]));
  return (
    <div class="stack">
      <div class="row no-print">{ecrire}</div>
      <ol class="timeline" aria-label="Entretiens">
        {entretiens
          .filter(({ corrigePar }) => corrigePar === null)
          .map((entretien) => (
            <li key={entretien.id} id={`entretien-${entretien.id}`}>
              <UnEntretien entretien={entretien} {...props} />
              <Corrige id={entretien.corrigeId} remplaces={remplaces} />
            </li>
          ))}
      </ol>
    </div>
  );
}

function UnEntretien({
  entretien,
  consultes: { personneId, le },
  href,
  peutSaisir,
}: Props & { readonly entretien: EntretienLu }): VNode {
  const ici = `/personnes/${personneId}/entretiens`;
  return (
    <article class="stack-tight">
      <p class="timeline-when">
        {formatDate(entretien.le)}, {modalites[entretien.modalite].toLocaleLowerCase("fr")}
        {entretien.dureeMinutes === null ? "" : `, ${formatMinutes(entretien.dureeMinutes)}`}, par{" "}
        {entretien.redigePar}
      </p>
      {entretien.publieA === null && (
        <p>
          <Etat tone="soon">Brouillon</Etat> <span class="muted">Personne d’autre ne le lit.</span>
        </p>
      )}
      <Contenu entretien={entretien} le={le} />
      {peutSaisir && (
        <div class="row no-print">
          {entretien.publieA === null ? (
            <>
              <ButtonLink
                small
                kind="primary"
                href={href(`${ici}/ecrire?brouillon=${entretien.id}`)}
              >
                Reprendre et publier
              </ButtonLink>
              <Form action={href(`${ici}/${entretien.id}/abandonner`)} layout="inline">
                <Button small kind="quiet" confirm="Jeter ce brouillon ? Rien n’en sera gardé.">
                  Jeter le brouillon
                </Button>
              </Form>
            </>
          ) : (
            <>
              {aSuivre(entretien) && (
                <Form action={href(`${ici}/${entretien.id}/suite`)} layout="inline">
                  <Button small>
                    La suite est donnée
                    <span class="visually-hidden">
                      {" "}
                      à l’entretien du {formatDate(entretien.le)}
                    </span>
                  </Button>
                </Form>
              )}
              <ButtonLink small kind="quiet" href={href(`${ici}/ecrire?corrige=${entretien.id}`)}>
                Corriger
                <span class="visually-hidden"> l’entretien du {formatDate(entretien.le)}</span>
              </ButtonLink>
            </>
          )}
        </div>
      )}
    </article>
  );
}

export const aSuivre = ({ suite, suiteDonneeLe, publieA, corrigePar }: EntretienLu): boolean =>
  suite !== "" && suiteDonneeLe === null && publieA !== null && corrigePar === null;

function Contenu({
  entretien,
  le,
}: {
  readonly entretien: EntretienLu;
  readonly le: string;
}): VNode {
  return (
    <>
      {entretien.texte !== "" && <Paragraphes texte={entretien.texte} />}
      {(entretien.decide !== "" || entretien.suite !== "") && (
        <FactsList
          layout="lines"
          facts={[
            ...(entretien.decide === "" ? [] : [{ label: "Décidé", value: entretien.decide }]),
            ...(entretien.suite === ""
              ? []
              : [{ label: "Suite", value: <Suite entretien={entretien} le={le} /> }]),
          ]}
        />
      )}
    </>
  );
}

function Suite({
  entretien: { suite, suiteLe, suiteDonneeLe },
  le,
}: {
  readonly entretien: EntretienLu;
  readonly le: string;
}): VNode {
  return (
    <>
      {suite}{" "}
      {suiteDonneeLe !== null && <Etat tone="ok">{`Donnée le ${formatDate(suiteDonneeLe)}`}</Etat>}
      {suiteDonneeLe === null && suiteLe !== null && (
        <Etat tone={suiteLe < le ? "late" : "soon"}>
          {`${formatDate(suiteLe)}, ${formatRelative(suiteLe, le)}`}
        </Etat>
      )}
    </>
  );
}

function Corrige({
  id,
  remplaces,
}: {
  readonly id: number | null;
  readonly remplaces: ReadonlyMap<number, EntretienLu>;
}): VNode | null {
  const ancien = id === null ? undefined : remplaces.get(id);
  if (!ancien) return null;
  return (
    <details class="why">
      <summary>Ce qui était écrit avant la correction</summary>
      <div class="why-body">
        <p class="muted">
          {formatDate(ancien.le)}, par {ancien.redigePar}
        </p>
        <Paragraphes texte={ancien.texte} />
        {ancien.decide !== "" && <p>Décidé : {ancien.decide}</p>}
        {ancien.suite !== "" && <p>Suite : {ancien.suite}</p>}
      </div>
    </details>
  );
}
