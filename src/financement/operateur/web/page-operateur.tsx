import type { VNode } from "preact";
import { libellesCategorie } from "#commun/referentiel";
import { libellesClasse } from "#commun/structure";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Select } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Panel } from "#platform/ui/components/panel.tsx";
import { Gauge } from "#platform/ui/components/progress.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat, Tag } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatCount, formatDate, formatPhone } from "#platform/ui/format.ts";
import type { ContactOperateur } from "../db/contacts.ts";
import { libellesRoleContact, rolesContact } from "../domain/roles.ts";
import type { OperateurConsulte } from "../usecases/consulter-operateur.ts";
import { type ActionDOperateur, court } from "../usecases/lire-operateurs.ts";
import { etp, type Href, Siret } from "./mots.tsx";

interface Props {
  readonly consulte: OperateurConsulte;
  readonly state: FormState;
  readonly droits: ReadonlySet<string>;
  readonly href: Href;
}

/** Who carries actions: what it runs, who works there and whom to call. */
export function PageOperateur(props: Props): VNode {
  const { consulte, state, droits, href } = props;
  const { organisme, categories, actions } = consulte.operateur;
  const ouvertes = actions.filter(({ action }) => court(action, consulte.le));
  return (
    <>
      <PageHeader
        over="Opérateur"
        title={organisme.nom}
        meta={
          <>
            {categories.map((une) => (
              <Tag key={une} tone="a">
                {libellesCategorie[une]}
              </Tag>
            ))}
            <span>{formatCount(ouvertes.length, "action ouverte", "actions ouvertes")}</span>
            {organisme.commune !== null && <span>{organisme.commune}</span>}
          </>
        }
        actions={
          <>
            {droits.has("offre:tenir") && (
              <ButtonLink
                kind="primary"
                icon="plus"
                href={href(`/offre/actions/nouvelle?operateur=${organisme.id}`)}
              >
                Ouvrir une action
              </ButtonLink>
            )}
            {droits.has("structure:lire") && (
              <ButtonLink href={href(`/structures/${organisme.id}`)}>Sa fiche du réseau</ButtonLink>
            )}
          </>
        }
      />
      <div class="stack">
        <ErrorSummary problems={state.problems} />
        <Categories {...props} />
        <div class="with-side">
          <div class="stack">
            <Actions {...props} />
            <Equipe {...props} />
          </div>
          <div class="stack">
            <Identite {...props} />
            <Contacts {...props} />
          </div>
        </div>
      </div>
    </>
  );
}

/** An action agreed before may lean on a category the programme of today does not admit. */
function Categories({ consulte: { operateur, enVigueur } }: Props): VNode | null {
  const admises = enVigueur.programme.categoriesAdmises;
  const refusees = operateur.categories.filter((une) => !admises.valeur.includes(une));
  if (refusees.length === 0) return null;
  return (
    <Alert tone="soon" title="Cette catégorie n’est plus admise par le programme">
      {`${refusees.map((une) => libellesCategorie[une]).join(", ")} : les actions en cours gardent leur accord ; aucune nouvelle ne peut s’ouvrir ainsi. ${admises.texte}.`}
    </Alert>
  );
}

function Actions({ consulte: { operateur, le }, href }: Props): VNode {
  const { actions } = operateur;
  if (actions.length === 0) {
    return (
      <Card title="Actions">
        <p class="muted">Cette structure ne porte encore aucune action.</p>
      </Card>
    );
  }
  return (
    <Card
      title="Actions"
      aside={
        <a
          class="small"
          href={href(`/offre/actions?etat=tous&operateur=${operateur.organisme.id}`)}
        >
          En liste
        </a>
      }
    >
      <Table
        caption="Actions de l’opérateur"
        captionHidden
        columns={[
          { key: "nom", label: "Action" },
          { key: "fiche", label: "Fiche", phone: "fact" },
          { key: "territoire", label: "Territoire", secondary: true },
          { key: "places", label: "Occupées / places", phone: "fact" },
          { key: "depuis", label: "Depuis le" },
        ]}
        rows={actions.map((une) => ligneAction(une, le, href))}
      />
    </Card>
  );
}

function ligneAction({ action, places, prises }: ActionDOperateur, le: string, href: Href) {
  return {
    key: String(action.id),
    cells: [
      <a key="nom" href={href(`/offre/actions/${action.id}`)}>
        {action.nom}
      </a>,
      `${action.fiche.numero} · ${action.fiche.court}`,
      action.territoire,
      court(action, le) ? (
        <Gauge
          key="places"
          label={`Places occupées, ${action.nom}`}
          value={prises}
          max={places}
          tone={prises > places ? "soon" : undefined}
        />
      ) : (
        <Etat key="places" tone="closed">
          {action.du > le ? "À venir" : "Fermée"}
        </Etat>
      ),
      formatDate(action.du),
    ],
  };
}

