import type { VNode } from "preact";
import { ajouterJours } from "#commun/echeance";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkboxes, Select } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import type { PermanenceLue } from "../db/permanences.ts";
import { ecrireHeure } from "../domain/heures.ts";
import { joursEnMots } from "../domain/libelles.ts";
import { grouperPermanences, joursGroupes } from "../domain/permanences.ts";
import { libelleMotif, nomMembre } from "./mots.tsx";
import { majuscule, type PropsReglages, valeurs } from "./saisie-reglages.ts";

type Groupe = readonly [PermanenceLue, ...PermanenceLue[]];

const optionsJours = joursEnMots.map((jour, rang) => ({ value: String(rang + 1), label: jour }));

/** Who receives, on which days and hours: the days of the same hours together. */
export function Permanences(props: PropsReglages): VNode {
  const { lu, acte } = props;
  const groupes = grouperPermanences(lu.permanences);
  const parQui = [...Map.groupBy(groupes, ([{ referentId }]) => referentId)];
  const motifs = new Set(groupes.map(([une]) => une.motifs.join(",")));
  const [tous] = lu.permanences;
  return (
    <Card title="Permanences">
      <div class="stack">
        {lu.permanences.length === 0 && (
          <p class="muted">Aucune permanence : l’agenda n’offre pas encore de créneau.</p>
        )}
        {motifs.size === 1 && tous && <p class="muted">{motifsDe(tous, props)}</p>}
        {parQui.map(([referentId, siens]) => (
          <section key={referentId ?? 0} class="stack-tight">
            <h3>{quiRecoit(referentId, props)}</h3>
            <ul class="lines">
              {siens.map((groupe) => (
                <UnGroupe
                  key={groupe[0].id}
                  groupe={groupe}
                  avecMotifs={motifs.size > 1}
                  {...props}
                />
              ))}
            </ul>
          </section>
        ))}
        <details open={acte === "permanence" || lu.permanences.length === 0}>
          <summary>Ajouter une permanence</summary>
          <NouvellePermanence {...props} />
        </details>
      </div>
    </Card>
  );
}

const motifsDe = ({ motifs }: PermanenceLue, { lu }: PropsReglages): string =>
  `Motifs reçus : ${motifs.map((code) => libelleMotif(lu.motifs, code)).join(" ; ")}.`;

function quiRecoit(referentId: number | null, { lu }: PropsReglages): string {
  const membre = lu.equipe.find(({ id }) => id === referentId);
  if (membre) return nomMembre(membre);
  return referentId === null ? "Salles seules" : "Agent parti";
}

function UnGroupe({
  groupe,
  avecMotifs,
  ...props
}: PropsReglages & { readonly groupe: Groupe; readonly avecMotifs: boolean }): VNode {
  const [une] = groupe;
  const { acte } = props;
  const jours = joursGroupes(groupe.map(({ jour }) => jour));
  const cle = String(une.id);
  return (
    <li>
      <p>
        <strong>
          {majuscule(jours)}, {ecrireHeure(une.heures.de)} à {ecrireHeure(une.heures.a)}
        </strong>
      </p>
      <p class="small muted">{precisions(groupe, props)}</p>
      {avecMotifs && <p class="small muted">{motifsDe(une, props)}</p>}
      {une.periode.jusque === null && (
        <details open={acte === `suspendre-${cle}` || acte === `fermer-${cle}`}>
          <summary>Suspendre ou fermer</summary>
          <div class="halves">
            <Suspendre groupe={groupe} {...props} />
            <Fermer groupe={groupe} {...props} />
          </div>
        </details>
      )}
    </li>
  );
}

/** Where, how long, since when, and the days on which it is not held. */
function precisions(groupe: Groupe, { lu }: PropsReglages): string {
  const [{ lieuId, salleId, duree, periode }] = groupe;
  const lieu = lu.lieux.find(({ id }) => id === lieuId);
  const salle = lieu?.salles.find(({ id }) => id === salleId);
  const { du, jusque } = periode;
  const exceptions = groupe.flatMap((une) => une.exceptions).toSorted();
  return [
    [lieu?.nom, salle?.nom].filter(Boolean).join(", "),
    `rendez-vous de ${duree} min`,
    jusque === null
      ? `depuis le ${formatDate(du)}`
      : `du ${formatDate(du)} au ${formatDate(ajouterJours(jusque, -1))}`,
    ...(exceptions.length > 0
      ? [`ne se tient pas le ${exceptions.map((jour) => formatDate(jour)).join(", le ")}`]
      : []),
  ].join(" · ");
}

function Suspendre({ groupe, ...props }: PropsReglages & { readonly groupe: Groupe }): VNode {
  const { lu, href } = props;
  const [{ id }] = groupe;
  const champ = valeurs(props, `suspendre-${id}`);
  return (
    <Form
      action={href("/agenda/permanences/suspendre")}
      label="Suspendre un jour"
      fields={{
        structure: String(lu.structure.id),
        groupe: String(id),
        permanences: groupe.map((une) => une.id).join(","),
      }}
    >
      <DateField {...champ("jour")} label="Jour où elle ne se tient pas" />
      <FormActions>
        <Button>Suspendre ce jour</Button>
      </FormActions>
    </Form>
  );
}

function Fermer({ groupe, ...props }: PropsReglages & { readonly groupe: Groupe }): VNode {
  const { lu, href, etat, acte } = props;
  const [{ id }] = groupe;
  const cle = `fermer-${id}`;
  const champ = valeurs(props, cle);
  const options = groupe.map(({ id: une, version, jour }) => ({
    value: `${une}-${version}`,
    label: joursEnMots[jour - 1] ?? "",
  }));
  const seule = options.length === 1 ? options.map(({ value }) => value) : [];
  const { value: _, ...jours } = champ("permanences");
  return (
    <Form
      action={href("/agenda/permanences/fermer")}
      label="Fermer"
      fields={{ structure: String(lu.structure.id), groupe: String(id) }}
    >
      <Checkboxes
        {...jours}
        label="Jours à fermer"
        layout="inline"
        options={options}
        values={acte === cle ? etat.all("permanences") : seule}
      />
      <DateField
        {...champ("dernierJour", formatDate(lu.aujourdhui))}
        label="Dernier jour"
        hint="Les rendez-vous déjà pris restent."
      />
      <FormActions>
        <Button>Fermer ces permanences</Button>
      </FormActions>
    </Form>
  );
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
