import type { ComponentChildren, VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatNumber } from "#platform/ui/format.ts";
import { estDefinie } from "../domain/mesure.ts";
import { placesAPourvoir } from "../domain/projection.ts";
import { approche, entierAuDessus, type Rationnel } from "../domain/rationnel.ts";
import { type ResultatCalcule, resultatAttendu } from "../domain/resultat.ts";
import { totalSorties } from "../domain/sejour.ts";
import type { ChiffresAction } from "../usecases/lire-chiffres-action.ts";
import type { PageChiffresProps } from "./chiffres-props.ts";
import { enTaux, libellesCause, nomDuMois } from "./mots.ts";
import type { PrescriptionsDAction } from "./ports.ts";

type Finis = NonNullable<ChiffresAction["finis"]>;

/** The results the sheet awaits, each with its denominator, its target and how far it is. */
export function CarteDesResultats({ lus, prescriptions }: PageChiffresProps): VNode | null {
  const { finis, action } = lus;
  if (finis === null || action.fiche.resultats.length === 0) return null;
  const suffisante = orientationSuffisante(lus, finis, prescriptions);
  const resultats = action.fiche.resultats.map((resultat) =>
    resultatAttendu(resultat, finis.faits, {
      ficheType: action.ficheType,
      orientationSuffisante: suffisante,
    }),
  );
  return (
    <Card title="Résultats attendus par la fiche">
      <div class="stack-tight">
        <p class="muted">
          {`De ${nomDuMois(finis.du)} à ${nomDuMois(finis.au)}. Les cibles par place sont au prorata des mois : ${places(finis.chiffres.places)}.`}
        </p>
        <Table
          caption="Résultats attendus par la fiche"
          captionHidden
          columns={[
            { key: "resultat", label: "Résultat", roomy: true, phone: "title" },
            { key: "compte", label: "Compté sur", roomy: true },
            { key: "taux", label: "Réalisé", numeric: true, phone: "fact" },
            { key: "cible", label: "Attendu", numeric: true },
            { key: "atteinte", label: "Atteinte", phone: "fact" },
          ]}
          rows={resultats.map((resultat) => ({
            key: resultat.code,
            cells: ligneDe(resultat),
          }))}
        />
        {!suffisante && prescriptions && (
          <p class="muted small">
            {`${formatCount(prescriptions.recues, "prescription reçue", "prescriptions reçues")} et ${formatCount(finis.chiffres.entrees, "entrée", "entrées")} pour ${formatCount(aPourvoir(lus, finis), "place à pourvoir", "places à pourvoir")} sur la période : les résultats « sous réserve d’une orientation suffisante » ne sont pas jugés.`}
          </p>
        )}
      </div>
    </Card>
  );
}

const places = (nombre: Rationnel): string =>
  `${formatNumber(approche(nombre), 2).replace(/,?0+$/u, "")} places-années`;

function aPourvoir(lus: ChiffresAction, { chiffres }: Finis): number {
  return placesAPourvoir({
    places: lus.places ?? 0,
    debut: chiffres.debut,
    sorties: totalSorties(chiffres.sorties),
  });
}

/** Note (2) of the guide; without counts of prescriptions nothing is excused. */
function orientationSuffisante(
  lus: ChiffresAction,
  finis: Finis,
  prescriptions: PrescriptionsDAction | null,
): boolean {
  if (prescriptions === null) return true;
  return Math.max(prescriptions.recues, finis.chiffres.entrees) >= aPourvoir(lus, finis);
}

function ligneDe(resultat: ResultatCalcule): readonly ComponentChildren[] {
  return [
    resultat.libelle,
    baseDe(resultat),
    estDefinie(resultat.taux) ? enTaux(resultat.taux) : "—",
    attenduDe(resultat),
    <Atteinte key="atteinte" resultat={resultat} />,
  ];
}

function baseDe({ numerateur, denominateur, lectureVoisine }: ResultatCalcule): ComponentChildren {
  if (numerateur === null || denominateur === null) return "—";
  const base = `${formatNumber(numerateur)} sur ${formatNumber(approche(denominateur), 2).replace(/,?0+$/u, "")}`;
  if (lectureVoisine === null) return base;
  return (
    <>
      {base}{" "}
      <span class="muted small">
        {`(${enTaux(lectureVoisine.taux)} en comptant les emplois durables)`}
      </span>
    </>
  );
}

function attenduDe({ cible, attendu, numerateur }: ResultatCalcule): string {
  if (cible === null) return "—";
  const taux = enTaux(cible);
  if (attendu === null || numerateur === null) return taux;
  return `${taux}, soit ${formatNumber(entierAuDessus(attendu))}`;
}

function Atteinte({ resultat }: { readonly resultat: ResultatCalcule }): VNode {
  const { atteinte, atteint } = resultat;
  if (!estDefinie(atteinte)) return <span class="muted">{libellesCause[atteinte.indefini]}</span>;
  return <Etat tone={atteint ? "ok" : "soon"}>{`${enTaux(atteinte)} de la cible`}</Etat>;
}
