import type { FriseBand, FriseTick } from "../frise/types.ts";

export const today = "2026-11-22";

export const bands: readonly FriseBand[] = [
  {
    key: "droit",
    label: "Droit",
    segments: [
      {
        from: "2024-03-01",
        to: "2025-01-31",
        label: "Ouvert",
        tone: "ok",
        detail: "Droit ouvert du 01/03/2024 au 31/01/2025",
      },
      {
        from: "2025-02-01",
        to: "2025-03-31",
        label: "Suspendu",
        tone: "late",
        detail: "Droit suspendu du 01/02/2025 au 31/03/2025",
      },
      {
        from: "2025-04-01",
        to: null,
        label: "Ouvert, droits et devoirs",
        tone: "ok",
        detail: "Droit ouvert depuis le 01/04/2025",
      },
    ],
  },
  {
    key: "orientation",
    label: "Orientation",
    segments: [
      {
        from: "2024-04-10",
        to: "2025-06-30",
        label: "Sociale",
        tone: "b",
        detail: "Orientation sociale du 10/04/2024 au 30/06/2025",
      },
      {
        from: "2025-07-01",
        to: null,
        label: "Emploi",
        tone: "a",
        detail: "Orientation Emploi depuis le 01/07/2025",
        href: "/d/orientations/2",
      },
    ],
  },
  {
    key: "contrat",
    label: "Contrats",
    segments: [
      {
        from: "2024-06-01",
        to: "2024-11-30",
        label: "Contrat 1",
        tone: "closed",
        detail: "Premier contrat du 01/06/2024 au 30/11/2024",
        href: "/d/contrats/1",
      },
      {
        from: "2024-12-15",
        to: "2025-06-14",
        label: "Contrat 2",
        tone: "closed",
        detail: "Deuxième contrat du 15/12/2024 au 14/06/2025",
      },
      {
        from: "2025-08-01",
        to: "2026-12-12",
        label: "Contrat 3, échéance le 12/12",
        tone: "soon",
        detail: "Troisième contrat, à échéance le 12/12/2026",
      },
    ],
  },
  {
    key: "actions",
    label: "Actions",
    segments: [
      {
        from: "2025-09-01",
        to: "2026-02-28",
        label: "Chantier d’insertion",
        tone: "d",
        detail: "Chantier d’insertion du 01/09/2025 au 28/02/2026",
      },
      {
        from: "2026-01-15",
        to: "2026-04-15",
        label: "Permis de conduire",
        tone: "e",
        detail: "Permis de conduire du 15/01/2026 au 15/04/2026",
      },
      {
        from: "2026-05-04",
        to: "2026-05-08",
        label: "Atelier",
        tone: "d",
        detail: "Atelier de cinq jours en mai 2026",
      },
    ],
  },
  {
    key: "emploi",
    label: "Emploi",
    segments: [
      {
        from: "2026-09-07",
        to: null,
        label: "CDD 24 h",
        tone: "c",
        detail: "CDD de 24 heures par semaine depuis le 07/09/2026",
      },
    ],
  },
];

export const ticks: readonly FriseTick[] = [
  {
    date: "2024-03-18",
    kind: "letter",
    label: "Notification",
    detail: "Notification des droits et devoirs",
  },
  {
    date: "2024-04-10",
    kind: "decision",
    label: "Orientation",
    detail: "Orientation sociale décidée",
  },
  {
    date: "2024-04-24",
    kind: "meeting",
    label: "Accueil",
    detail: "Premier rendez-vous, présente",
  },
  { date: "2024-09-12", kind: "meeting", label: "Suivi", detail: "Rendez-vous, présente" },
  {
    date: "2025-01-09",
    kind: "meeting",
    label: "Suivi",
    detail: "Rendez-vous, absente sans excuse",
    tone: "late",
  },
  { date: "2025-01-14", kind: "letter", label: "Convocation", detail: "Deuxième convocation" },
  {
    date: "2025-07-01",
    kind: "decision",
    label: "Réorientation",
    detail: "Réorientation vers l’emploi",
  },
  { date: "2025-10-02", kind: "meeting", label: "Suivi", detail: "Rendez-vous, présente" },
  { date: "2026-03-03", kind: "meeting", label: "Suivi", detail: "Rendez-vous, présente" },
  { date: "2026-09-10", kind: "meeting", label: "Suivi", detail: "Point d’entrée en emploi" },
  {
    date: "2026-11-25",
    kind: "meeting",
    label: "Suivi",
    detail: "Rendez-vous à venir",
    tone: "waiting",
    href: "/d/agenda/9",
  },
];