function Equipe({ consulte: { operateur }, href }: Props): VNode {
  const { equipe, actions } = operateur;
  const noms = new Map(actions.map(({ action }) => [action.id, action.nom]));
  const total = equipe.reduce((somme, { centiemes }) => somme + centiemes, 0);
  return (
    <Card
      title="Agents et temps de travail"
      aside={<span class="small muted">{etp(total)} ETP</span>}
    >
      {equipe.length === 0 ? (
        <p class="muted">Aucun agent n’est affecté à ses actions.</p>
      ) : (
        <Table
          caption="Agents affectés aux actions de l’opérateur"
          captionHidden
          columns={[
            { key: "nom", label: "Agent" },
            { key: "fonction", label: "Fonction" },
            { key: "missions", label: "Missions", roomy: true },
            { key: "etp", label: "Temps (ETP)", numeric: true },
          ]}
          rows={equipe.map((un) => ({
            key: String(un.referentId),
            tone: un.depasse ? ("soon" as const) : undefined,
            cells: [
              un.nom,
              un.fonction,
              <ul key="missions" class="plain-list">
                {un.parts.map((part) => (
                  <li key={part.actionId}>
                    {part.mission},{" "}
                    <a href={href(`/offre/actions/${part.actionId}`)}>
                      {noms.get(part.actionId) ?? "action"}
                    </a>{" "}
                    <span class="num muted">{etp(Math.round(part.etp * 100))}</span>
                  </li>
                ))}
              </ul>,
              <span key="etp" class="row">
                {etp(un.centiemes)}
                {un.depasse && <Etat tone="soon">Plus d’un temps plein</Etat>}
              </span>,
            ],
          }))}
        />
      )}
    </Card>
  );
}

function Identite({ consulte: { operateur } }: Props): VNode {
  const { organisme } = operateur;
  const lieu = [organisme.codePostal, organisme.commune].filter(Boolean).join(" ");
  return (
    <Card title="Identité">
      <FactsList
        layout="side"
        facts={[
          { label: "SIRET", value: <Siret siret={organisme.siret} /> },
          { label: "Dans le réseau", value: libellesClasse[organisme.classe] },
          { label: "Adresse", value: [organisme.adresse, lieu].filter(Boolean).join(", ") },
          { label: "Téléphone", value: formatPhone(organisme.telephone) },
          { label: "Courriel", value: organisme.courriel },
          { label: "Depuis le", value: formatDate(organisme.du) },
        ]}
      />
    </Card>
  );
}

function Contacts(props: Props): VNode {
  const { consulte, droits } = props;
  const { contacts } = consulte;
  const peutTenir = droits.has("offre:tenir");
  return (
    <Card title="Contacts">
      {contacts.length === 0 ? (
        <p class="muted">Aucun contact n’est noté.</p>
      ) : (
        <ul class="plain-list stack-tight">
          {contacts.map((contact) => (
            <UnContact key={contact.id} contact={contact} {...props} />
          ))}
        </ul>
      )}
      {peutTenir && <NoterContact {...props} />}
    </Card>
  );
}

function UnContact({ contact, droits, href }: Props & { contact: ContactOperateur }): VNode {
  return (
    <li>
      <strong>{contact.nom}</strong>, {libellesRoleContact[contact.role].toLocaleLowerCase("fr")}
      <span class="facts-note">
        {[formatPhone(contact.telephone), contact.courriel].filter(Boolean).join(" · ")}
      </span>
      {droits.has("offre:tenir") && (
        <Form
          action={href(`/operateurs/${contact.structureId}/contacts/${contact.id}/retirer`)}
          layout="inline"
          label={`Retirer ${contact.nom}`}
        >
          <Button small kind="quiet" confirm={`Retirer ${contact.nom} des contacts ?`}>
            Retirer
          </Button>
        </Form>
      )}
    </li>
  );
}

function NoterContact({ consulte, state: { values, problems }, href }: Props): VNode {
  const { id } = consulte.operateur.organisme;
  const champs = [
    ["nom", "Nom"],
    ["courriel", "Courriel"],
    ["telephone", "Téléphone"],
  ] as const;
  return (
    <Panel label="Ajouter un contact" open={Object.keys(problems).length > 0}>
      <Form action={href(`/operateurs/${id}/contacts`)}>
        <Select
          name="role"
          label="Rôle"
          empty="Choisissez"
          value={values["role"]}
          error={problems["role"]}
          options={rolesContact.map((code) => ({ value: code, label: libellesRoleContact[code] }))}
        />
        {champs.map(([name, label]) => (
          <TextField
            key={name}
            name={name}
            label={label}
            value={values[name]}
            error={problems[name]}
            optional={name !== "nom"}
          />
        ))}
        <FormActions>
          <Button kind="primary">Noter ce contact</Button>
        </FormActions>
      </Form>
    </Panel>
  );
}
