import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatPhone } from "#platform/ui/format.ts";
import { libellesPresence, presences } from "../domain/natures.ts";
import type { Inscrite, SeanceConsultee } from "../usecases/lire-seances.ts";
import { grandeDate, type Href, horaires, nomDe } from "./mots.tsx";

interface Props {
  readonly lue: SeanceConsultee;
  readonly etat: FormState;
  readonly href: Href;
}

/** By name, as one calls a roll. */
function parNom(inscriptions: readonly Inscrite[]): readonly Inscrite[] {
  return inscriptions.toSorted((a, b) => nomDe(a.personne).localeCompare(nomDe(b.personne), "fr"));
}

/** The sheet of a phone: three large boxes a person, one button at the end. */
export function PagePresence({
  lue,
  etat,
  href,
  conflit,
}: Props & { readonly conflit: boolean }): VNode {
  const { seance, inscriptions } = lue;
  return (
    <>
      <PageHeader
        over="Présences"
        title={seance.titre}
        meta={
          <span>
            {grandeDate(seance.jour)}, {horaires(seance)}
          </span>
        }
      />
      <ErrorSummary problems={etat.problems} />
      {conflit && <Entretemps lue={lue} href={href} />}
      <Form
        action={href(`/seances/${seance.id}/presence`)}
        fields={{ version: etat.values["version"] ?? String(seance.version) }}
        layout="wide"
        busy="Enregistrement…"
        label="Feuille de présence"
      >
        <div class="stack measure">
          {parNom(inscriptions).map((une) => (
            <Appel key={une.id} une={une} etat={etat} />
          ))}
          {inscriptions.length === 0 && <p>Personne n’est inscrit.</p>}
          <TextField
            name="autres"
            label="Autres personnes présentes"
            hint="Qui ne sont pas au RSA et n’ont pas de dossier ici : un nombre, aucun nom."
            inputMode="numeric"
            width={5}
            optional={!seance.mixte}
            error={etat.problems["autres"]}
            value={etat.values["autres"] ?? String(seance.autresPresents ?? "")}
          />
          <FormActions>
            <Button kind="primary">Enregistrer les présences</Button>
            <ButtonLink href={href(`/seances/${seance.id}`)} kind="quiet">
              Revenir à la séance
            </ButtonLink>
          </FormActions>
        </div>
      </Form>
    </>
  );
}

/** What the other one has noted, beside what is being noted. */
function Entretemps({ lue: { seance, inscriptions }, href }: Omit<Props, "etat">): VNode {
  const notees = parNom(inscriptions).flatMap(({ personne, presence }) =>
    presence === null
      ? []
      : [`${nomDe(personne)} : ${libellesPresence[presence].toLocaleLowerCase("fr")}`],
  );
  return (
    <p>
      Enregistré entre-temps : {notees.length === 0 ? "aucune présence" : notees.join(" ; ")}
      {seance.autresPresents === null
        ? ""
        : ` ; ${formatCount(seance.autresPresents, "autre personne", "autres personnes")}`}
      . <a href={href(`/seances/${seance.id}/presence`)}>Repartir de là</a>
    </p>
  );
}

function Appel({ une, etat }: { une: Inscrite; etat: FormState }): VNode {
  const nom = `presence-${une.id}`;
  const choisie = etat.values[nom] ?? une.presence ?? "";
  return (
    <fieldset class="presence">
      <legend>
        <span class="strong">{nomDe(une.personne)}</span>
        {une.etat === "attente" && <span class="muted small"> en attente</span>}
        {une.personne?.telephone && (
          <span class="muted small nowrap"> {formatPhone(une.personne.telephone)}</span>
        )}
      </legend>
      <div class="presence-choix choices-boxed">
        {presences.map((presence) => (
          <label key={presence} class="choice">
            <input type="radio" name={nom} value={presence} checked={choisie === presence} />
            <span>{libellesPresence[presence]}</span>
          </label>
        ))}
      </div>
      <div class="presence-motif">
        <TextField
          name={`motif-${une.id}`}
          label="Excuse"
          optional
          value={etat.values[`motif-${une.id}`] ?? une.presenceMotif ?? ""}
        />
      </div>
    </fieldset>
  );
}

const LIGNES_LIBRES = 5;
/** Lines of one A4 sheet; beyond, no free line is added. */
const LIGNES = 22;

/** The same on paper: one page to sign. */
export function PageFeuille({ lue }: Omit<Props, "etat">): VNode {
  const { seance, inscriptions, action } = lue;
  const inscrites = parNom(inscriptions).filter(({ etat }) => etat === "inscrite");
  const libres = Math.max(0, Math.min(LIGNES_LIBRES, LIGNES - inscrites.length));
  return (
    <>
      <PageHeader
        over={`Feuille de présence, ${seance.structure}`}
        title={seance.titre}
        meta={
          <>
            <span>
              {grandeDate(seance.jour)}, {horaires(seance)}
            </span>
            <span>{seance.lieu}</span>
            {action && <span>{action.nom}</span>}
          </>
        }
      />
      <p class="no-print muted">Imprimez cette page avec la commande de votre navigateur.</p>
      <table class="table feuille">
        <caption class="visually-hidden">Personnes attendues</caption>
        <thead>
          <tr>
            <th scope="col" class="fit">
              N°
            </th>
            <th scope="col">Nom et prénom</th>
            <th scope="col" class="feuille-signature">
              Signature
            </th>
          </tr>
        </thead>
        <tbody>
          {inscrites.map((une, rang) => (
            <tr key={une.id}>
              <td>{rang + 1}</td>
              <th scope="row">{nomDe(une.personne)}</th>
              <td />
            </tr>
          ))}
          {Array.from({ length: libres }, (_, rang) => (
            <tr key={`libre-${String(rang)}`}>
              <td>{inscrites.length + rang + 1}</td>
              <td />
              <td />
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        Autres personnes présentes, sans nom : ______ Animation :{" "}
        {seance.animateurs.length > 0 ? seance.animateurs.join(", ") : "________________"}
      </p>
    </>
  );
}
