import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { formatDate, formatMonth } from "#platform/ui/format.ts";
import { comparerChiffres } from "../domain/lignes.ts";
import { Ecarts } from "./chiffres.tsx";
import { cheminDe } from "./mots.tsx";
import type { PropsRestitution } from "./props-restitution.ts";

/** What must be known before anything is read or done. */
export function Avertissements(props: PropsRestitution): VNode {
  return (
    <>
      <Reprise {...props} />
      <Changement {...props} />
      <StockRompu {...props} />
      <ApresBilan {...props} />
      <Relance {...props} />
    </>
  );
}

function Reprise({ consultee }: PropsRestitution): VNode | null {
  const { renvoyeeLe, rouverteLe, motifReprise } = consultee.restitution;
  if (motifReprise === null || consultee.etat === "transmise") return null;
  return (
    <Alert
      tone="late"
      title={
        renvoyeeLe === null
          ? `Rouverte le ${formatDate(rouverteLe)} pour rectification`
          : `Renvoyée par le département le ${formatDate(renvoyeeLe)}`
      }
    >
      {motifReprise}
    </Alert>
  );
}

/** After the sending, the stays changed; before, nothing needs to be said: the figures follow. */
function Changement({ consultee, droits }: PropsRestitution): VNode | null {
  const { restitution, transmise, maintenant } = consultee;
  if (transmise === null || restitution.transmiseLe === null || restitution.ecartLe === null) {
    return null;
  }
  const lignes = comparerChiffres(transmise.chiffres, maintenant.chiffres);
  if (lignes.length === 0) return null;
  return (
    <Alert tone="late" title="Les séjours ont changé depuis la transmission : à rectifier">
      <p>
        {`Depuis le ${formatDate(restitution.ecartLe)}, les séjours ne disent plus ce qui a été transmis.`}{" "}
        {droits.has("restitution:remplir")
          ? "Ouvrez une rectification, avec son motif : la version transmise compte jusque-là."
          : "Renvoyez-la à l’opérateur s’il ne la rectifie pas de lui-même."}
      </p>
      <Ecarts
        titre="Ce que les séjours changent"
        lignes={lignes}
        tetes={["Transmis", "D’après les séjours"]}
      />
    </Alert>
  );
}

function StockRompu({ consultee, etat, href }: PropsRestitution): VNode | null {
  if (etat.refusal?.code !== "restitution.stock-rompu" || consultee.avant === null) return null;
  const { id, mois } = consultee.avant;
  return (
    <Alert tone="soon">
      <p>
        <a href={href(cheminDe(id))}>{`Rectifier ${formatMonth(mois)}`}</a>, puis revenir ici.
      </p>
    </Alert>
  );
}

function ApresBilan({ consultee }: PropsRestitution): VNode | null {
  const { restitution, transmise } = consultee;
  if (restitution.bilanArreteLe === null) return null;
  return (
    <Alert
      tone={transmise?.apresBilan ? "late" : "neutral"}
      title={`Bilan de l’année arrêté le ${formatDate(restitution.bilanArreteLe)}`}
    >
      {transmise?.apresBilan
        ? "Cette restitution a été rectifiée après l’arrêté : les deux versions sont gardées, et le bilan est à reprendre."
        : "Une rectification reste possible : elle sera signalée, et les deux versions seront gardées."}
    </Alert>
  );
}

function Relance({ consultee, droits }: PropsRestitution): VNode | null {
  const { relanceeLe, premiereTransmissionLe, transmiseLe } = consultee.restitution;
  if (relanceeLe === null || transmiseLe !== null || !droits.has("restitution:remplir"))
    return null;
  if (premiereTransmissionLe !== null && premiereTransmissionLe > relanceeLe) return null;
  return (
    <Alert tone="soon" title={`Le département vous a relancé le ${formatDate(relanceeLe)}`}>
      Il attend cette restitution : vérifiez les chiffres, puis certifiez.
    </Alert>
  );
}
