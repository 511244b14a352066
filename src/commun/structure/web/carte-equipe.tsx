import type { VNode } from "preact";
import { Card } from "#platform/ui/components/card.tsx";
import { EmptyState } from "#platform/ui/components/empty-state.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import type { FicheReferent } from "../db/referents.ts";
import { contient, veille } from "../domain/periodes.ts";
import { chargeDuReferent } from "./bilan-charges.ts";
import { JaugeDePlaces } from "./jauge.tsx";
import { absenceAu, absenceEnMots, nomDe } from "./mots.ts";
import type { PageStructureProps } from "./props-structure.ts";

/** Who works here, whom each follows, who is away. */
export function CarteEquipe({
  presents,
  dossier,
  charges,
  le,
  href,
}: PageStructureProps & { presents: readonly FicheReferent[] }): VNode {
  const arrivees = dossier.referents.filter(({ du }) => du > le);
  if (presents.length + arrivees.length === 0) {
    return (
      <Card title="Référents">
        <EmptyState
          title="Personne ne travaille encore ici"
          text="Sans référent, la structure peut être désignée, mais personne n’est chargé du premier rendez-vous."
        />
      </Card>
    );
  }
  return (
    <Card title="Référents">
      <Table
        caption="Référents d’aujourd’hui et à venir, par nom"
        captionHidden
        columns={[
          { key: "nom", label: "Référent" },
          { key: "suivies", label: "Suivies / places" },
          { key: "etp", label: "ETP", numeric: true },
          { key: "presence", label: "Présence" },
        ]}
        rows={[...presents, ...arrivees].map((un) => ({
          key: String(un.id),
          href: href(`/referents/${un.id}`),
          cells: [
            <span key="nom">
              <a class="strong" href={href(`/referents/${un.id}`)}>
                {nomDe(un)}
              </a>
              <span class="muted small structure-classe">{un.fonction}</span>
            </span>,
            <Portefeuille key="suivies" referent={un} charges={charges} href={href} />,
            formatNumber(un.etp, Number.isInteger(un.etp) ? 0 : 1),
            <Presence key="presence" referent={un} le={le} />,
          ],
        }))}
      />
    </Card>
  );
}

function Portefeuille({
  referent,
  charges,
  href,
}: {
  referent: FicheReferent;
  charges: PageStructureProps["charges"];
  href: (path: string) => string;
}): VNode {
  const charge = chargeDuReferent(charges, referent);
  return (
    <span>
      <JaugeDePlaces label={`Personnes suivies par ${nomDe(referent)}`} charge={charge} />
      {charge.visibles > 0 && (
        <a class="small" href={href(`/personnes?beneficiaire=tous&referent=${referent.id}`)}>
          {formatCount(charge.visibles, "personne", "personnes")}
        </a>
      )}
    </span>
  );
}

export function Presence({ referent, le }: { referent: FicheReferent; le: string }): VNode {
  if (referent.du > le) {
    return <Etat tone="waiting">{`arrive le ${formatDate(referent.du)}`}</Etat>;
  }
  if (!contient(referent, le)) {
    return <Etat tone="closed">{`jusqu’au ${formatDate(veille(referent.jusque ?? le))}`}</Etat>;
  }
  const absence = absenceAu(referent, le);
  if (absence) {
    return (
      <span>
        <Etat tone="soon">absence</Etat>
        <span class="small muted structure-classe">{absenceEnMots(absence)}</span>
      </span>
    );
  }
  if (referent.jusque !== null) {
    return <Etat tone="soon">{`part le ${formatDate(veille(referent.jusque))}`}</Etat>;
  }
  return <Etat tone="ok">à son poste</Etat>;
}

export function AnciensReferents({
  partis,
  href,
}: {
  partis: readonly FicheReferent[];
  href: (path: string) => string;
}): VNode {
  return (
    <Table
      caption="Référents partis"
      captionHidden
      columns={[
        { key: "nom", label: "Référent" },
        { key: "du", label: "Du" },
        { key: "au", label: "Au" },
      ]}
      rows={partis.map((un) => ({
        key: String(un.id),
        cells: [
          <a key="nom" href={href(`/referents/${un.id}`)}>
            {nomDe(un)}
          </a>,
          formatDate(un.du),
          formatDate(veille(un.jusque ?? un.du)),
        ],
      }))}
    />
  );
}
