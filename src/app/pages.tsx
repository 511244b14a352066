import type { Request, Route } from "#platform/http/route.ts";
import { KeyboardHelp } from "#platform/ui/components/help.tsx";
import { PageHeader } from "#platform/ui/components/page-header.tsx";
import { accueil } from "./accueil.tsx";

/** What belongs to the product as a whole and to no module. */
export const routesProduit: readonly Route[] = [
  { method: "GET", path: "/", droit: "connecte", handler: accueil },
  { method: "GET", path: "/accessibilite", droit: "public", handler: accessibilite },
  { method: "GET", path: "/aide", droit: "connecte", handler: aide },
];

function accessibilite(request: Request): Promise<Response> {
  return request.page({
    title: "Accessibilité",
    body: (
      <div class="stack">
        {request.agent.id !== null && <PageHeader title="Accessibilité" />}
        <p>
          Jalon vise la conformité au référentiel général d’amélioration de l’accessibilité (RGAA
          4.1) et à la norme WCAG 2.2, niveau AA. Chaque page est contrôlée par un outil automatique
          à chaque version, mais aucun audit n’a encore été mené : au sens de la loi, Jalon est
          déclaré non conforme.
        </p>
        <p>
          Si une page vous arrête, dites-le à l’administrateur de votre département en précisant la
          page et ce que vous vouliez faire. Sans réponse, vous pouvez saisir le Défenseur des
          droits.
        </p>
      </div>
    ),
  });
}

function aide(request: Request): Promise<Response> {
  return request.page({
    title: "Raccourcis du clavier",
    body: (
      <>
        <PageHeader title="Raccourcis du clavier" />
        <KeyboardHelp go={[]} />
      </>
    ),
  });
}
