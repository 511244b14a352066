import type { VNode } from "preact";
import type { Modalite } from "#commun/referentiel";
import type { PersonneBreve } from "#droits/dossier";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Checkbox, Radios, Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField, TextField } from "#platform/ui/components/text-field.tsx";
import { ecrireHeure } from "../domain/heures.ts";
import { libellesModalite } from "../domain/libelles.ts";
import type { AgendaLu } from "../usecases/lire-agenda.ts";
import { adresse, grandeDate, type Href, nomDe, nomMembre } from "./mots.tsx";

export interface PropsPrendre {
  readonly agenda: AgendaLu;
  readonly etat: FormState;
  /** Chosen already, or found by the words typed. */
  readonly personne: PersonneBreve | null;
  readonly trouvees: readonly PersonneBreve[];
  readonly href: Href;
}

const CRENEAUX_MONTRES = 12;

/** Whom, why, with whom, when: the free slots beside the form fill it. */
export function PagePrendre(props: PropsPrendre): VNode {
  const { agenda, etat, href } = props;
  return (
    <>
      <PageHeader over={agenda.structure?.nom} title="Prendre un rendez-vous" />
      <div class="with-side">
        <div class="stack">
          <ErrorSummary problems={etat.problems} />
          <QuiEst {...props} />
          <Form action={href("/agenda/prendre")} fields={caches(props)}>
            <Quoi {...props} />
            <Quand {...props} />
            {etat.refusal?.code === "rendez-vous.hors-horaires" && (
              <Checkbox name="horsHoraires" label="Recevoir quand même à cette heure" />
            )}
            <Checkbox
              name="convoquer"
              label="Convoquer la personne tout de suite"
              hint="Par courriel ou SMS si elle l’accepte, sinon par lettre"
              checked={etat.values["convoquer"] === "oui"}
            />
            <FormActions>
              <Button kind="primary">Prendre le rendez-vous</Button>
              <ButtonLink href={href(adresse("/agenda", { structure: agenda.structure?.id }))}>
                Annuler
              </ButtonLink>
            </FormActions>
          </Form>
        </div>
        <Creneaux {...props} />
      </div>
    </>
  );
}

function caches({ agenda, personne }: PropsPrendre): Record<string, string> {
  return {
    structure: String(agenda.structure?.id ?? ""),
    ...(personne && { personne: String(personne.personneId) }),
  };
}

/** The choice of the person is a step of its own: it works without script, and keeps what is chosen. */
function QuiEst({ agenda, etat, personne, trouvees, href }: PropsPrendre): VNode {
  if (personne) {
    const vers = adresse("/agenda/prendre", { ...restants(agenda, etat), personne: null });
    return (
      <p class="row">
        <strong>{nomDe(personne)}</strong>
        <a href={href(vers)}>Choisir une autre personne</a>
      </p>
    );
  }
  return (
    <Card title="Qui sera reçu ?">
      <div class="stack">
        <Form
          action={href("/agenda/prendre")}
          method="get"
          layout="inline"
          label="Chercher la personne"
          fields={Object.fromEntries(
            Object.entries(restants(agenda, etat)).map(([cle, valeur]) => [
              cle,
              String(valeur ?? ""),
            ]),
          )}
        >
          <TextField
            name="q"
            type="search"
            label="Nom ou prénom"
            filter
            value={etat.values["q"]}
            error={etat.problems["personnes"]}
          />
          <Button>Chercher</Button>
        </Form>
        {trouvees.length > 0 && (
          <ul class="plain-list stack-tight">
            {trouvees.map((une) => (
              <li key={une.personneId}>
                <a
                  href={href(
                    adresse("/agenda/prendre", {
                      ...restants(agenda, etat),
                      personne: une.personneId,
                      referent: etat.values["referentId"] || une.referentId,
                    }),
                  )}
                >
                  {nomDe(une)}
                </a>
              </li>
            ))}
          </ul>
        )}
        {etat.values["q"] && trouvees.length === 0 && (
          <p>
            Personne de ce nom n’est suivi ici.{" "}
            <a href={href(adresse("/personnes", { q: etat.values["q"] }))}>
              Chercher dans toutes les personnes
            </a>
          </p>
        )}
      </div>
    </Card>
  );
}

