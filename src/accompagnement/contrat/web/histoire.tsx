import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Diff } from "#platform/ui/components/diff.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Timeline, type TimelineEntry } from "#platform/ui/components/timeline.tsx";
import { formatDate, formatNumber } from "#platform/ui/format.ts";
import type { VersionContrat } from "../db/contrats.ts";
import { type ActionContrat, type ContenuContrat, naturesAction } from "../domain/contenu.ts";
import { direHeures } from "../domain/document.ts";
import {
  libellesBilan,
  libellesFin,
  libellesMoyen,
  libellesQualite,
  libellesRealisation,
  type MotifFin,
} from "../domain/libelles.ts";
import type { ContratConsulte } from "../usecases/consulter-contrats.ts";
import { Dessin, EtatDuContrat, EtatVersion, periodeEnMots } from "./mots.tsx";

interface Props {
  readonly contrats: readonly ContratConsulte[];
  readonly aujourdhui: string;
  readonly base: string;
}

/** Every contract, with what each version changed, who signed, and what was said at each review. */
export function HistoireDesContrats({ contrats, aujourdhui, base }: Props): VNode | null {
  const connus = contrats.filter(
    ({ contrat, versions }) => contrat.signeLe !== null || versions.length > 0,
  );
  if (connus.length === 0) return null;
  return (
    <Card title="Historique">
      <div class="stack">
        {connus.map((un) => (
          <section key={un.contrat.id} class="stack-tight">
            <h3 class="row">
              <span>{un.nature?.court ?? un.contrat.nature}</span>
              <EtatDuContrat contrat={un.contrat} aujourdhui={aujourdhui} />
            </h3>
            <p class="muted">{resume(un)}</p>
            {un.bilans.length > 0 && <Bilans un={un} />}
            {un.versions.map((version, rang) => (
              <Version
                key={version.id}
                un={un}
                version={version}
                avant={un.versions[rang + 1] ?? null}
                base={`${base}/${un.contrat.id}`}
              />
            ))}
          </section>
        ))}
      </div>
    </Card>
  );
}

function resume({ contrat }: ContratConsulte): string {
  const periode = periodeEnMots(contrat);
  const fin =
    contrat.motifFin === null
      ? ""
      : `Fin : ${(libellesFin[contrat.motifFin as MotifFin] ?? contrat.motifFin).toLocaleLowerCase("fr")}${contrat.finPrecision ? `, ${contrat.finPrecision}` : ""}.`;
  const debut =
    periode === "" ? "Jamais signé." : `${periode.charAt(0).toUpperCase()}${periode.slice(1)}.`;
  const reprise = contrat.origine === "reprise" ? " Repris du logiciel précédent." : "";
  return `${debut} ${fin}${reprise}`.trim();
}

function Bilans({ un }: { readonly un: ContratConsulte }): VNode {
  const entries = un.bilans.map((bilan): TimelineEntry => {
    const version = un.versions.find(({ numero }) => numero === bilan.numeroVersion);
    const actions = (version?.contenu.actions ?? []).flatMap(({ libelle }, rang) => {
      const fait = bilan.realisations[rang];
      return fait ? [`${libelle} : ${libellesRealisation[fait].toLocaleLowerCase("fr")}`] : [];
    });
    return {
      key: String(bilan.id),
      when: formatDate(bilan.le),
      what: `Bilan : ${libellesBilan[bilan.conclusion].toLocaleLowerCase("fr")}`,
      detail: (
        <>
          {actions.length > 0 && <p>{`${actions.join(" ; ")}.`}</p>}
          {bilan.commentaire !== "" && <p>{bilan.commentaire}</p>}
          <p class="muted">{`Par ${bilan.parNom}`}</p>
        </>
      ),
    };
  });
  return <Timeline label="Bilans" entries={entries} />;
}

type VersionSignee = ContratConsulte["versions"][number];

function Version({
  un,
  version,
  avant,
  base,
}: {
  readonly un: ContratConsulte;
  readonly version: VersionSignee;
  readonly avant: VersionContrat | null;
  readonly base: string;
}): VNode {
  const titre = version.numero === 1 ? "Contrat initial" : `Avenant n° ${version.numero - 1}`;
  return (
    <Panel label={`${titre}, ${formatDate(version.signeeLe ?? version.redigeeLe)}`}>
      <div class="stack-tight">
        <p class="row">
          <EtatVersion etape={version.etape} />
          {version.motif !== null && <span>{version.motif}</span>}
          {version.etape === "signee" && (
            <a href={`${base}/versions/${version.numero}.pdf`}>Document signé (PDF)</a>
          )}
        </p>
        {version.signatures.map((signature) => (
          <div key={signature.qualite} class="row">
            <span>
              {`${libellesQualite[signature.qualite]} : ${signature.nom}, ${libellesMoyen[signature.moyen]}, le ${formatDate(signature.le)}`}
            </span>
            {signature.trace && <Dessin trace={signature.trace} de={signature.nom} />}
            {signature.pieceId !== null && (
              <a href={`${base}/pieces/${signature.pieceId}`}>Document numérisé</a>
            )}
          </div>
        ))}
        {avant && (
          <Diff
            caption="Ce qui change"
            heads={["Avant", "Après"]}
            lines={differences(avant.contenu, version.contenu, un).filter(
              ({ before, after }) => before !== after,
            )}
          />
        )}
      </div>
    </Panel>
  );
}

/** Two contents side by side, line by line. */
export function differences(
  avant: ContenuContrat,
  apres: ContenuContrat,
  { nature }: Pick<ContratConsulte, "nature">,
) {
  const lignes: readonly (readonly [string, (contenu: ContenuContrat) => string])[] = [
    ["Début", ({ debut }) => formatDate(debut)],
    ["Durée", ({ mois }) => (mois === null ? "" : `${mois} mois`)],
    ["Vulnérabilité", ({ vulnerabilite }) => (vulnerabilite === null ? "" : "identifiée")],
    ["Bilans", ({ bilanMois }) => (bilanMois === null ? "" : `tous les ${bilanMois} mois`)],
    ["Objectifs", ({ objectifs }) => objectifs.join(" ; ")],
    ["Actions", ({ actions }) => actions.map(direAction).join(" ; ")],
    ["Heures", (contenu) => direHeures(contenu, nature) ?? ""],
    ["La personne s’engage à", ({ engagementsPersonne }) => engagementsPersonne.join(" ; ")],
    ["L’organisme s’engage à", ({ engagementsOrganisme }) => engagementsOrganisme.join(" ; ")],
  ];
  return lignes.map(([label, dire]) => ({
    label,
    before: dire(avant) || null,
    after: dire(apres) || null,
  }));
}

function direAction(action: ActionContrat): string {
  const precisions = [
    naturesAction[action.nature].toLocaleLowerCase("fr"),
    action.heures === null ? "" : `${formatNumber(action.heures)} h par semaine`,
    action.collective ? "en groupe" : "",
    action.encadree ? "encadrée" : "",
    action.jusqua === null ? "" : `jusqu’au ${formatDate(action.jusqua)}`,
  ];
  return `${action.libelle} (${precisions.filter(Boolean).join(", ")})`;
}
