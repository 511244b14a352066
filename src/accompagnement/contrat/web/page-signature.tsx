import type { VNode } from "preact";
import type { QualiteSignataire } from "#commun/referentiel";
import type { FormState } from "#platform/http/form.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Card } from "#platform/ui/components/card.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { SignatureField } from "#platform/ui/components/signature-field.tsx";
import { DateField, FileField, TextField } from "#platform/ui/components/text-field.tsx";
import { formatDate } from "#platform/ui/format.ts";
import { formatFamilyName, formatGivenName } from "#platform/ui/format-name.ts";
import { termeDe } from "../domain/duree.ts";
import { libellesQualite } from "../domain/libelles.ts";
import type { ContratConsulte, ContratsConsultes } from "../usecases/consulter-contrats.ts";
import { cheminContrat, cheminContrats, type Href } from "./cadre.ts";
import { ContenuDuContrat } from "./contenu.tsx";

interface Props {
  readonly consulte: ContratsConsultes;
  readonly un: ContratConsulte;
  readonly preparation: NonNullable<ContratConsulte["preparation"]>;
  readonly qualite: QualiteSignataire;
  readonly agent: string;
  readonly etat: FormState;
  readonly href: Href;
}

/** The contract to read again, then the frame to sign in: held in both hands, between two persons. */
export function PageSignature(props: Props): VNode {
  const { un, preparation, qualite, etat, href, consulte } = props;
  const { contrat, nature } = un;
  const { contenu } = preparation;
  const envoye = etat.status !== 200;
  const champ = (name: string, defaut: string) => ({
    name,
    value: envoye ? (etat.values[name] ?? "") : defaut,
    error: etat.problems[name],
  });
  const duree =
    contenu.debut !== null && contenu.mois !== null
      ? `Du ${formatDate(contenu.debut)} au ${formatDate(termeDe(contenu.debut, contenu.mois).dernier)}, ${contenu.mois} mois.`
      : null;
  return (
    <div class="stack">
      <ErrorSummary problems={etat.problems} />
      <Card title={nature?.libelle ?? ""}>
        <div class="stack">
          {duree !== null && <p class="strong">{duree}</p>}
          <ContenuDuContrat contenu={contenu} nature={nature} />
        </div>
      </Card>
      <Card title={`Signature : ${libellesQualite[qualite].toLocaleLowerCase("fr")}`}>
        <Form
          action={href(`${cheminContrat(contrat.personneId, contrat.id)}/signer/${qualite}`)}
          fields={{ revision: String(preparation.revision) }}
          multipart
        >
          <TextField {...champ("nom", nomDe(props))} label="Nom du signataire" />
          <DateField {...champ("le", formatDate(consulte.aujourdhui))} label="Signé le" />
          <Radios
            {...champ("moyen", "tablette")}
            label="Comment"
            options={[
              { value: "tablette", label: "Sur cet écran", hint: "Dans le cadre ci-dessous." },
              {
                value: "papier",
                label: "Sur papier",
                hint: "Le contrat signé est numérisé et joint.",
              },
              { value: "saisie", label: "Par son nom, écrit en sa présence" },
            ]}
          />
          <SignatureField
            name="trace"
            label="Signer ici"
            hint="Avec le doigt, un stylet ou la souris."
            error={etat.problems["trace"]}
          />
          <FileField
            name="piece"
            label="Contrat signé sur papier"
            hint="PDF, PNG ou JPEG, 8 Mo au plus."
            accept=".pdf,.png,.jpg,.jpeg"
            error={etat.problems["piece"]}
            optional
          />
          <FormActions>
            <Button kind="primary">Signer</Button>
            <ButtonLink kind="quiet" href={href(cheminContrats(contrat.personneId))}>
              Retour au contrat
            </ButtonLink>
          </FormActions>
        </Form>
      </Card>
    </div>
  );
}

function nomDe({ qualite, consulte: { present }, un, agent }: Props): string {
  if (qualite === "departement") return agent;
  if (qualite === "referent") return un.contrat.referent ?? agent;
  return present ? `${formatGivenName(present.prenom)} ${formatFamilyName(present.nom)}` : "";
}
