import type { VNode } from "preact";
import { ButtonLink } from "#platform/ui/components/button.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Figure } from "#platform/ui/components/figure.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatAmount, formatDate, formatRate, formatTime } from "#platform/ui/format.ts";
import type { SeanceLue } from "../db/seances.ts";
import { libellesNature } from "../domain/natures.ts";
import type { SeancesDAction } from "../usecases/lire-seances.ts";
import { EtatSeanceMontre, type Href, presentsDe } from "./mots.tsx";
import { remplissage } from "./page-semaine.tsx";
import { partEnMots } from "./part.tsx";

interface Props {
  readonly lues: SeancesDAction;
  readonly href: Href;
}

/** The sessions of one action: what is coming, what was held, what it cost. */
export function SeancesDeLAction({ lues, href }: Props): VNode {
  const { seances, actionId, le, tient } = lues;
  const avenir = seances.filter(
    ({ jour, annuleeLe, closeLe }) => jour >= le && annuleeLe === null && closeLe === null,
  );
  const passees = seances.filter((une) => !avenir.includes(une)).toReversed();
  return (
    <div class="stack">
      {tient && (
        <p class="no-print">
          <ButtonLink
            href={href(`/seances/nouvelle?action=${actionId}`)}
            kind="primary"
            icon="plus"
          >
            Créer une séance
          </ButtonLink>
        </p>
      )}
      {seances.length === 0 ? (
        <EmptyState
          title="Aucune séance"
          text="Les ateliers et rencontres de cette action seront ici, avec leurs inscriptions et leurs présences."
        />
      ) : (
        <Bilan seances={seances} />
      )}
      <div id="avenir">
        {avenir.length > 0 && <Liste {...{ lues, href }} titre="À venir" seances={avenir} />}
      </div>
      <div id="passees">
        {passees.length > 0 && <Liste {...{ lues, href }} titre="Passées" seances={passees} />}
      </div>
    </div>
  );
}

function Bilan({ seances }: { seances: readonly SeanceLue[] }): VNode {
  const closes = seances.filter(({ closeLe }) => closeLe !== null);
  const somme = (lire: (une: SeanceLue) => number) =>
    closes.reduce((total, une) => total + lire(une), 0);
  const presents = somme(presentsDe);
  const inscrits = somme((une) => une.inscrits);
  const cout = somme(({ coutCentimes }) => coutCentimes);
  return (
    <div class="grid-4">
      <Figure label="Séances closes" value={String(closes.length)} href="#passees" />
      <Figure
        label="Présences"
        value={String(presents)}
        href="#passees"
        note={`${formatRate(
          somme((une) => une.presents),
          inscrits,
        )} des personnes inscrites sont venues`}
      />
      <Figure label="Coût" value={formatAmount(cout)} href="#passees" />
      <Figure
        label="Coût par personne présente"
        value={presents === 0 ? "–" : formatAmount(Math.round(cout / presents))}
        href="#passees"
      />
    </div>
  );
}

interface PropsListe extends Props {
  readonly titre: string;
  readonly seances: readonly SeanceLue[];
}

function Liste({ lues: { le, parts }, href, titre, seances }: PropsListe): VNode {
  return (
    <Table
      caption={titre}
      columns={[
        { key: "seance", label: "Séance", phone: "title" },
        { key: "quand", label: "Quand", fit: true, phone: "fact" },
        { key: "inscrits", label: "Inscrits", phone: "fact" },
        { key: "presents", label: "Présences", numeric: true, unit: "présences" },
        { key: "cout", label: "Coût", numeric: true },
        { key: "etat", label: "État", fit: true, phone: "title" },
      ]}
      rows={seances.map((une) => {
        const vers = href(`/seances/${une.id}`);
        const part = une.mixte ? parts.get(une.id) : undefined;
        return {
          key: String(une.id),
          href: vers,
          cells: [
            <>
              <a href={vers}>{une.titre}</a>{" "}
              <span class="muted small">{libellesNature[une.nature]}</span>
              {part && part.comptee === false && (
                <>
                  {" "}
                  <Etat tone="soon">Non comptée</Etat>{" "}
                  <span class="muted small">{partEnMots(part)}</span>
                </>
              )}
            </>,
            `${formatDate(une.jour)}, ${formatTime(une.debut)}`,
            remplissage(une),
            une.closeLe === null ? "" : String(presentsDe(une)),
            formatAmount(une.coutCentimes),
            <EtatSeanceMontre seance={une} le={le} />,
          ],
        };
      })}
    />
  );
}
