export const libellesRoleContact = {
  direction: "Direction",
  projet: "Projet",
  gestion: "Gestion et comptabilité",
} as const;

export type RoleContact = keyof typeof libellesRoleContact;

export const rolesContact = Object.keys(libellesRoleContact) as readonly RoleContact[];
