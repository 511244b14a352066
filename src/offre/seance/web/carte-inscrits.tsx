import type { VNode } from "preact";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatPhone } from "#platform/ui/format.ts";
import { etatDe, libellesPresence } from "../domain/natures.ts";
import type { Inscrite } from "../usecases/lire-seances.ts";
import { nomDe, tonsPresence } from "./mots.tsx";
import type { PropsSeance } from "./props-seance.ts";

/** Who has a place, then who waits, in the order in which they asked. */
export function CarteInscrits(props: PropsSeance): VNode {
  const { inscriptions, seance } = props.lue;
  const inscrites = inscriptions.filter(({ etat }) => etat === "inscrite");
  const attente = inscriptions.filter(({ etat }) => etat === "attente");
  return (
    <>
      <Card id="inscrits" title={formatCount(inscrites.length, "inscrit", "inscrits")}>
        {inscrites.length === 0 ? (
          <p class="muted">
            Personne n’est encore inscrit : {formatCount(seance.capacite, "place", "places")} à
            donner.
          </p>
        ) : (
          <Liste {...props} inscrites={inscrites} titre="Personnes inscrites" />
        )}
      </Card>
      <div id="attente">
        {attente.length > 0 && (
          <Card title={`${attente.length} en attente`}>
            <p class="muted small">La première prend la place qui se libère, sans autre geste.</p>
            <Liste {...props} inscrites={attente} titre="Personnes en attente" />
          </Card>
        )}
      </div>
    </>
  );
}

interface PropsListe extends PropsSeance {
  readonly inscrites: readonly Inscrite[];
  readonly titre: string;
}

/** Who is followed elsewhere is counted in one sentence: her name is not this reader’s to know. */
function Liste(props: PropsListe): VNode {
  const nommees = props.inscrites.filter(({ personne }) => personne !== null);
  const autres = props.inscrites.length - nommees.length;
  return (
    <>
      {nommees.length > 0 && <Nommees {...props} inscrites={nommees} />}
      {autres > 0 && (
        <p class="muted">
          {nommees.length > 0 ? "Et " : ""}
          {formatCount(autres, "personne suivie", "personnes suivies")} par d’autres : leurs noms
          sont réservés à qui les suit et à qui tient la séance.
        </p>
      )}
    </>
  );
}

function Nommees(props: PropsListe): VNode {
  const { lue, href, inscrites, titre } = props;
  const ouverte = ["a-venir", "a-emarger"].includes(etatDe(lue.seance, lue.le));
  return (
    <Table
      caption={titre}
      captionHidden
      columns={[
        { key: "personne", label: "Personne", phone: "title" },
        { key: "telephone", label: "Téléphone", fit: true, phone: "fact" },
        { key: "inscrite", label: "Inscription", secondary: true },
        { key: "presence", label: "Présence", fit: true, phone: "title" },
        { key: "acte", label: "Agir", labelHidden: true, fit: true },
      ]}
      rows={inscrites.map((une) => ({
        key: String(une.id),
        name: nomDe(une.personne),
        cells: [
          <a href={href(`/personnes/${une.personneId}`)}>{nomDe(une.personne)}</a>,
          formatPhone(une.personne?.telephone),
          `le ${formatDate(une.inscriteLe)} par ${une.inscriteParNom}`,
          <PresenceMontree une={une} />,
          <Acte {...props} une={une} ouverte={ouverte} />,
        ],
      }))}
    />
  );
}

function PresenceMontree({ une }: { une: Inscrite }): VNode | null {
  if (une.presence === null) return null;
  return (
    <>
      <Etat tone={tonsPresence[une.presence]}>{libellesPresence[une.presence]}</Etat>
      {une.presenceMotif !== null && <span class="muted small"> {une.presenceMotif}</span>}
    </>
  );
}

function Acte({
  lue,
  href,
  droits,
  une,
  ouverte,
}: PropsListe & { readonly une: Inscrite; readonly ouverte: boolean }): VNode | null {
  const ici = `/seances/${lue.seance.id}`;
  if (une.presence === "present") {
    return (
      <ButtonLink href={href(`${ici}/attestations?inscription=${une.id}`)} small kind="quiet">
        Attestation
      </ButtonLink>
    );
  }
  if (!(ouverte && droits.has("seance:tenir") && une.presence === null)) return null;
  return (
    <details>
      <summary>Désinscrire</summary>
      <Form
        action={href(`${ici}/desinscrire`)}
        fields={{ inscriptionId: String(une.id) }}
        label={`Désinscrire ${nomDe(une.personne)}`}
      >
        <TextField name="motif" id={`motif-${une.id}`} label="Motif" />
        <FormActions>
          <Button small>Annuler l’inscription</Button>
        </FormActions>
      </Form>
    </details>
  );
}
