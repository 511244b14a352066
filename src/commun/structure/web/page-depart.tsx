import type { VNode } from "preact";
import type { FormState } from "#platform/http/form.ts";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Radios } from "#platform/ui/components/choices.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { DateField } from "#platform/ui/components/text-field.tsx";
import { formatCount } from "#platform/ui/format.ts";
import type { FicheReferent } from "../db/referents.ts";
import { type Charge, chargeDuReferent } from "./bilan-charges.ts";
import { absenceAu, absenceEnMots, nomDe } from "./mots.ts";
import { placesLibres } from "./places-en-mots.ts";
import type { Charges } from "./ports.ts";

export interface PageDepartProps {
  readonly referent: FicheReferent;
  readonly collegues: readonly FicheReferent[];
  readonly charges: Charges;
  readonly state: FormState;
  readonly le: string;
  readonly peutRemettre: boolean;
  readonly href: (path: string) => string;
}

/** Who leaves shows first what she holds: it goes to somebody before she goes. */
export function PageDepart(props: PageDepartProps): VNode {
  const { referent, charges, state, href, peutRemettre } = props;
  const charge = chargeDuReferent(charges, referent);
  const bloque = charge.suivies > 0 && !peutRemettre;
  return (
    <>
      <PageHeader over={referent.structure} title={`Départ de ${nomDe(referent)}`} />
      <div class="stack">
        <ErrorSummary problems={state.problems} />
        <Portefeuille {...props} charge={charge} />
        {bloque ? (
          <ButtonLink href={href(`/referents/${referent.id}`)}>Revenir à sa fiche</ButtonLink>
        ) : (
          <Form action={href(`/referents/${referent.id}/depart`)}>
            {charge.suivies > 0 && <Repreneurs {...props} charge={charge} />}
            <DateField
              name="dernierJour"
              label="Dernier jour dans la structure"
              value={state.values["dernierJour"]}
              error={state.problems["dernierJour"]}
            />
            <FormActions>
              <Button kind="danger">
                {charge.suivies > 0
                  ? "Transmettre le portefeuille et enregistrer le départ"
                  : "Enregistrer le départ"}
              </Button>
              <ButtonLink href={href(`/referents/${referent.id}`)}>Annuler</ButtonLink>
            </FormActions>
          </Form>
        )}
      </div>
    </>
  );
}

function Portefeuille({
  referent,
  charge,
  peutRemettre,
  href,
}: PageDepartProps & { charge: Charge }): VNode {
  if (charge.suivies === 0) {
    return (
      <Alert tone="ok" title="Son portefeuille est vide">
        Personne ne lui est confié : le départ peut être enregistré.
      </Alert>
    );
  }
  const nombre = formatCount(charge.suivies, "personne", "personnes");
  return (
    <Alert tone="soon" title={`${nombre} à confier à quelqu’un d’autre`}>
      <p>
        {peutRemettre
          ? "Choisissez qui reprend son portefeuille : chaque personne garde son orientation, seul le référent change, aujourd’hui même."
          : "Un responsable doit d’abord transmettre ce portefeuille ; le départ sera refusé tant que quelqu’un lui est confié."}
      </p>
      {charge.visibles > 0 && (
        <p>
          <a href={href(`/personnes?beneficiaire=tous&referent=${referent.id}`)}>
            {charge.visibles === 1 ? "Voir cette personne" : "Voir ces personnes"}
          </a>
        </p>
      )}
    </Alert>
  );
}

function Repreneurs({
  collegues,
  charges,
  charge,
  state: { values, problems },
  le,
}: PageDepartProps & { charge: Charge }): VNode {
  return (
    <Radios
      name="repreneur"
      label="Qui reprend son portefeuille ?"
      layout="boxed"
      value={values["repreneur"]}
      error={problems["repreneur"]}
      options={[
        {
          value: "partage",
          label: "Ses collègues, selon leurs places",
          hint: "Les personnes sont réparties entre les référents présents qui ont de la place.",
        },
        ...collegues.map((un) => {
          const sienne = chargeDuReferent(charges, un);
          const absence = absenceAu(un, le);
          const manque = sienne.places !== null && sienne.places - sienne.suivies < charge.suivies;
          return {
            value: String(un.id),
            label: nomDe(un),
            hint: [
              `${formatCount(sienne.suivies, "personne suivie", "personnes suivies")}, ${placesLibres(sienne)}`,
              ...(absence ? [absenceEnMots(absence)] : []),
              ...(manque ? ["pas assez de place pour tout le portefeuille"] : []),
            ].join(" ; "),
            disabled: manque || absence !== null,
          };
        }),
      ]}
    />
  );
}
