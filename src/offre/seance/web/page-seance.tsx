import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { type Fact, FactsList } from "#platform/ui/components/facts-list.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { formatAmount, formatCount, formatDate, formatRate } from "#platform/ui/format.ts";
import type { SeanceLue } from "../db/seances.ts";
import { etatDe, libellesNature } from "../domain/natures.ts";
import type { SeanceConsultee } from "../usecases/lire-seances.ts";
import { CarteAPrevenir } from "./carte-a-prevenir.tsx";
import { CarteInscrire } from "./carte-inscrire.tsx";
import { CarteInscrits } from "./carte-inscrits.tsx";
import { CarteTenue } from "./carte-tenue.tsx";
import { coutParPresent, EtatSeanceMontre, grandeDate, type Href, horaires } from "./mots.tsx";
import { PartMontree } from "./part.tsx";
import type { PropsSeance } from "./props-seance.ts";

export function PageSeance(props: PropsSeance): VNode {
  const { lue, etat } = props;
  const { seance, le } = lue;
  return (
    <>
      <PageHeader
        over={libellesNature[seance.nature]}
        title={seance.titre}
        meta={
          <>
            <EtatSeanceMontre seance={seance} le={le} />
            <span>
              {grandeDate(seance.jour)}, {horaires(seance)}
            </span>
            <span>{seance.lieu}</span>
          </>
        }
        actions={<Gestes {...props} />}
      />
      <div class="stack">
        <ErrorSummary problems={etat.problems} />
        {seance.annuleeLe !== null && (
          <Alert tone="closed" title={`Annulée le ${formatDate(seance.annuleeLe)}`}>
            {seance.annuleeMotif ?? ""}
          </Alert>
        )}
        <Chiffres lue={lue} />
        <div class="with-side">
          <div class="stack">
            <CarteAPrevenir {...props} />
            <CarteInscrits {...props} />
            <CarteInscrire {...props} />
          </div>
          <div class="stack">
            <CarteFaits {...props} />
            <CarteTenue {...props} />
          </div>
        </div>
      </div>
    </>
  );
}

function Gestes({ lue, href, droits }: PropsSeance): VNode | null {
  const { seance, sienne, le } = lue;
  if (!(sienne && droits.has("seance:tenir"))) return null;
  const ici = `/seances/${seance.id}`;
  const etat = etatDe(seance, le);
  return (
    <>
      {etat === "a-emarger" && (
        <ButtonLink href={href(`${ici}/presence`)} kind="primary">
          Noter les présences
        </ButtonLink>
      )}
      {etat !== "annulee" && (
        <ButtonLink href={href(`${ici}/feuille`)}>Feuille à imprimer</ButtonLink>
      )}
      {seance.presents > 0 && (
        <ButtonLink href={href(`${ici}/attestations`)}>Attestations</ButtonLink>
      )}
      {(etat === "a-venir" || etat === "a-emarger") && (
        <ButtonLink href={href(`${ici}/modifier`)}>Modifier</ButtonLink>
      )}
    </>
  );
}

function Chiffres({ lue: { seance, part } }: { lue: SeanceConsultee }): VNode {
  const { inscrits, capacite, attente, presents, autresPresents } = seance;
  const constatee = presents > 0 || seance.closeLe !== null;
  return (
    <div class="grid-4">
      <Figure
        label="Inscrits"
        value={String(inscrits)}
        of={`/ ${capacite}`}
        href="#inscrits"
        note={
          inscrits >= capacite
            ? "complète"
            : formatCount(capacite - inscrits, "place libre", "places libres")
        }
      />
      <Figure label="En attente" value={String(attente)} href="#attente" />
      <Figure
        label="Présences"
        value={constatee ? String(part.presents) : "–"}
        href="#inscrits"
        note={
          autresPresents
            ? `dont ${formatCount(autresPresents, "personne", "personnes")} sans RSA ni dossier`
            : undefined
        }
      />
      {seance.mixte ? (
        <Figure
          label="Présences au RSA"
          value={constatee ? formatRate(part.rsa, part.presents, 2) : "–"}
          href="#part"
          {...(part.comptee === false && constatee && { tone: "soon", note: "non comptée" })}
        />
      ) : (
        <Figure
          label="Coût"
          value={formatAmount(seance.coutCentimes)}
          href="#faits"
          note={constatee ? coutParPresent(seance) : undefined}
        />
      )}
    </div>
  );
}

function CarteFaits({ lue, href }: PropsSeance): VNode {
  const { seance, action, serie } = lue;
  return (
    <Card id="faits" title="La séance">
      <div class="stack">
        {seance.description !== null && <p>{seance.description}</p>}
        <FactsList layout="side" facts={faitsDe(seance, action, href)} />
        <PartMontree lue={lue} />
        {serie.length > 0 && (
          <details>
            <summary>
              {formatCount(serie.length, "autre date de la série", "autres dates de la série")}
            </summary>
            <ul class="lines">
              {serie.map((une) => (
                <li key={une.id}>
                  <a href={href(`/seances/${une.id}`)}>{grandeDate(une.jour)}</a>{" "}
                  <span class="muted small">
                    {une.inscrits} / {une.capacite}
                  </span>
                </li>
              ))}
            </ul>
          </details>
        )}
      </div>
    </Card>
  );
}

function faitsDe(
  seance: SeanceLue,
  action: SeanceConsultee["action"],
  href: Href,
): readonly Fact[] {
  return [
    { label: "Tenue par", value: seance.structure },
    ...(action
      ? [{ label: "Action", value: <a href={href(`/offre/actions/${action.id}`)}>{action.nom}</a> }]
      : []),
    { label: "Animation", value: seance.animateurs.join(", ") },
    {
      label: "Public",
      value: seance.mixte ? "Personnes au RSA et autre public" : "Personnes au RSA",
    },
    {
      label: "Coût",
      value: formatAmount(seance.coutCentimes),
      ...(seance.closeLe !== null && { note: coutParPresent(seance) }),
    },
  ];
}
