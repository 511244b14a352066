import type { VNode } from "preact";
import { MIN_PASSWORD_LENGTH } from "#platform/auth/password.ts";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { FactsList } from "#platform/ui/components/facts-list.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { Table } from "#platform/ui/components/table.tsx";
import { Etat } from "#platform/ui/components/tag.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { formatInstant } from "#platform/ui/format.ts";
import type { LigneSession } from "../db/sessions.ts";
import type { MonCompte } from "../usecases/lire-mon-compte.ts";
import { EtatSecondFacteur } from "./second-facteur.tsx";

type Href = (path: string) => string;

export function PageMonCompte({
  compte,
  sessions,
  href,
}: {
  compte: MonCompte;
  sessions: readonly LigneSession[];
  href: Href;
}): VNode {
  const { fiche, codesRestants } = compte;
  return (
    <>
      <PageHeader title="Mon compte" />
      <div class="stack">
        <Card title="Qui je suis">
          <FactsList
            facts={[
              { label: "Nom", value: `${fiche.prenom} ${fiche.nom}` },
              { label: "Identifiant", value: fiche.identifiant },
              { label: "Courriel", value: fiche.courriel },
            ]}
          />
        </Card>
        <Card title="Comment je me connecte">
          <FactsList
            layout="lines"
            facts={[
              {
                label: "Mot de passe",
                value: <ButtonLink href={href("/mon-compte/mot-de-passe")}>Changer</ButtonLink>,
              },
              {
                label: "Second facteur",
                value: (
                  <div class="row">
                    <EtatSecondFacteur actif={fiche.secondFacteur} />
                    <ButtonLink href={href("/mon-compte/second-facteur")}>
                      {fiche.secondFacteur ? "Gérer" : "Activer"}
                    </ButtonLink>
                  </div>
                ),
                ...(fiche.secondFacteur && { note: `${codesRestants} codes de secours restants` }),
              },
            ]}
          />
        </Card>
        <Card title="Où je suis connecté">
          <Sessions sessions={sessions} href={href} />
        </Card>
      </div>
    </>
  );
}

function Sessions({ sessions, href }: { sessions: readonly LigneSession[]; href: Href }): VNode {
  return (
    <Table
      caption="Vos sessions ouvertes. Fermez celles que vous ne reconnaissez pas, puis changez votre mot de passe."
      columns={[
        { key: "navigateur", label: "Navigateur" },
        { key: "adresse", label: "Adresse" },
        { key: "ouverte", label: "Ouverte le" },
        { key: "vue", label: "Dernière page" },
        { key: "acte", label: "Fermer", labelHidden: true, fit: true },
      ]}
      rows={sessions.map((session) => ({
        key: String(session.id),
        cells: [
          session.navigateur,
          session.adresse,
          formatInstant(session.ouverteLe),
          formatInstant(session.vueLe),
          session.courante ? (
            <Etat key="courante" tone="ok">
              Cette session
            </Etat>
          ) : (
            <form
              key="fermer"
              method="post"
              action={href(`/mon-compte/sessions/${session.id}/fermer`)}
            >
              <Button small>Fermer</Button>
            </form>
          ),
        ],
      }))}
    />
  );
}

export function PageMotDePasse({
  href,
  state,
  provisoire,
}: {
  href: Href;
  state: FormState;
  provisoire: boolean;
}): VNode {
  const { problems } = state;
  return (
    <>
      <PageHeader title="Changer mon mot de passe" />
      <ErrorSummary problems={problems} />
      {provisoire && (
        <p>
          Votre mot de passe est provisoire : choisissez le vôtre pour commencer à travailler dans
          Jalon.
        </p>
      )}
      <Form action={href("/mon-compte/mot-de-passe")}>
        <TextField
          name="actuel"
          label={provisoire ? "Mot de passe provisoire" : "Mot de passe actuel"}
          type="password"
          autocomplete="current-password"
          error={problems["actuel"]}
          width={20}
        />
        <TextField
          name="nouveau"
          label="Nouveau mot de passe"
          hint={`Au moins ${MIN_PASSWORD_LENGTH} caractères. Trois ou quatre mots sans lien se retiennent mieux qu’un mot compliqué.`}
          type="password"
          autocomplete="new-password"
          error={problems["nouveau"]}
          width={20}
        />
        <TextField
          name="confirmation"
          label="Le même, une seconde fois"
          type="password"
          autocomplete="new-password"
          error={problems["confirmation"]}
          width={20}
        />
        <p class="muted">Vos autres sessions seront fermées.</p>
        <FormActions>
          <Button kind="primary">Changer le mot de passe</Button>
          {!provisoire && <ButtonLink href={href("/mon-compte")}>Annuler</ButtonLink>}
        </FormActions>
      </Form>
    </>
  );
}
