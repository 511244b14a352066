import type { VNode } from "preact";
import { type FormState, freshForm, submitForm } from "#platform/http/form.ts";
import type { Request, Route } from "#platform/http/route.ts";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { ErrorSummary } from "#platform/ui/components/error-summary.tsx";
import { Form, FormActions } from "#platform/ui/components/form.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { FileField } from "#platform/ui/components/text-field.tsx";
import { formatCount } from "#platform/ui/format.ts";
import { chargerCarte } from "../usecases/charger-carte.ts";
import { consulterCarte } from "../usecases/consulter-carte.ts";

const GERER = "territoire:gerer";
const CHEMIN = "/territoires/carte";
/** Bytes. */
const CARTE = 100_000_000;

export const routesCarte: readonly Route[] = [
  { method: "GET", path: CHEMIN, droit: GERER, handler: (r) => montrer(r, freshForm()) },
  { method: "POST", path: CHEMIN, droit: GERER, files: CARTE, handler: charger },
];

async function montrer(request: Request, state: FormState): Promise<Response> {
  const { communes } = await request.act(consulterCarte, {});
  return request.page({
    title: "Carte du département",
    menu: "territoires",
    status: state.status,
    breadcrumb: [
      { label: "Territoires", href: request.href("/territoires") },
      { label: "Carte du département" },
    ],
    body: <PageCarte communes={communes} state={state} href={request.href} />,
  });
}

function charger(request: Request): Promise<Response> {
  return submitForm(
    request,
    async (form) => {
      const texte = (await form.file("carte")?.text()) ?? "";
      const { dessinees, manquantes } = await request.act(chargerCarte, { texte });
      const reste =
        manquantes.length === 0
          ? ""
          : ` ${formatCount(manquantes.length, "commune n’y est pas", "communes n’y sont pas")} : ${manquantes.slice(0, 5).join(", ")}${manquantes.length > 5 ? "…" : "."}`;
      return request.redirect(
        CHEMIN,
        `La carte est chargée : ${formatCount(dessinees, "commune dessinée", "communes dessinées")}.${reste}`,
      );
    },
    (state) => montrer(request, enChamp(state)),
  );
}

/** The act speaks of its text; the page, of the file it came from. */
function enChamp(state: FormState): FormState {
  const probleme = state.problems["texte"] ?? state.problems[""];
  return probleme === undefined ? state : { ...state, problems: { carte: probleme } };
}

function PageCarte({
  communes,
  state: { problems },
  href,
}: {
  communes: number;
  state: FormState;
  href: (path: string) => string;
}): VNode {
  return (
    <>
      <PageHeader title="Carte du département" />
      <ErrorSummary problems={problems} />
      <Form action={href(CHEMIN)} multipart busy="Lecture de la carte…">
        <p class="measure">
          {communes === 0
            ? "Aucune carte n’est chargée : les territoires sont montrés par des cases."
            : `La carte dessine ${formatCount(communes, "commune", "communes")}. Un nouveau fichier la remplace.`}{" "}
          Les territoires se dessinent d’eux-mêmes, en réunissant leurs communes.
        </p>
        <FileField
          name="carte"
          label="Contours des communes, au format GeoJSON"
          hint="Longitudes et latitudes (WGS 84), avec le code INSEE de chaque commune dans « code » ou « insee »."
          accept=".geojson,.json,application/geo+json"
          error={problems["carte"]}
        />
        <FormActions>
          <Button kind="primary">Charger la carte</Button>
          <ButtonLink href={href("/territoires")}>Revenir aux territoires</ButtonLink>
        </FormActions>
      </Form>
    </>
  );
}
