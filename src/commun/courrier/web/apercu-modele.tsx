import type { VNode } from "preact";
import { Alert } from "#platform/ui/components/alert.tsx";
import { Button, ButtonLink } from "#platform/ui/components/button.tsx";
import { Form } from "#platform/ui/components/form.tsx";
import { TextField } from "#platform/ui/components/text-field.tsx";
import { libelleChamp } from "./mots.tsx";
import type { Href } from "./ports.ts";

/** Whom the letter is tried on; nobody shows the examples of the catalogue. */
export interface EssaiSur {
  readonly recherche: string;
  readonly trouvees: readonly { readonly id: number; readonly nom: string }[];
  readonly personne: { readonly id: number; readonly nom: string | null } | null;
  readonly manquants: readonly string[];
  readonly peutEssayer: boolean;
  /** Changes with the draft, so that the picture is asked again. */
  readonly revision: number;
}

export function ApercuModele({
  code,
  href,
  ...essai
}: EssaiSur & { readonly code: string; readonly href: Href }): VNode {
  const { personne, manquants } = essai;
  const ici = `/courriers/modeles/${code}`;
  const params = new URLSearchParams({ brouillon: String(essai.revision) });
  if (personne) params.set("personne", String(personne.id));
  return (
    <>
      {essai.peutEssayer && <Choix {...essai} code={code} href={href} />}
      {manquants.length > 0 && (
        <Alert
          tone="soon"
          title={`Il manque des informations pour ${personne?.nom ?? "cette personne"}`}
        >
          {manquants.map(libelleChamp).join(", ")}. Ce courrier ne pourrait pas lui être adressé.
        </Alert>
      )}
      <figure class="sheet">
        <div class="sheet-paper">
          <img
            src={href(`${ici}/apercu.svg?${params}`)}
            alt="Le courrier tel qu’il sera imprimé, ses champs surlignés"
          />
        </div>
        <figcaption class="muted small">
          {personne
            ? `Essayé sur ${personne.nom ?? "la personne choisie"}. Rien n’est émis.`
            : "Avec des valeurs d’exemple, surlignées. Rien n’est émis."}
        </figcaption>
      </figure>
    </>
  );
}

function Choix({
  recherche,
  trouvees,
  personne,
  code,
  href,
}: EssaiSur & { readonly code: string; readonly href: Href }): VNode {
  const ici = `/courriers/modeles/${code}`;
  return (
    <div class="stack-tight no-print">
      <Form action={href(ici)} method="get" layout="inline" label="Essayer sur une personne">
        <TextField
          name="qui"
          label="Essayer sur…"
          hint="Nom, prénom ou numéro de dossier"
          value={recherche}
          type="search"
          width={20}
        />
        <Button>Chercher</Button>
      </Form>
      {recherche !== "" && trouvees.length === 0 && (
        <p>Personne ne porte ce nom dans votre périmètre.</p>
      )}
      {trouvees.length > 0 && (
        <ul class="row plain-list">
          {trouvees.map(({ id, nom }) => (
            <li key={id}>
              <ButtonLink small href={href(`${ici}?personne=${id}`)}>
                {nom}
              </ButtonLink>
            </li>
          ))}
        </ul>
      )}
      {personne && (
        <p>
          <a href={href(ici)}>Revenir aux valeurs d’exemple</a>
        </p>
      )}
    </div>
  );
}
