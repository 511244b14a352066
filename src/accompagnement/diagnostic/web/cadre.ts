export type Href = (path: string) => string;

export const ONGLET = "diagnostic";

/** A section of the person's file, for the composition. */
export const ongletDiagnostic = {
  key: ONGLET,
  label: "Diagnostic",
  path: "/diagnostic",
  droit: "diagnostic:lire",
  quotidien: ["orientation:proposer"],
} as const;
