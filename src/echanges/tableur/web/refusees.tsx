import type { VNode } from "preact";
import type { Request } from "#platform/http/route.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { Pagination } from "#platform/ui/components/pagination.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { formatCount, formatDate, formatNumber } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import type { LigneDeposee } from "../db/depots.ts";
import type { TableurConsulte } from "../usecases/consulter-tableur.ts";
import { lieux } from "./lieux.ts";

interface Props {
  readonly consulte: TableurConsulte;
  readonly href: Request["href"];
}

/** The lines refused, each with all its reasons; those of a homonym ask who it is. */
export function LignesRefusees({ consulte, href }: Props): VNode | null {
  const { depot, comptes, refusees, precedentes, suivantes } = consulte;
  if (comptes.refusee === 0) return null;
  const page = (apres: number | null) =>
    apres === null ? undefined : href(lieux.refusees(depot.id, apres));
  return (
    <Card
      id="refusees"
      title={formatCount(comptes.refusee, "ligne refusée", "lignes refusées")}
      aside={
        <ButtonLink href={href(lieux.refus(depot.id))} kind="quiet" download>
          Télécharger
        </ButtonLink>
      }
    >
      <Table
        caption="Lignes refusées"
        captionHidden
        columns={[
          { key: "ligne", label: "Ligne", numeric: true, fit: true },
          { key: "recue", label: "Telle que reçue", roomy: true },
          { key: "raisons", label: "Pourquoi", roomy: true },
        ]}
        rows={refusees.map((ligne) => ({
          key: String(ligne.ligne),
          cells: [
            formatNumber(ligne.ligne),
            ligne.cellules.filter(Boolean).join(" · "),
            <Raisons key="raisons" ligne={ligne} consulte={consulte} href={href} />,
          ],
        }))}
      />
      {(precedentes !== null || suivantes !== null) && (
        <Pagination
          total={comptes.refusee}
          noun={["ligne refusée", "lignes refusées"]}
          previous={page(precedentes)}
          next={page(suivantes)}
        />
      )}
    </Card>
  );
}

function Raisons({ ligne, consulte, href }: Props & { readonly ligne: LigneDeposee }): VNode {
  const homonymes = consulte.homonymes.get(ligne.ligne) ?? [];
  return (
    <div class="stack-tight">
      {ligne.raisons.map((raison) => (
        <p key={raison}>{raison}</p>
      ))}
      {ligne.candidats.length > 0 && (
        <Form
          action={href(lieux.personne(consulte.depot.id))}
          layout="inline"
          fields={{ ligne: String(ligne.ligne) }}
          label={`Qui est la personne de la ligne ${ligne.ligne} ?`}
        >
          <Select
            name="personne"
            id={`personne-${ligne.ligne}`}
            label="C’est"
            value={ligne.personneId === null ? undefined : String(ligne.personneId)}
            options={homonymes.map(({ personneId, nom, prenom, dateNaissance, commune }) => ({
              value: String(personneId),
              label: [
                formatName(nom, prenom),
                ...(dateNaissance === null ? [] : [`naissance le ${formatDate(dateNaissance)}`]),
                commune ?? "commune inconnue",
              ].join(", "),
            }))}
          />
          <Button small>Retenir</Button>
        </Form>
      )}
    </div>
  );
}
