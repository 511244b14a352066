import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import type { MotifRendezVous } from "#commun/referentiel";
import { laterDay } from "#platform/clock/civil-day.ts";
import type { FormState } from "#platform/http/form.ts";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkboxes, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { Lieu } from "../db/lieux.ts";
import type { PermanenceLue } from "../db/permanences.ts";
import { ecrireHeure } from "../domain/heures.ts";
import { joursEnMots } from "../domain/libelles.ts";
import type { ReglagesLus } from "../usecases/lire-reglages.ts";
import { type Href, libelleMotif, nomMembre } from "./mots.tsx";

export interface PropsReglages {
  readonly lu: ReglagesLus;
  readonly etat: FormState;
  /** The form that was refused, to show it again as typed. */
  readonly acte: string | null;
  readonly href: Href;
}

const optionsJours = joursEnMots.map((jour, rang) => ({ value: String(rang + 1), label: jour }));

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

function valeurs({ etat, acte }: PropsReglages, cle: string) {
  return (name: string, defaut = "") => ({
    name,
    id: acte === cle ? undefined : `${cle}-${name}`,
    value: acte === cle ? (etat.values[name] ?? defaut) : defaut,
    error: acte === cle ? etat.problems[name] : undefined,
  });
}

function Permanences(props: PropsReglages): VNode {
  const { lu, href, acte } = props;
  return (
    <Card title="Permanences">
      <div class="stack">
        {lu.permanences.length === 0 ? (
          <p class="muted">Aucune permanence : l’agenda n’offre pas encore de créneau.</p>
        ) : (
          <Table
            caption="Permanences en cours et à venir"
            captionHidden
            columns={[
              { key: "jour", label: "Jour", phone: "title" },
              { key: "heures", label: "Heures", fit: true, phone: "title" },
              { key: "qui", label: "Reçoit", phone: "fact" },
              { key: "motifs", label: "Motifs" },
              { key: "periode", label: "Période", phone: "fact" },
              { key: "fermer", label: "Fermer", labelHidden: true },
            ]}
            rows={lu.permanences.map((une) => ({
              key: String(une.id),
              cells: celluleDe(une, lu, href),
            }))}
          />
        )}
        <details open={acte === "permanence" || lu.permanences.length === 0}>
          <summary>Ajouter une permanence</summary>
          <NouvellePermanence {...props} />
        </details>
      </div>
    </Card>
  );
}

function celluleDe(une: PermanenceLue, lu: ReglagesLus, href: Href) {
  const membre = lu.equipe.find(({ id }) => id === une.referentId);
  const lieu = lu.lieux.find(({ id }) => id === une.lieuId);
  const salle = lieu?.salles.find(({ id }) => id === une.salleId);
  const qui = [membre && nomMembre(membre), lieu?.nom, salle?.nom].filter(Boolean).join(", ");
  const { du, jusque } = une.periode;
  return [
    joursEnMots[une.jour - 1] ?? "",
    `${ecrireHeure(une.heures.de)} à ${ecrireHeure(une.heures.a)} (${une.duree} min)`,
    qui,
    une.motifs.map((code) => libelleMotif(lu.motifs, code)).join(", "),
    jusque === null
      ? `depuis le ${formatDate(du)}`
      : `du ${formatDate(du)} au ${formatDate(ajouterJours(jusque, -1))}`,
    jusque === null ? (
      <>
        <Form
          action={href(`/agenda/permanences/${une.id}/suspendre`)}
          layout="inline"
          fields={{ structure: String(une.structureId) }}
        >
          <DateField
            name="jour"
            id={`suspendre-${une.id}`}
            label={`Jour où la permanence n° ${une.id} ne se tient pas`}
            labelHidden
            filter
          />
          <Button small>Suspendre ce jour</Button>
        </Form>
        <Form
          action={href(`/agenda/permanences/${une.id}/fermer`)}
          layout="inline"
          fields={{
            version: String(une.version),
            structure: String(une.structureId),
            dernierJour: laterDay(lu.aujourdhui, du),
          }}
        >
          <Button
            small
            confirm="Fermer cette permanence aujourd’hui ? Les rendez-vous déjà pris restent."
          >
            Fermer
          </Button>
        </Form>
      </>
    ) : (
      ""
    ),
  ];
}

function NouvellePermanence(props: PropsReglages): VNode {
  const { lu, href, etat, acte } = props;
  const champ = valeurs(props, "permanence");
  const coches = (nom: string, defaut: readonly string[]) =>
    acte === "permanence" ? etat.all(nom) : defaut;
  return (
    <Form
      action={href("/agenda/reglages/permanence")}
      layout="wide"
      fields={{ structure: String(lu.structure.id) }}
      label="Ajouter une permanence"
    >
      <div class="grid-3">
        <Select
          {...champ("referentId")}
          label="Qui reçoit"
          empty="La salle seule"
          options={lu.equipe.map((m) => ({ value: String(m.id), label: nomMembre(m) }))}
        />
        <Select
          {...champ("lieuId", String(lu.lieux[0]?.id ?? ""))}
          label="Lieu"
          options={lu.lieux.map(({ id, nom }) => ({ value: String(id), label: nom }))}
        />
        <Select
          {...champ("salleId")}
          label="Salle"
          empty="Aucune"
          optional
          options={lu.lieux.flatMap((lieu) =>
            lieu.salles.map(({ id, nom }) => ({ value: String(id), label: `${lieu.nom}, ${nom}` })),
          )}
        />
      </div>
      <Checkboxes
        name="jours"
        label="Jours"
        layout="inline"
        values={coches("jours", [])}
        error={acte === "permanence" ? etat.problems["jours"] : undefined}
        options={optionsJours}
      />
      <div class="row">
        <TextField {...champ("de", "09:00")} label="De" width={5} />
        <TextField {...champ("a", "12:00")} label="À" width={5} />
        <TextField
          {...champ("duree", "45")}
          label="Durée d’un rendez-vous"
          suffix="min"
          width={5}
          inputMode="numeric"
        />
        <DateField {...champ("du", formatDate(lu.aujourdhui))} label="À partir du" />
        <DateField {...champ("au")} label="Jusqu’au" optional />
      </div>
      <Checkboxes
        name="motifs"
        label="Motifs"
        values={coches("motifs", [])}
        error={acte === "permanence" ? etat.problems["motifs"] : undefined}
        options={lu.motifs.map(({ code, libelle }) => ({ value: code, label: libelle }))}
      />
      <FormActions>
        <Button kind="primary">Ajouter la permanence</Button>
      </FormActions>
    </Form>
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
  const parJour = joursEnMots.flatMap((nom, rang) => {
    const siennes = dits.heures.filter((une) => une.jour === rang + 1);
    if (siennes.length === 0) return [];
    const plages = siennes.map(({ de, a }) => `${ecrireHeure(de)} à ${ecrireHeure(a)}`);
    return [`${nom} ${plages.join(" et ")}`];
  });
  return `Ouvert ${parJour.join(" ; ")}.`;
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
