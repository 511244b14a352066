export const droitLire = "prescription:lire";
export const droitFaire = "prescription:faire";
export const droitRepondre = "prescription:repondre";

export const ongletActions = {
  key: "actions",
  label: "Actions",
  path: "/actions",
  droit: droitLire,
  quotidien: ["prescription:faire"],
} as const;

export const ongletPrescriptions = {
  key: "prescriptions",
  label: "Prescriptions",
  path: "/prescriptions",
  droit: droitLire,
} as const;

export const cheminActions = (personneId: number): string => `/personnes/${personneId}/actions`;
export const cheminPrescription = (id: number): string => `/prescriptions/${id}`;