function restants({ structure }: AgendaLu, { values }: FormState) {
  return {
    structure: structure?.id,
    referent: values["referentId"],
    salle: values["salleId"],
    jour: values["jourIso"],
    heure: values["heure"],
    motif: values["motif"],
  };
}

function Quoi({ agenda, etat: { values, problems } }: PropsPrendre): VNode {
  const motif = agenda.regle.motifs.find(({ code }) => code === values["motif"]);
  const modalites = Object.keys(libellesModalite) as Modalite[];
  return (
    <>
      <Select
        name="motif"
        label="Motif"
        value={values["motif"]}
        error={problems["motif"]}
        options={agenda.regle.motifs.map(({ code, libelle, duree }) => ({
          value: code,
          label: `${libelle} (${duree} min)`,
        }))}
      />
      <Radios
        name="modalite"
        label="Comment"
        layout="inline"
        value={values["modalite"] ?? motif?.modalites[0] ?? "individuel"}
        error={problems["modalite"]}
        options={modalites.map((modalite) => ({
          value: modalite,
          label: libellesModalite[modalite],
        }))}
      />
    </>
  );
}

function Quand({ agenda, etat: { values, problems } }: PropsPrendre): VNode {
  return (
    <>
      <Select
        name="referentId"
        label="Reçoit"
        empty="Aucun agent désigné"
        value={values["referentId"]}
        error={problems["referentId"]}
        options={agenda.equipe.map((membre) => ({
          value: String(membre.id),
          label: nomMembre(membre),
        }))}
      />
      <div class="row">
        <DateField name="jour" label="Jour" value={values["jour"]} error={problems["jour"]} />
        <TextField
          name="heure"
          label="Heure"
          hint="09:30"
          width={5}
          value={values["heure"]}
          error={problems["heure"]}
        />
        <TextField
          name="duree"
          label="Durée"
          hint="celle du motif si vide"
          suffix="min"
          width={5}
          inputMode="numeric"
          optional
          value={values["duree"]}
          error={problems["duree"]}
        />
      </div>
      <Select
        name="salleId"
        label="Salle"
        empty="Aucune"
        optional
        value={values["salleId"]}
        error={problems["salleId"]}
        options={agenda.lieux.flatMap((lieu) =>
          lieu.salles.map(({ id, nom }) => ({ value: String(id), label: `${lieu.nom}, ${nom}` })),
        )}
      />
    </>
  );
}

/** The next free slots for this motif and this agent. */
function Creneaux({ agenda, etat: { values }, personne, href }: PropsPrendre): VNode {
  const motif = values["motif"] ?? "";
  const libres = agenda.libres
    .filter(({ motifs }) => motif === "" || motifs.includes(motif))
    .slice(0, CRENEAUX_MONTRES);
  const noms = new Map(agenda.equipe.map((membre) => [membre.id, nomMembre(membre)]));
  return (
    <Card title="Prochains créneaux libres">
      {libres.length === 0 ? (
        <p class="muted">
          Aucun créneau libre dans les deux semaines. Vous pouvez choisir une heure vous-même.
        </p>
      ) : (
        <ul class="plain-list stack-tight">
          {libres.map((creneau) => (
            <li key={`${creneau.permanenceId}-${creneau.debut.getTime()}`}>
              <a
                href={href(
                  adresse("/agenda/prendre", {
                    structure: agenda.structure?.id,
                    personne: personne?.personneId,
                    motif: motif === "" ? creneau.motifs[0] : motif,
                    referent: creneau.referentId,
                    salle: creneau.salleId,
                    jour: creneau.jour,
                    heure: ecrireHeure(creneau.heures.de),
                  }),
                )}
              >
                {grandeDate(creneau.jour)}, {ecrireHeure(creneau.heures.de)}
              </a>
              {creneau.referentId !== null && (
                <span class="muted small"> {noms.get(creneau.referentId)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
