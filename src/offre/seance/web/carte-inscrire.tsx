import type { VNode } from "preact";
import { Button } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox, Checkboxes } from "#platform/ui/components/choices.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { formatName } from "#platform/ui/format-name.ts";
import { etatDe } from "../domain/natures.ts";
import type { PropsSeance } from "./props-seance.ts";

/** Find by name among one’s own persons, tick, register: two forms that need no script. */
export function CarteInscrire(props: PropsSeance): VNode | null {
  const { lue, href, droits, cherche } = props;
  const { seance, le } = lue;
  const ouverte = ["a-venir", "a-emarger"].includes(etatDe(seance, le));
  if (!(ouverte && droits.has("seance:tenir") && droits.has("personne:lister"))) return null;
  return (
    <Card id="inscrire" title="Inscrire">
      <Form
        action={href(`/seances/${seance.id}#inscrire`)}
        method="get"
        layout="inline"
        label="Chercher une personne"
      >
        <TextField
          name="q"
          label="Nom, prénom ou numéro"
          type="search"
          filter
          width={20}
          value={cherche.q}
        />
        <Button icon="recherche">Chercher</Button>
      </Form>
      {cherche.q !== "" && <Trouvees {...props} />}
      <p class="muted small">
        Pour un groupe, choisissez les personnes dans <a href={href("/personnes")}>leur liste</a>,
        puis « Inscrire à une séance ».
      </p>
    </Card>
  );
}

function Trouvees({ lue, href, cherche, etat }: PropsSeance): VNode {
  const { seance, inscriptions } = lue;
  const deja = new Set(inscriptions.map(({ personneId }) => personneId));
  if (cherche.trouvees.length === 0) {
    return <p>Personne de ce nom dans votre périmètre. Vérifiez l’orthographe.</p>;
  }
  const complete = seance.inscrits >= seance.capacite;
  return (
    <Form action={href(`/seances/${seance.id}/inscrire`)} fields={{ q: cherche.q }}>
      <Checkboxes
        name="personnes"
        label="Personnes trouvées"
        values={etat.all("personnes")}
        error={etat.problems["personnes"]}
        options={cherche.trouvees.map(({ id, nom, prenom, dateNaissance, commune }) => ({
          value: String(id),
          label: formatName(nom, prenom, "list"),
          hint: [
            dateNaissance === null ? null : `naissance le ${formatDate(dateNaissance)}`,
            commune,
            deja.has(id) ? "inscription déjà faite" : null,
          ]
            .filter(Boolean)
            .join(", "),
          disabled: deja.has(id),
        }))}
      />
      <Checkbox
        name="attente"
        label="Sur la liste d’attente si la séance est complète"
        checked={complete}
      />
      {seance.serieId !== null && (
        <Checkbox name="serie" label="À toutes les dates à venir de la série" />
      )}
      <FormActions>
        <Button kind="primary">Inscrire</Button>
      </FormActions>
    </Form>
  );
}
