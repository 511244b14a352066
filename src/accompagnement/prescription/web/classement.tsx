import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Tag } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { ActionClassee } from "../domain/placement.ts";
import { cheminActions } from "./cadre.ts";
import type { Href } from "./mots.tsx";

/** « Atelier du lin, parce que : … », and what speaks against it. */
export function ActionProposee({
  classee,
  personneId,
  freinId,
  rang,
  prescrit,
  href,
}: {
  readonly classee: ActionClassee;
  readonly personneId: number;
  readonly freinId: number | null;
  readonly rang: number;
  readonly prescrit: boolean;
  readonly href: Href;
}): VNode {
  const { action, raisons, libres } = classee;
  const dits = (sens: string) => raisons.filter((une) => une.sens === sens);
  const suite = freinId === null ? "" : `?frein=${freinId}`;
  const reserves = dits("contre");
  return (
    <li class="stack-tight">
      <div class="row-between">
        <div>
          <p class="strong">
            {`${rang}. `}
            <a href={href(`/offre/actions/${action.id}`)}>{action.nom}</a>
          </p>
          <p class="muted small">{action.structure}</p>
        </div>
        <div class="row">
          {libres !== null && (
            <Tag tone={libres > action.enAttente ? "ok" : "late"}>
              {libres === 0 ? "Complet" : formatCount(libres, "place libre", "places libres")}
            </Tag>
          )}
          {prescrit && (
            <ButtonLink
              small
              kind={rang === 1 ? "primary" : "plain"}
              href={href(`${cheminActions(personneId)}/prescrire/${action.id}${suite}`)}
            >
              Prescrire
              <span class="visually-hidden">{` « ${action.nom} »`}</span>
            </ButtonLink>
          )}
        </div>
      </div>
      <p class="small">{`Parce que : ${phrase(dits("pour"))}.`}</p>
      {reserves.length > 0 && (
        <p class="small tone-soon tone-text">{`À savoir : ${phrase(reserves)}.`}</p>
      )}
    </li>
  );
}

const phrase = (raisons: readonly { readonly texte: string }[]) =>
  raisons.map(({ texte }) => minuscule(texte)).join(" ; ");

/** « CER signé » keeps its capitals. */
const minuscule = (texte: string) =>
  /^\p{Lu}\p{Lu}/u.test(texte) ? texte : texte.charAt(0).toLocaleLowerCase("fr") + texte.slice(1);

/** Why the others are not proposed, by the first thing that stands in the way. */
export function PourquoiPas({
  ecartees,
  href,
}: {
  readonly ecartees: readonly ActionClassee[];
  readonly href: Href;
}): VNode | null {
  if (ecartees.length === 0) return null;
  const groupes = Map.groupBy(ecartees, ({ raisons }) => raisons[0]?.texte ?? "");
  return (
    <Why label={`Pourquoi pas ${formatCount(ecartees.length, "autre action", "autres actions")} ?`}>
      <ul class="stack-tight plain-list">
        {[...groupes]
          .toSorted(([a, x], [b, y]) => y.length - x.length || a.localeCompare(b, "fr"))
          .map(([texte, siennes]) => (
            <li key={texte}>
              <p>
                <span class="strong">{texte}</span>{" "}
                <span class="muted">{`(${formatCount(siennes.length, "action", "actions")})`}</span>
              </p>
              <p class="small">
                {siennes.slice(0, LISTEES).map(({ action }, rang) => (
                  <>
                    {rang > 0 && ", "}
                    <a href={href(`/offre/actions/${action.id}`)}>{action.nom}</a>
                  </>
                ))}
                {siennes.length > LISTEES && ` et ${siennes.length - LISTEES} de plus`}
              </p>
            </li>
          ))}
      </ul>
    </Why>
  );
}

const LISTEES = 6;
