import type { VNode } from "preact";
import { classes } from "../tone.ts";

const paths = {
  accueil: "M3 9.2 10 3.5l7 5.7M5 8v8.5h10V8M8.3 16.5v-5h3.4v5",
  personnes:
    "M7.5 9a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6ZM2.3 16.6c0-3 2.2-5.1 5.2-5.1s5.2 2.1 5.2 5.1M13 3.7a2.6 2.6 0 0 1 0 5M14.4 11.8c2 .5 3.3 2.3 3.3 4.8",
  orientation: "M9 2.5v15M9 4h6.2l2 2-2 2H9M9 9.5H4.6l-2 2 2 2H9M6.5 17.5h5",
  agenda:
    "M3 4.7h14v12H3zM3 8.4h14M6.7 2.7v3.4M13.3 2.7v3.4M6.3 11.4h1.5M9.3 11.4h1.5M12.3 11.4h1.5M6.3 14h1.5M9.3 14h1.5",
  contrats:
    "M4.5 2.7h7l4 4v10.6h-11zM11.3 2.7v4.2h4.2M7 9.5h5.5M7 12h3M7 14.8c1.2-1.4 1.8-1.4 2.2-.4.3.8 1.2.7 3.3-.3",
  commissions:
    "M10 8.5a2.3 2.3 0 1 0 0-4.6 2.3 2.3 0 0 0 0 4.6ZM3 12.5h14M4.5 12.5v4.5M15.5 12.5v4.5M6.3 12.5c0-2.2 1.6-3.7 3.7-3.7s3.7 1.5 3.7 3.7",
  offre:
    "M3.2 3.5h5.6v5.6H3.2zM11.2 3.5h5.6v5.6h-5.6zM3.2 11.4h5.6V17H3.2zM11.2 14.2h5.6M14 11.4V17",
  emploi: "M2.8 6.3h14.4v10H2.8zM7 6.3V3.8h6v2.5M2.8 10.5c4.6 2 9.8 2 14.4 0M10 10.7v2",
  financement: "M14.8 5.2a5.8 5.8 0 1 0 0 9.6M3 8.6h7.8M3 11.4h7",
  pilotage: "M3 17h14M4.8 14.5v-4M8.3 14.5V7M11.8 14.5V9.5M15.3 14.5v-11",
  reseau:
    "M10 6.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM4.6 16.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM15.4 16.8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM9 6.6l-3.5 6.3M11 6.6l3.5 6.3M6.7 14.8h6.6",
  referentiel:
    "M3 4.5c2.5-1 4.8-1 7 .5 2.2-1.5 4.5-1.5 7-.5v11.3c-2.5-1-4.8-1-7 .5-2.2-1.5-4.5-1.5-7-.5zM10 5v11.3",
  reglages:
    "M3 6h8M15 6h2M13 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4ZM3 14h2M9 14h8M7 16a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z",
  message: "M3 4.2h14v9.3H9.2L5.5 16.8v-3.3H3zM6.3 7.4h7.4M6.3 10.2h4.6",
  courrier: "M2.8 4.8h14.4v10.4H2.8zM3.2 5.3 10 10.6l6.8-5.3",
  doublons: "M3 3h9.5v9.5H3zM12.5 7.5H17V17H7.5v-4.5",
  carte: "M3 5.2 7.7 3v11.8L3 17zM7.7 3l4.6 2.2v11.8l-4.6-2.2M12.3 5.2 17 3v11.8l-4.7 2.2",
  fichier: "M10 12.5V3.3M6.5 6.6 10 3.2l3.5 3.4M3.5 12.5v4h13v-4",
  recherche: "M8.8 14.3a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM12.9 12.9l4.1 4.1",
  horloge: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 6.2V10l2.6 1.8",
  agent:
    "M10 9.8a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4ZM3.8 17c.4-3 2.9-4.8 6.2-4.8s5.8 1.8 6.2 4.8",
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  bas: "m5.5 7.8 4.5 4.4 4.5-4.4",
  droite: "m7.8 5.5 4.4 4.5-4.4 4.5",
  gauche: "m12.2 5.5-4.4 4.5 4.4 4.5",
  replier: "m10.5 5.5-4.4 4.5 4.4 4.5M15.5 5.5 11.1 10l4.4 4.5",
  fermer: "m5.5 5.5 9 9M14.5 5.5l-9 9",
  plus: "M10 4v12M4 10h12",
  exporter: "M10 3.3v9.2M6.5 9.2l3.5 3.4 3.5-3.4M3.5 13v3.5h13V13",
  imprimer: "M6 7V3.2h8V7M6 14H3.3V7h13.4v7H14M6 11.5h8v5.3H6z",
  valide: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM6.9 10.2l2.2 2.2 4-4.5",
  attention: "M10 3.3 17.3 16H2.7zM10 8v4M10 13.9v.2",
  info: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM10 9.3v4M10 6.6v.2",
  refus: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14ZM7.4 7.4l5.2 5.2M12.6 7.4l-5.2 5.2",
} as const;

export type IconName = keyof typeof paths;

/** Decorative: the word is always beside it. */
export function Icon({ name, small }: { name: IconName; small?: boolean | undefined }): VNode {
  return (
    <svg class={classes("icon", small && "icon-small")} viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
