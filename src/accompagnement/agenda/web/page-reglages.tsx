import type { VNode } from "preact";
import type { MotifRendezVous } from "#commun/referentiel";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Lieu } from "../db/lieux.ts";
import { ecrireHeure } from "../domain/heures.ts";
import { joursEnMots } from "../domain/libelles.ts";
import { joursGroupes } from "../domain/permanences.ts";
import { Permanences } from "./permanences.tsx";
import { type PropsReglages, valeurs } from "./saisie-reglages.ts";

/** Places, hours and permanences of one structure: what its slots are made of. */
export function PageReglages(props: PropsReglages): VNode {
  const { lu, etat } = props;
  return (
    <>
      <PageHeader over={lu.structure.nom} title="Lieux et permanences" />
      <div class="stack-wide">
        <ErrorSummary problems={etat.problems} />
        <Permanences {...props} />
        {lu.lieux.map((lieu) => (
          <UnLieu key={lieu.id} lieu={lieu} {...props} />
        ))}
        <NouveauLieu {...props} />
        <Motifs motifs={lu.motifs} />
      </div>
    </>
  );
}

function UnLieu({ lieu, ...props }: PropsReglages & { readonly lieu: Lieu }): VNode {
  const { lu, href, acte } = props;
  const cle = `horaires-${lieu.id}`;
  const salle = valeurs(props, `salle-${lieu.id}`);
  const fields = { structure: String(lu.structure.id), lieu: String(lieu.id) };
  return (
    <Card title={lieu.nom}>
      <div class="stack">
        <p>
          {[lieu.adresse, [lieu.codePostal, lieu.commune].filter(Boolean).join(" "), lieu.acces]
            .filter(Boolean)
            .join(", ") || "Adresse non renseignée"}
        </p>
        <p>{horairesEnMots(lieu, lu.aujourdhui)}</p>
        {lieu.salles.length > 0 && (
          <p>
            Salles :{" "}
            {lieu.salles
              .map(({ nom, places }) => (places === null ? nom : `${nom} (${places} places)`))
              .join(", ")}
          </p>
        )}
        <details open={acte === cle}>
          <summary>Changer les horaires</summary>
          <Horaires lieu={lieu} {...props} />
        </details>
        <details open={acte === `salle-${lieu.id}`}>
          <summary>Ajouter une salle</summary>
          <Form action={href("/agenda/reglages/salle")} layout="inline" fields={fields}>
            <TextField {...salle("nom")} label="Nom de la salle" />
            <TextField {...salle("places")} label="Places" inputMode="numeric" width={2} optional />
            <Button>Ajouter la salle</Button>
          </Form>
        </details>
      </div>
    </Card>
  );
}

function enVigueur({ horaires }: Lieu, jour: string) {
  return (
    horaires.find(({ du, jusque }) => du <= jour && (jusque === null || jour < jusque)) ?? null
  );
}

function horairesEnMots(lieu: Lieu, jour: string): string {
  const dits = enVigueur(lieu, jour);
  if (!dits) return "Horaires du département, faute d’horaires propres.";
  const plagesDe = (jour: number) =>
    dits.heures
      .filter((une) => une.jour === jour)
      .map(({ de, a }) => `de ${ecrireHeure(de)} à ${ecrireHeure(a)}`)
      .join(" et ");
  const ouverts = [...new Set(dits.heures.map(({ jour }) => jour))].toSorted((a, b) => a - b);
  const parPlages = [...Map.groupBy(ouverts, plagesDe)];
  return `Ouvert ${parPlages.map(([plages, jours]) => `${joursGroupes(jours)} ${plages}`).join(" ; ")}.`;
}

/** One morning and one afternoon a day, empty when closed. */
function Horaires({ lieu, ...props }: PropsReglages & { readonly lieu: Lieu }): VNode {
  const { lu, href } = props;
  const cle = `horaires-${lieu.id}`;
  const champ = valeurs(props, cle);
  const dits = enVigueur(lieu, lu.aujourdhui)?.heures ?? [];
  return (
    <Form
      action={href("/agenda/reglages/horaires")}
      layout="wide"
      fields={{ structure: String(lu.structure.id), lieu: String(lieu.id) }}
      label={`Horaires de ${lieu.nom}`}
    >
      <DateField {...champ("depuis", formatDate(lu.aujourdhui))} label="À partir du" />
      {joursEnMots.slice(0, 6).map((nom, rang) => {
        const siennes = dits.filter((une) => une.jour === rang + 1);
        const [matin, apres] = siennes;
        const heure = (minutes: number | undefined) =>
          minutes === undefined ? "" : ecrireHeure(minutes);
        return (
          <fieldset key={nom} class="form-group row">
            <legend>{nom}</legend>
            <TextField {...champ(`${rang}-de`, heure(matin?.de))} label="De" width={5} filter />
            <TextField {...champ(`${rang}-a`, heure(matin?.a))} label="À" width={5} filter />
            <TextField
              {...champ(`${rang}-de2`, heure(apres?.de))}
              label="puis de"
              width={5}
              filter
            />
            <TextField {...champ(`${rang}-a2`, heure(apres?.a))} label="à" width={5} filter />
          </fieldset>
        );
      })}
      <FormActions>
        <Button kind="primary">Enregistrer les horaires</Button>
      </FormActions>
    </Form>
  );
}

function NouveauLieu(props: PropsReglages): VNode {
  const { lu, href, acte } = props;
  const champ = valeurs(props, "lieu");
  return (
    <details open={acte === "lieu" || lu.lieux.length === 0}>
      <summary>Ajouter un lieu</summary>
      <Form
        action={href("/agenda/reglages/lieu")}
        fields={{ structure: String(lu.structure.id) }}
        label="Ajouter un lieu"
      >
        <TextField {...champ("nom")} label="Nom du lieu" hint="Maison du département, 2e étage" />
        <TextField {...champ("adresse")} label="Adresse" optional />
        <div class="row">
          <TextField {...champ("codePostal")} label="Code postal" width={5} optional />
          <TextField {...champ("commune")} label="Commune" width={20} optional />
        </div>
        <TextField {...champ("telephone")} label="Téléphone" type="tel" width={10} optional />
        <TextField {...champ("acces")} label="Accès" hint="Bus 5, arrêt Mairie" optional />
        <FormActions>
          <Button kind="primary">Ajouter le lieu</Button>
        </FormActions>
      </Form>
    </details>
  );
}

/** What the département’s référentiel says of each reason to meet, and how sure it is. */
function Motifs({ motifs }: { readonly motifs: readonly MotifRendezVous[] }): VNode {
  return (
    <Card title="Motifs du référentiel">
      <Table
        caption="Motifs de rendez-vous"
        captionHidden
        columns={[
          { key: "motif", label: "Motif", phone: "title" },
          { key: "duree", label: "Durée", fit: true, phone: "fact" },
          { key: "texte", label: "Texte" },
        ]}
        rows={motifs.map(({ code, libelle, duree, texte, certitude }) => ({
          key: code,
          cells: [
            libelle,
            `${duree} min`,
            `${texte}${certitude === "a-confirmer" ? " : à confirmer par le département" : ""}`,
          ],
        }))}
      />
    </Card>
  );
}
