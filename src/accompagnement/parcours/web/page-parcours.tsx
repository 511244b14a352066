import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { Why } from "#platform/ui/components/why.tsx";
import { formatAgo, formatDate } from "#platform/ui/format.ts";
import type { AccompagnementDate } from "../db/consultation.ts";
import { regleDeCode } from "../domain/regles.ts";
import { frequenceEnMots } from "../domain/rencontres.ts";
import type { EnCoursConsulte, ParcoursConsulte } from "../usecases/consulter-parcours.ts";
import { CarteActes, type PropsActes } from "./actes-personne.tsx";
import { CarteManquements } from "./carte-manquements.tsx";
import { CarteRelais } from "./carte-relais.tsx";
import { CarteSoutiens } from "./carte-soutiens.tsx";
import { EtatCompteur, finEnMots, Jour, periodeEnMots, resteEnMots } from "./mots.tsx";

export function PageParcours(props: PropsActes): VNode {
  const { parcours, etat, href } = props;
  return (
    <div class="stack">
      <ErrorSummary problems={etat.problems} />
      <div class="with-side">
        <div class="stack">
          {parcours.enCours ? (
            <CarteEnCours enCours={parcours.enCours} le={parcours.le} />
          ) : (
            <EmptyState
              title="Aucun accompagnement en cours"
              text="Une période s’ouvre quand une orientation confie la personne à un référent."
            />
          )}
          <CarteRelais {...props} />
          <CarteManquements {...props} />
          <CarteSoutiens {...props} />
          <Periodes parcours={parcours} />
        </div>
        <div class="stack">
          <Card
            title="Livret d’accompagnement"
            foot={
              <a href={href(`/personnes/${parcours.personneId}/parcours/livret`)}>
                Ouvrir le livret
              </a>
            }
          >
            <p>
              Son parcours en mots simples, à lire avec elle et à lui remettre : qui l’accompagne,
              ce qu’elle a signé, ses rendez-vous, ses droits.
            </p>
          </Card>
          <CarteActes {...props} />
        </div>
      </div>
    </div>
  );
}

function CarteEnCours({
  enCours,
  le,
}: {
  readonly enCours: EnCoursConsulte;
  readonly le: string;
}): VNode {
  const { accompagnement, regle, compteur } = enCours;
  const { moisAccordes } = compteur;
  return (
    <Card title={regle.libelle} aside={<EtatCompteur compteur={compteur} />}>
      <div class="stack">
        {moisAccordes !== null && compteur.etat !== "attend-le-contrat" && (
          <Gauge
            label="Mois d’accompagnement"
            value={compteur.moisEcoules}
            max={moisAccordes}
            tone={compteur.etat === "depasse" ? "late" : undefined}
          />
        )}
        <FactsList layout="lines" facts={faits(enCours, le)} />
        <Evenements accompagnement={accompagnement} enCours={enCours} />
        <Why label="Ce que dit le texte">
          <p>{regle.duree.texte}</p>
          {regle.frequence && <p>{regle.frequence.texte}</p>}
          {(regle.duree.certitude === "a-confirmer" ||
            regle.frequence?.certitude === "a-confirmer") && (
            <p>
              <Etat tone="soon">Valeur proposée, à confirmer par le département</Etat>
            </p>
          )}
          <p>
            À la fin de l’accompagnement :{" "}
            {`${regle.fin.charAt(0).toLowerCase()}${regle.fin.slice(1)}`}
          </p>
        </Why>
      </div>
    </Card>
  );
}

function faits(
  { accompagnement, regle, compteur, dernierContact, rencontrerAvant }: EnCoursConsulte,
  le: string,
) {
  const { referent, structure, du, compteDu, terme } = accompagnement;
  return [
    { label: "Accompagnement par", value: [referent, structure].filter(Boolean).join(", ") },
    {
      label: "Depuis",
      value: formatDate(du),
      note:
        compteDu === null
          ? "le compteur partira de la signature du contrat"
          : compteDu === du
            ? undefined
            : `compté depuis le contrat, le ${formatDate(compteDu)}`,
    },
    {
      label: "Terme",
      value:
        terme === null ? (
          (resteEnMots(compteur) ?? "sans limite de durée")
        ) : (
          <span>
            {formatDate(terme)} <span class="muted">({resteEnMots(compteur)})</span>
          </span>
        ),
    },
    {
      label: "Rencontres",
      value: regle.frequence ? frequenceEnMots(regle.frequence) : "le texte n’en fixe pas",
      note:
        dernierContact === null
          ? "aucune rencontre notée"
          : `la dernière, ${formatAgo(dernierContact, le)}`,
    },
    ...(rencontrerAvant === null
      ? []
      : [
          {
            label: "À rencontrer avant le",
            value: (
              <span>
                {formatDate(rencontrerAvant)} <Jour jour={rencontrerAvant} le={le} />
              </span>
            ),
          },
        ]),
  ];
}

function Evenements({
  accompagnement: { arrets, prolongations },
  enCours: { regle },
}: {
  readonly accompagnement: AccompagnementDate;
  readonly enCours: EnCoursConsulte;
}): VNode | null {
  if (arrets.length + prolongations.length === 0) return null;
  const motif = (code: string) => regle.suspensions.find((un) => un.code === code)?.libelle ?? code;
  const fondement = (code: string | null) =>
    regle.derogations.find((une) => une.code === code)?.libelle ?? code;
  return (
    <ul class="lines">
      {arrets.map(({ id, motif: code, details, du, au }) => (
        <li key={`s${id}`}>
          <span class="strong">Suspendu</span> {periodeEnMots(du, au)} : {motif(code)}
          {details && `, ${details}`}
        </li>
      ))}
      {prolongations.map((une) => (
        <li key={`p${une.id}`}>
          <span class="strong">
            {une.nature === "derogation" ? "Dérogation" : "Renouvelé"} de {une.mois} mois
          </span>{" "}
          le {formatDate(une.le)} par {une.auteur} : {une.motif}
          {une.fondement && ` (${fondement(une.fondement)}${une.preuve ? ` ; ${une.preuve}` : ""})`}
        </li>
      ))}
    </ul>
  );
}

function Periodes({ parcours }: { readonly parcours: ParcoursConsulte }): VNode | null {
  const passees = parcours.accompagnements.filter(({ au }) => au !== null);
  if (passees.length === 0) return null;
  return (
    <Card title="Périodes passées">
      <Table
        caption="Périodes d’accompagnement terminées"
        captionHidden
        columns={[
          { key: "quoi", label: "Accompagnement", roomy: true },
          { key: "qui", label: "Référent" },
          { key: "quand", label: "Période" },
          { key: "fin", label: "Fin", roomy: true },
        ]}
        rows={passees.map((une) => ({
          key: String(une.id),
          cells: [
            regleDeCode(parcours.regles, une.regle)?.libelle ?? une.regle,
            une.referent ?? une.structure,
            periodeEnMots(une.du, une.au),
            [finEnMots(une.motifFin), une.precisionFin].filter(Boolean).join(" : "),
          ],
        }))}
      />
    </Card>
  );
}
